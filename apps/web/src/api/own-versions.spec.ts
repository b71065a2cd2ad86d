import { ownLatest, rememberOwn } from './own-versions.js';

const act = { subject: 'inspection.case.step', http: { method: 'POST', path: '/cases/:caseId/steps' } } as const;
const other = { subject: 'inspection.minutes.write', http: act.http } as const;

it('goes on from what this page did itself, step by step', () => {
  rememberOwn(act, { id: 'a', version: 4 }, 3);
  rememberOwn(act, { id: 'a', version: 5 }, 4);
  expect(ownLatest(act, { caseId: 'a' }, 3)).toBe(5);
  expect(ownLatest(act, { caseId: 'a' }, 5)).toBe(5);
});

it('leaves a version that somebody else made, another thing, and a command without one', () => {
  rememberOwn(act, { id: 'b', version: 8 }, 7);
  expect(ownLatest(act, { caseId: 'b' }, 6)).toBe(6);
  expect(ownLatest(act, { caseId: 'c', other: 'b' }, 7)).toBe(7);
  expect(ownLatest(other, { caseId: 'b' }, 7)).toBe(7);
  expect(ownLatest(act, { caseId: 'b' }, undefined)).toBeUndefined();
  rememberOwn(act, { nominated: 3 }, 7);
  rememberOwn(act, undefined, 7);
});
