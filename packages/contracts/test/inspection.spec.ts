import * as kind from '../src/inspection/kind.js';

it.each([
  ['Inspector', kind.Inspector, kind.inspectorLabel],
  ['InspectionKind', kind.InspectionKind, kind.inspectionKindLabel],
  ['SubjectKind', kind.SubjectKind, kind.subjectKindLabel],
  ['CaseState', kind.CaseState, kind.caseStateLabel],
  ['EscalationTarget', kind.EscalationTarget, kind.escalationTargetLabel],
  ['FindingKind', kind.FindingKind, kind.findingKindLabel],
  ['DisciplineForm', kind.DisciplineForm, kind.disciplineFormLabel],
  ['DisciplineSubject', kind.DisciplineSubject, kind.disciplineSubjectLabel],
] as const)('%s: every word has a label of its own, in the order of the enum', (_name, { options }, labels) => {
  expect(Object.keys(labels)).toEqual(options);
  expect(new Set(Object.values(labels)).size).toBe(options.length);
  for (const label of Object.values(labels)) expect(label).toMatch(/^\p{Lu}.*[^.]$/u);
});
