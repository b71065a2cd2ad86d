import type { AccessLine, CaseDocument, CaseStep, Finding, Statement } from '@vungmanh/contracts/inspection/case';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';
import { present } from '@vungmanh/platform/db/present';
import type { Reader } from '@vungmanh/platform/db/reader';
import { caseText, findingOf, opened } from './case-text.js';

const NAME_SQL = `coalesce((select p.name from person_name p where p.person_id = x.by_id), '') as "byName"`;

/** What hangs on a case, oldest first; each reads only what is in the reader's reach. */
export class CaseFile {
  constructor(
    private readonly reader: Reader,
    private readonly sealer: Sealer,
    private readonly caseId: string,
  ) {}

  async access(): Promise<AccessLine[]> {
    const rows = await this.reader.query<Omit<AccessLine, 'since' | 'until' | 'reason'> & { since: Date; until: Date | null; reason_sealed: string }>(
      `select x.id, x.person_id as "personId", coalesce(n.name, '') as name, x.part, x.since, x.until, ${NAME_SQL}, x.reason_sealed
       from case_access x left join person_name n on n.person_id = x.person_id where x.case_id = $1 order by x.since, x.id`,
      [this.caseId],
    );
    return rows.map(({ since, until, reason_sealed, ...row }) => ({
      ...row,
      since: since.toISOString(),
      ...(until === null ? {} : { until: until.toISOString() }),
      reason: opened(caseText.access, this.sealer, row.id, reason_sealed),
    }));
  }

  async steps(): Promise<CaseStep[]> {
    const rows = await this.reader.query<
      { id: string; at: Date; onDay: string | null; note_sealed: string | null } & Omit<CaseStep, 'at' | 'onDay' | 'note'>
    >(
      `select x.id, x.at, x.kind, x.on_day::text as "onDay", ${NAME_SQL}, x.note_sealed, x.deviations from case_step x where x.case_id = $1 order by x.at, x.id`,
      [this.caseId],
    );
    return rows.map(({ id, at, onDay, note_sealed, ...row }) =>
      present({ ...row, at: at.toISOString(), onDay, note: caseText.step.read(this.sealer, id, note_sealed) ?? null }),
    );
  }

  async notes(): Promise<{ at: string; byName: string; text: string }[]> {
    const rows = await this.reader.query<{ id: string; at: Date; byName: string; text_sealed: string }>(
      `select x.id, x.at, ${NAME_SQL}, x.text_sealed from case_note x where x.case_id = $1 order by x.at, x.id`,
      [this.caseId],
    );
    return rows.map(({ id, at, byName, text_sealed }) => ({
      at: at.toISOString(),
      byName,
      text: opened(caseText.note, this.sealer, id, text_sealed),
    }));
  }

  /** Those that stand. */
  async findings(): Promise<Finding[]> {
    const rows = await this.reader.query<{ id: string; kind: Finding['kind']; at: Date; byName: string; text_sealed: string }>(
      `select x.id, x.kind, x.at, ${NAME_SQL}, x.text_sealed from case_finding x where x.case_id = $1 and x.withdrawn_at is null order by x.at, x.id`,
      [this.caseId],
    );
    return rows.map(({ id, kind, at, byName, text_sealed }) => {
      const { about, text } = findingOf(this.sealer, id, text_sealed);
      return { id, kind, about, text, byName, at: at.toISOString() };
    });
  }

  async statements(): Promise<Statement[]> {
    const rows = await this.reader.query<{ id: string; at: Date; byName: string; kind: Statement['kind']; text_sealed: string }>(
      `select x.id, x.at, ${NAME_SQL}, x.kind, x.text_sealed from case_statement x where x.case_id = $1 order by x.at, x.id`,
      [this.caseId],
    );
    return rows.map(({ id, at, text_sealed, ...row }) => ({
      ...row,
      at: at.toISOString(),
      text: opened(caseText.statement, this.sealer, id, text_sealed),
    }));
  }

  async documents(): Promise<CaseDocument[]> {
    const rows = await this.reader.query<
      { at: Date; name_sealed: string; findingId: string | null } & Omit<CaseDocument, 'at' | 'name' | 'findingId'>
    >(
      `select x.id, x.kind, x.finding_id as "findingId", x.name_sealed, x.type, x.bytes, x.attached_at as at
       from case_document x where x.case_id = $1 order by x.attached_at, x.id`,
      [this.caseId],
    );
    return rows.map(({ at, name_sealed, ...row }) =>
      present({ ...row, at: at.toISOString(), name: opened(caseText.document, this.sealer, row.id, name_sealed) }),
    );
  }
}
