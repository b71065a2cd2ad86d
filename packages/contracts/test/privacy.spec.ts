import { Guest, RollPageLine } from '../src/attendance.js';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { AuditLine } from '../src/audit.js';
import { MySession } from '../src/gateway/session.js';
import { Account, createAccount } from '../src/identity/account.js';
import { CellRecord, CheckFinding } from '../src/inspection/check-cell.js';
import { CheckNotice, MeetingCheck } from '../src/inspection/meeting-check.js';
import { PlanLine } from '../src/inspection/plan-line.js';
import { SupervisionLine } from '../src/inspection/supervision-line.js';
import { InspectionCase } from '../src/inspection/case.js';
import { Recommendation } from '../src/inspection/recommendation.js';
import { ReportPaper } from '../src/inspection/report-paper.js';
import { WrittenReport } from '../src/inspection/written-report.js';
import { Denunciation } from '../src/inspection/denunciation.js';
import { Discipline } from '../src/inspection/discipline.js';
import { MinutesContent } from '../src/meetings/minutes.js';
import { Task } from '../src/meetings/task.js';
import { DutyLine } from '../src/training/duty.js';
import { TrainingPlan } from '../src/training/plan.js';
import { Member, MemberLine } from '../src/membership/member.js';
import { enterMember } from '../src/membership/member-change.js';
import { Preparation } from '../src/training/preparation.js';
import { TakenCourse } from '../src/training/past-attendance.js';
import { Entry } from '../src/training/contest-round.js';
import { QuizResult } from '../src/training/quiz.js';
import { Certificate } from '../src/training/certificate.js';
import { Enrollment } from '../src/training/enrollment.js';
import { memberColumns } from '../src/organization/import-sheet.js';
import { permissions } from '../src/permission.js';
import { personalData, maskedFields, sealedColumns } from '../src/privacy/register.js';
import type { PersonalField } from '../src/privacy/field.js';

const register: readonly PersonalField[] = personalData;
const repository = fileURLToPath(new URL('../../..', import.meta.url));
const registered = register.flatMap((f) => f.fields);

/** `statuses.reason` for what lies within a list of objects. */
function pathsOf(schema: z.ZodObject, before = ''): string[] {
  return Object.entries(schema.shape).flatMap(([name, type]) => {
    let inner = type as z.ZodType;
    while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault || inner instanceof z.ZodReadonly) inner = inner.unwrap() as z.ZodType;
    const element = inner instanceof z.ZodArray ? inner.element : undefined;
    return element instanceof z.ZodObject ? pathsOf(element, `${before}${name}.`) : [`${before}${name}`];
  });
}

/** What is no personal data in a schema, or is under another name of the register already. */
const besides = new Set(['member.id', 'member.version']);

describe('the register of personal data', () => {
  it.each([
    ['member', pathsOf(Member)],
    ['enter', pathsOf(enterMember.input)],
    ['sheet', memberColumns.map((c) => c.key)],
    ['guest', pathsOf(Guest).filter((f) => f !== 'id')],
    ['checkRecord', Object.keys(CellRecord.shape)],
    ['checkNotice', Object.keys(CheckNotice.shape)],
    ['minutes', Object.keys(MinutesContent.shape).filter((f) => f !== 'speakers')],
  ])('has every field of %s, once', (schema, fields) => {
    const wanted = fields.map((f) => `${schema}.${f}`).filter((f) => !besides.has(f));
    expect(registered.filter((f) => f.startsWith(`${schema}.`)).toSorted()).toEqual([...new Set(wanted)].toSorted());
  });

  it('names no field that its schema does not have', () => {
    const others: Record<string, readonly string[]> = {
      account: Object.keys(Account.shape),
      session: Object.keys(MySession.shape),
      roll: Object.keys(RollPageLine.shape),
      task: Object.keys(Task.shape),
      line: Object.keys(PlanLine.shape),
      supervision: Object.keys(SupervisionLine.shape),
      case: Object.keys(InspectionCase.shape),
      recommendation: Object.keys(Recommendation.shape),
      reportPaper: Object.keys(ReportPaper.shape),
      writtenReport: Object.keys(WrittenReport.shape),
      discipline: Object.keys(Discipline.shape),
      denunciation: Object.keys(Denunciation.shape),
      audit: Object.keys(AuditLine.shape),
      checkFinding: Object.keys(CheckFinding.shape),
      checkChange: Object.keys(MeetingCheck.shape.changes.element.shape),
      takenCourse: Object.keys(TakenCourse.shape),
      preparation: Object.keys(Preparation.shape),
      enrollment: Object.keys(Enrollment.shape),
      certificate: Object.keys(Certificate.shape),
      contestEntry: Object.keys(Entry.shape),
      quizResult: Object.keys(QuizResult.shape),
      duty: Object.keys(DutyLine.shape),
      trainingPlan: Object.keys(TrainingPlan.shape),
      secret: Object.keys(createAccount.input.shape),
    };
    const unknown = registered.filter((f) => {
      const [schema = '', name = ''] = f.split('.');
      return others[schema] !== undefined && !others[schema].includes(name);
    });
    expect(unknown).toEqual([]);
    const schemas = new Set(registered.map((f) => f.split('.')[0] ?? ''));
    expect([...schemas].toSorted()).toEqual(
      [...Object.keys(others), 'checkNotice', 'checkRecord', 'enter', 'guest', 'member', 'minutes', 'sheet'].toSorted(),
    );
  });

  it('says of each why, for what, how long and who reads', () => {
    for (const field of register) {
      for (const said of [field.label, field.group, field.basis, field.purpose, field.retention]) expect(said.length).toBeGreaterThan(5);
      expect(field.readers.length).toBeGreaterThan(0);
      for (const reader of field.readers) expect(['self', 'nobody', ...permissions]).toContain(reader);
    }
    expect(new Set(register.map((f) => f.key)).size).toBe(register.length);
  });

  it('seals or hashes what is sensitive, or says why it cannot', () => {
    const bare = register.filter((f) => f.class === 'SENSITIVE' && f.stored === 'CLEAR' && f.clearBecause === undefined);
    expect(bare.map((f) => f.key)).toEqual([]);
    const needless = register.filter((f) => f.stored !== 'CLEAR' && f.class !== 'SENSITIVE');
    expect(needless.map((f) => f.key)).toEqual([]);
    expect(register.filter((f) => f.clearBecause !== undefined && f.stored !== 'CLEAR').map((f) => f.key)).toEqual([]);
  });

  it('masks only what is sealed, and no list of members holds any of that', () => {
    expect(register.filter((f) => f.masked && f.stored !== 'SEALED').map((f) => f.key)).toEqual([]);
    expect(maskedFields).toEqual(['citizenNumber', 'phone']);
    const sealed = register.filter((f) => f.stored === 'SEALED').flatMap((f) => f.fields);
    expect(pathsOf(MemberLine).filter((f) => sealed.includes(`member.${f}`))).toEqual([]);
  });
});

describe('what is written sealed', () => {
  const sources = readdirSync(join(repository, 'apps'), { recursive: true, withFileTypes: true })
    .filter(
      (f) =>
        f.isFile() &&
        f.name.endsWith('.ts') &&
        !f.name.endsWith('.spec.ts') &&
        /[/\\]src([/\\]|$)/.test(f.parentPath) &&
        !f.parentPath.includes('node_modules'),
    )
    .map((f) => ({ service: /apps[/\\](\w+)/.exec(f.parentPath)?.[1] ?? '', text: readFileSync(join(f.parentPath, f.name), 'utf8') }));
  const written = sources.flatMap(({ service, text }) => [...text.matchAll(/\bsealed\('([\w.]+)'\)/g)].map((m) => `${service}.${m[1]}`));

  it('is what the register says, and all of it', () => {
    // Rows of a sheet are sealed as those of the person that they will be.
    const own = new Set(sealedColumns.filter((c) => !c.includes('.import_row.')).map((c) => c.replace(/_sealed$/, '')));
    expect(written.toSorted()).toEqual([...own].toSorted());
  });

  it('is a column that there is', () => {
    const migrations = sources.filter(({ text }) => text.includes('MigrationInterface')).map((m) => ({ ...m, text: m.text.replace(/--.*$/gm, '') }));
    for (const column of [...sealedColumns, ...register.flatMap((f) => [...f.columns, ...(f.digests ?? [])])]) {
      const [service, table, name] = column.split('.');
      if (table === 'idempotency') continue;
      const found = migrations.some(
        (m) =>
          m.service === service && new RegExp(`create table ${table} \\([^;]*\\b${name}\\b|alter table ${table} [^;]*\\b${name}\\b`).test(m.text),
      );
      expect([column, found]).toEqual([column, true]);
    }
  });
});
