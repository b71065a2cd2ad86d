import { codeIn, codeText, expiryOf, isValid, numberText } from './certificate.rules.js';
import { newCode } from './new-code.js';

it.each([
  // HD 61/2022: the certificate of awareness counts for 60 months
  ['2026-12-12', 60, '2031-12-12'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-12-12', undefined, undefined],
])('issued %s for %s months: until %s', (on, months, until) => {
  expect(expiryOf(on, months)).toBe(until);
});

it.each([
  [{ state: 'VALID', expiresOn: null }, true],
  [{ state: 'VALID', expiresOn: '2026-12-12' }, true],
  [{ state: 'VALID', expiresOn: '2026-12-11' }, false],
  [{ state: 'REPLACED', expiresOn: null }, false],
  [{ state: 'WITHDRAWN', expiresOn: '2030-01-01' }, false],
] as const)('%j on 11/12/2026: %s', (certificate, valid) => {
  expect(isValid(certificate, '2026-12-11')).toBe(valid);
});

it('gives codes that nobody guesses, and reads them as people copy them', () => {
  const codes = Array.from({ length: 1000 }, newCode);
  expect(new Set(codes).size).toBe(1000);
  for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-Z]{16}$/);
  const [code = ''] = codes;
  expect(codeText(code)).toMatch(/^(\w{4}-){3}\w{4}$/);
  expect(codeIn(` ${codeText(code).toLowerCase()} `)).toBe(code);
  expect([codeIn('ABCD'), codeIn(`${code}2`), codeIn('O'.repeat(16)), codeIn("' or 1=1 --")]).toEqual([undefined, undefined, undefined, undefined]);
});

it('prints numbers as the book has them', () => {
  expect([numberText(7, 2026), numberText(118, 2026)]).toEqual(['07/2026/GCN', '118/2026/GCN']);
});
