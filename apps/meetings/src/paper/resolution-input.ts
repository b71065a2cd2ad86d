import { numberIn } from '@vungmanh/documents/papers/body-names';
import { taskResultLabel, taskStateLabel, type TaskResult, type TaskState } from '@vungmanh/contracts/meetings/task';
import type { DraftItem } from '@vungmanh/contracts/meetings/resolution';
import type { Vote } from '@vungmanh/contracts/meetings/vote';
import type { z } from 'zod';
import type { ResolutionInput, ResolutionItem } from '@vungmanh/documents/papers/resolution';
import { addMonthsTo } from '@vungmanh/regulations/calendar';
import type { ResolutionEntity } from '../resolution/resolution.entity.js';
import { isOverdue } from '../task/task.rules.js';
import { recipientsOf } from './notice-input.js';
import type { EarlierTask, PaperFacts } from './paper-facts.js';
import { meetingWords } from './paper.rules.js';

interface Adopted {
  readonly resolution: ResolutionEntity;
  readonly vote: Vote;
  readonly earlier: readonly EarlierTask[];
  readonly today: string;
}

/** The resolution of the month: what became of the last one's tasks, what is to be done, who does it, and the vote in counts. */
export function resolutionInput(facts: PaperFacts, { resolution, vote, earlier, today }: Adopted): ResolutionInput {
  const { meeting, issuer, simulated } = facts;
  const { assessment, shortcomings, direction, items } = resolution.content;
  const number = numberIn(resolution.number);
  return {
    issuer,
    simulated,
    ...(number === undefined ? {} : { number }),
    date: meeting.day,
    meeting: meetingWords(meeting, facts.bodyKind),
    adoptedOn: meeting.day,
    month: meeting.month,
    review: {
      month: addMonthsTo(meeting.month, -1),
      ...(assessment === undefined ? {} : { tasks: assessment }),
      results: earlier.map((t) => ({
        content: t.content,
        doer: t.doer || issuer.terms.proper,
        due: t.deadline,
        result: resultText(t, today),
      })),
      praise: [],
      reminders: [],
      ...(shortcomings === undefined ? {} : { shortcomings }),
    },
    directions: direction === undefined ? [] : [{ text: direction }],
    items: items.map((item) => itemOf(facts, item)),
    vote: {
      denominator: vote.denominator,
      for: vote.inFavor,
      against: vote.against,
      noOpinion: vote.noOpinion,
    },
    signer: facts.signer,
    recipients: recipientsOf(facts),
  };
}

function itemOf(facts: PaperFacts, item: z.infer<typeof DraftItem>): ResolutionItem {
  const requirement = item.requirement ?? '';
  return {
    content: item.content,
    requirement: item.degree === undefined ? requirement : `${requirement}\nMức độ: ${item.degree}`,
    measure: item.measure ?? '',
    due: item.deadline ?? '',
    doer: item.doerIds.length === 0 ? facts.issuer.terms.proper : item.doerIds.map((id) => facts.name(id)).join(', '),
    checker: facts.name(item.checkerId),
  };
}

function resultText({ state, result, deadline }: EarlierTask, today: string): string {
  if (result !== null) return taskResultLabel[result as TaskResult];
  return isOverdue({ state: state as TaskState, deadline }, today) ? 'Quá hạn, chưa hoàn thành' : taskStateLabel[state as TaskState];
}
