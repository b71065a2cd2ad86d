import type { CasePaperKind } from '@vungmanh/contracts/inspection/case-paper';
import { unheardLabel } from '@vungmanh/contracts/inspection/case-writing';
import type { Statement } from '@vungmanh/contracts/inspection/case';
import type { Paper } from '@vungmanh/documents/paper';
import type { CaseInput, Demand } from '@vungmanh/documents/papers/case';
import { caseConclusionPaper } from '@vungmanh/documents/papers/case-conclusion';
import type { Findings } from '@vungmanh/documents/papers/case-findings';
import { caseMinutesPaper } from '@vungmanh/documents/papers/case-minutes';
import { caseReportPaper } from '@vungmanh/documents/papers/case-report';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';
import type { Reader } from '@vungmanh/platform/db/reader';
import type { CaseEntity } from '../case/case.entity.js';
import { CaseFile } from '../case/case-file.js';
import { caseText, findingOf, minutesOf, reportOf } from '../case/case-text.js';
import { demandsOf } from '../recommendation/demands-of.js';
import type { CaseFacts } from './case-facts.js';

interface Ending {
  readonly reader: Reader;
  readonly sealer: Sealer;
  readonly entity: CaseEntity;
  readonly facts: CaseFacts;
  readonly input: CaseInput;
}

/** Minutes, report and conclusion: what was found and said stands in them as it was when the team reported. */
export async function drawEnding(kind: CasePaperKind, { reader, sealer, entity, facts, input }: Ending): Promise<Paper> {
  const said = wordsOf(await new CaseFile(reader, sealer, entity.id).statements(), entity.reportedAt);
  const report = reportOf(sealer, entity);
  if (kind === 'MINUTES') {
    const minutes = minutesOf(sealer, entity);
    if (!minutes) throw new Error(`Case ${entity.id} has no minutes`);
    return caseMinutesPaper({
      ...input,
      ...said,
      date: input.date ?? minutes.heldOn,
      occasion: `làm việc với ${input.subject}`,
      startedOn: minutes.heldOn,
      startedAt: minutes.startedAt,
      venue: minutes.venue,
      sides: [{ side: 'Thành phần dự', people: minutes.present }],
      items: minutes.items,
      ...(minutes.conclusion === undefined ? {} : { conclusion: minutes.conclusion }),
      received: [],
      leader: facts.leader,
      minuteTaker: facts.minuteTaker,
      ...(report?.unheard === undefined ? { subjectSigner: entity.subject === 'MEMBER' ? facts.subjectName : '' } : { unsigned: unheardLabel[report.unheard.how] }),
    });
  }
  const findings = groupedFindings(await findingTexts(reader, sealer, entity));
  const demands = await demandsOf(reader, sealer, entity.id);
  if (kind === 'REPORT') {
    return caseReportPaper({
      ...input,
      ...said,
      addressee: facts.issuer.name,
      course: report?.course ?? '',
      assessment: report?.assessment ?? '',
      findings,
      proposals: [] satisfies Demand[],
      leader: facts.leader,
    });
  }
  const conclusion = caseText.conclusion.read(sealer, entity.id, entity.conclusionSealed) ?? '';
  return caseConclusionPaper({ ...input, concludedOn: entity.concludedOn ?? '', findings, conclusion, demands });
}

/** The subject's own words by the time of the report: what explains, and what is reserved. */
function wordsOf(statements: readonly Statement[], until: string | null): { explanation?: string; reserved?: string } {
  const of = (kind: Statement['kind']) =>
    statements
      .filter((s) => s.kind === kind && (until === null || s.at <= until))
      .map((s) => s.text)
      .join('\n');
  const [explanation, reserved] = [of('EXPLANATION'), of('RESERVATION')];
  return { ...(explanation === '' ? {} : { explanation }), ...(reserved === '' ? {} : { reserved }) };
}

type FindingLine = { kind: 'STRENGTH' | 'SHORTCOMING' | 'VIOLATION'; about: string; text: string };

/** What stands on paper goes to the subject too, who does not reach the rows of the findings: the platform reads them for the paper alone. */
async function findingTexts(reader: Reader, sealer: Sealer, entity: CaseEntity): Promise<FindingLine[]> {
  const rows = await reader.query<{ id: string; kind: FindingLine['kind']; text_sealed: string }>(
    'select id, kind, text_sealed from case_finding where case_id = $1 and withdrawn_at is null order by at, id',
    [entity.id],
  );
  return rows.map(({ id, kind, text_sealed }) => ({ kind, ...findingOf(sealer, id, text_sealed) }));
}

function groupedFindings(lines: readonly FindingLine[]): Findings[] {
  const abouts = [...new Set(lines.map((l) => l.about))];
  const of = (about: string, kind: FindingLine['kind']) => lines.filter((l) => l.about === about && l.kind === kind).map((l) => l.text);
  return abouts.map((content) => ({
    content,
    strengths: of(content, 'STRENGTH'),
    shortcomings: of(content, 'SHORTCOMING'),
    violations: of(content, 'VIOLATION'),
  }));
}
