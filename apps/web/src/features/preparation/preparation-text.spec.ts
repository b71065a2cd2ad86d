import { lackingText, stateText, stateTone } from './preparation-text.js';

it('says how an entry stands, and that its time is over', () => {
  expect(stateText({ state: 'APPROVED', expired: false })).toBe('Trong quy hoạch');
  expect([stateText({ state: 'APPROVED', expired: true }), stateTone({ state: 'APPROVED', expired: true })]).toEqual(['Hết thời hạn', 'late']);
});

it('names what is lacking and counts nothing', () => {
  const checks = [
    { aspect: 'AGE' as const, verdict: 'MET' as const, has: '41 tuổi' },
    { aspect: 'THEORY' as const, verdict: 'LACKING' as const, has: 'Sơ cấp' },
    { aspect: 'DUTY_COURSE' as const, verdict: 'LACKING' as const, has: 'Chưa học lớp mô phỏng' },
  ];
  expect(lackingText({ checks })).toBe('Sơ cấp; Chưa học lớp mô phỏng');
  expect(lackingText({ checks: checks.slice(0, 1) })).toBeUndefined();
});
