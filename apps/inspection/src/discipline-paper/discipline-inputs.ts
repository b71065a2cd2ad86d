import type { HeldSeat } from '@vungmanh/contracts/inspection/discipline';
import { disciplineFormLabel, type DisciplineForm } from '@vungmanh/contracts/inspection/kind';
import type { DisciplineBallotInput } from '@vungmanh/documents/papers/discipline-ballot';
import type { DisciplineCountInput } from '@vungmanh/documents/papers/discipline-count';
import type { DisciplineDecisionInput } from '@vungmanh/documents/papers/discipline-decision';
import { numberIn } from '@vungmanh/documents/papers/body-names';
import { postLabel } from '@vungmanh/contracts/organization/body';
import { formatVi } from '@vungmanh/regulations/calendar';
import { disciplineForms, disciplineVote } from '@vungmanh/regulations/discipline-vote';
import { ruleAt, type RuleContext } from '@vungmanh/regulations/rule-at';
import type { DisciplineEntity } from '../discipline/discipline.entity.js';
import { formsFor } from '../discipline/discipline.rules.js';
import type { DisciplineFacts } from './discipline-facts.js';

/** A case as its papers tell of it. */
export interface Told {
  readonly found: DisciplineEntity;
  readonly facts: DisciplineFacts;
  /** Of the member, or of the organization. */
  readonly name: string;
  /** Where the member belongs. */
  readonly home: string;
  readonly violation: string;
  /** The number of the paper that is drawn, and the decision as the register knows it. */
  readonly printed: string | null;
  readonly decision: { readonly printed: string | null; readonly dated: string } | undefined;
  /** Where the first appeal goes. */
  readonly appealTo: string;
  /** The body that decides, or has. */
  readonly decidedBy: string;
  readonly simulated: boolean;
  readonly rules: RuleContext;
  readonly dismissedFrom: readonly HeldSeat[];
}

export const subjectOf = ({ found, name }: Told): string => (found.personId === null ? name : `đồng chí ${name}`);
export const inSentence = (form: DisciplineForm): string => disciplineFormLabel[form].toLocaleLowerCase('vi-VN');
export const numbered = (printed: string | null | undefined): { number?: number } => {
  const number = numberIn(printed);
  return number === undefined ? {} : { number };
};

export const recipient = (told: Told): string => subjectOf(told).replace(/^đ/u, 'Đ');

/** The ballot: the forms that there are for the subject today, and no name of who votes. */
export function ballotInput(told: Told, today: string): DisciplineBallotInput {
  const forms = disciplineForms(told.found.subject, today).map((form) => disciplineFormLabel[form]);
  return { issuer: told.facts.issuer, simulated: told.simulated, subject: subjectOf(told), forms };
}

/** The minutes of the count; undefined before there was one. */
export function countInput(told: Told): DisciplineCountInput | undefined {
  const { found, facts, simulated, printed } = told;
  const { vote, subject, actor } = found;
  if (vote === null) return undefined;
  const { on, voters, votes, invalid, issued, returned, adopted } = vote;
  const steps = disciplineVote({ subject, votes, voters, expulsion: actor === 'CELL' ? 'PROPOSED' : 'DECIDED' }, on, told.rules)?.steps ?? [];
  const rows = disciplineForms(subject, on)
    .toReversed()
    .map((form) => {
      const sum = steps.find((step) => step.form === form)?.sum;
      return { form: disciplineFormLabel[form], votes: votes[form] ?? 0, ...(sum === undefined ? {} : { sum }) };
    });
  return {
    issuer: facts.issuer,
    simulated,
    ...numbered(printed),
    date: on,
    subject: subjectOf(told),
    heldOn: on,
    startedAt: vote.startedAt,
    venue: vote.venue,
    counters: vote.counterIds.map((id) => facts.name(id)),
    voters,
    present: vote.present,
    ballots: { issued, returned, valid: returned - invalid, invalid },
    rows,
    noDiscipline: vote.none,
    sums: vote.sums,
    ...(adopted === undefined ? {} : { adopted: inSentence(adopted) }),
    proposes: adopted !== undefined && formsFor(found, on).find((one) => one.form === adopted)?.verdict === 'PROPOSES',
    rule: vote.rule,
    chair: facts.name(vote.chairId),
  };
}

/** The written decision; undefined before there is one that counts or waits for its signature. */
export function decisionInput(told: Told): DisciplineDecisionInput | undefined {
  const { found, facts, simulated, printed, home } = told;
  const { decidedForm: form, decidedOn, writtenOn, effectiveOn, vote } = found;
  if (form === null || decidedOn === null) return undefined;
  const year = facts.birthYear(found.personId);
  const competence = formsFor({ ...found, actor: found.deciding.actor }, decidedOn).find((one) => one.form === form);
  const onVote = vote === null ? '' : ` và kết quả bỏ phiếu ngày ${formatVi(vote.on)}`;
  return {
    issuer: facts.issuer,
    simulated,
    ...numbered(printed),
    ...(writtenOn === null ? {} : { date: writtenOn }),
    subject: subjectOf(told),
    about:
      found.personId === null
        ? `trực thuộc phạm vi của ${facts.issuer.terms.noun}`
        : [...(year === undefined ? [] : [`sinh năm ${year}`]), memberWord[found.subject], `sinh hoạt tại ${home}`].join(', '),
    form: [inSentence(form), told.dismissedFrom.map(({ post, bodyName }) => `${postLabel[post]} ${bodyName}`).join(', ')].join(' ').trim(),
    violation: told.violation,
    bases: [
      'Căn cứ Điều lệ Đảng',
      ...(competence?.source ? [`Căn cứ ${competence.source}`] : []),
      `Xét nội dung, tính chất, mức độ vi phạm${onVote}`,
    ],
    effectiveOn: effectiveOn ?? writtenOn ?? decidedOn,
    effectiveFrom: found.countsFrom,
    appeal: ruleAt('appeal.days', decidedOn)?.says ?? '',
    appealTo: told.appealTo,
    carriedOutBy: [facts.issuer.terms.proper],
    signer: facts.signer(found.signerId),
    recipients: [recipient(told)],
  };
}

const memberWord = {
  OFFICIAL_MEMBER: 'đảng viên chính thức',
  PROBATIONARY_MEMBER: 'đảng viên dự bị',
  ORGANIZATION: '',
} as const satisfies Record<DisciplineEntity['subject'], string>;
