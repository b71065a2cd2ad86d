import type { Appeal } from '@vungmanh/contracts/inspection/appeal-state';
import { appealRefusalLabel } from '@vungmanh/contracts/inspection/appeal-state';
import type { Paper } from '@vungmanh/documents/paper';
import { acceptanceNoticePaper } from '@vungmanh/documents/papers/acceptance-notice';
import { appealDecisionPaper, appealRefusalPaper } from '@vungmanh/documents/papers/appeal-answer';
import { ruleAt } from '@vungmanh/regulations/rule-at';
import { inSentence, numbered, recipient, subjectOf, type Told } from './discipline-inputs.js';
import { citation, type PaperRow } from './paper-rows.js';

interface Answering {
  readonly row: PaperRow;
  readonly rows: readonly PaperRow[];
  readonly appeals: readonly { id: string; nodeId: string; shown: Appeal }[];
  /** What was answered, oldest first: one text for each appeal that is closed. */
  readonly answers: readonly string[];
  /** Where the next appeal goes; undefined above the province. */
  readonly above: string | undefined;
}

/** The papers of one appeal; undefined where it has not come so far. */
export function drawAnswer(told: Told, { row, rows, appeals, answers, above }: Answering): Paper | undefined {
  const at = appeals.findIndex(({ id }) => id === row.aboutId);
  const appeal = appeals[at]?.shown;
  const { facts, simulated, found } = told;
  if (appeal === undefined || found.decidedForm === null) return undefined;
  const before = appeals.slice(0, at).findLast(({ shown }) => shown.state === 'SETTLED');
  const formBefore = appeals.slice(0, at).findLast(({ shown }) => shown.form !== undefined)?.shown.form ?? found.decidedForm;
  const shared = {
    issuer: facts.issuer,
    simulated,
    ...numbered(row.printed),
    date: row.dated,
    signer: { office: 'Chủ nhiệm' },
    recipients: [recipient(told), told.decidedBy],
  };
  const against = againstText(told, rows, before);
  if (row.kind === 'APPEAL_NOTICE') {
    if (appeal.acceptedOn === undefined) return undefined;
    return acceptanceNoticePaper({
      ...shared,
      accepted: { kind: 'APPEAL', from: subjectOf(told), against },
      receivedOn: appeal.on,
      acceptedOn: appeal.acceptedOn,
      items: [`Đề nghị xem xét lại hình thức kỷ luật ${inSentence(formBefore)}`],
      ...(appeal.due === undefined || appeal.rule === undefined ? {} : { settleBy: { date: appeal.due, rule: appeal.rule } }),
    });
  }
  const reason = answers[appeals.slice(0, at).filter(({ shown }) => shown.closedOn !== undefined).length] ?? '';
  const answered = { ...shared, from: subjectOf(told), against, sentOn: appeal.on, reason };
  if (row.kind === 'APPEAL_REFUSAL') {
    return appeal.ground && appealRefusalPaper({ ...answered, ground: appealRefusalLabel[appeal.ground] });
  }
  if (appeal.outcome === undefined) return undefined;
  const rule = ruleAt('appeal.next_days', row.dated)?.says;
  return appealDecisionPaper({
    ...answered,
    outcome: appeal.outcome,
    form: inSentence(formBefore),
    ...(appeal.form === undefined ? {} : { changedTo: inSentence(appeal.form) }),
    ...(above === undefined || rule === undefined ? {} : { next: { to: above, rule } }),
  });
}

/** Of whose paper an appeal speaks: the decision on discipline, or the answer to the appeal before. */
function againstText({ decision, found, decidedBy }: Told, rows: readonly PaperRow[], before: Answering['appeals'][number] | undefined): string {
  if (before === undefined) {
    return `${citation('Quyết định kỷ luật', decision ?? { printed: null, dated: found.decidedOn ?? '' })} của ${decidedBy}`;
  }
  const answer = rows.find((one) => one.kind === 'APPEAL_DECISION' && one.aboutId === before.id);
  const what = 'Quyết định giải quyết khiếu nại';
  return `${citation(what, { printed: answer?.printed ?? null, dated: before.shown.closedOn ?? '' })} của ${before.shown.to}`;
}
