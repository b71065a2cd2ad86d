import type { Deviation } from '@vungmanh/contracts/deviation';
import { Note } from '../../ui/notes.js';

/** What stands although a rule wanted it otherwise: the rule in its own words, each once. */
export function DeviationNotes({ deviations }: { deviations: readonly Deviation[] }) {
  const once = [...new Map(deviations.map((d) => [`${d.ruleKey} ${d.actual}`, d])).values()];
  return once.map((d) => (
    <Note key={`${d.ruleKey} ${d.actual}`} tone="warning" title={d.says}>
      <p>
        Quy định: {d.expected}. Thực tế: {d.actual}.
      </p>
      {d.reason !== undefined && <p>Lý do: {d.reason}</p>}
      <p className="soft small">{d.source}</p>
    </Note>
  ));
}
