import { DenunciationAct, type DenunciationPart, DenunciationState } from '@vungmanh/contracts/inspection/denunciation-state';
import { Inspector } from '@vungmanh/contracts/inspection/kind';
import { Broken } from '@vungmanh/platform/problem';
import { actsFor, expectAct, expectDue, namesDenunciant, settles, transitions } from './denunciation.rules.js';

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Broken) return error.code;
    throw error;
  }
  return 'done';
};

describe('a denunciation goes from state to state', () => {
  const allowed = new Set(['RECEIVED ACCEPTED', 'RECEIVED KEPT', 'RECEIVED FORWARDED', 'ACCEPTED SETTLED', 'ACCEPTED FORWARDED']);
  it.each(DenunciationState.options.flatMap((from) => DenunciationState.options.map((to) => [from, to] as const)))('%s → %s', (from, to) => {
    expect(transitions[from].includes(to)).toBe(allowed.has(`${from} ${to}`));
  });
});

describe('who may do what', () => {
  it.each<[DenunciationPart, boolean, DenunciationState, string]>([
    ['HANDLER', true, 'RECEIVED', 'share accept keep forward ask-opening confirm-opening'],
    ['HANDLER', false, 'RECEIVED', ''],
    ['HANDLER', true, 'ACCEPTED', 'share forward extend tell settle ask-opening confirm-opening'],
    ['HANDLER', true, 'SETTLED', ''],
    ['VAULT_KEEPER', true, 'ACCEPTED', 'confirm-opening'],
    ['VAULT_KEEPER', false, 'ACCEPTED', ''],
    ['READER', true, 'ACCEPTED', ''],
    ['SUBJECT', false, 'ACCEPTED', 'explain'],
    ['SUBJECT', true, 'RECEIVED', ''],
  ])('%s (right %s) at %s: %s', (part, right, state, said) => {
    expect(actsFor(state, { parts: [part], right }).join(' ')).toBe(said);
  });

  it('is nothing for whoever stands on no list', () => {
    for (const act of DenunciationAct.options) {
      expect(codeOf(() => expectAct(act, 'ACCEPTED', { parts: [], right: true }))).toBe('inspection/not-your-part');
    }
  });

  it('and settling is for commissions and committees', () => {
    expect(Inspector.options.filter(settles)).toEqual(['SECTION_COMMITTEE', 'GRASSROOTS_COMMITTEE', 'SUPERIOR_COMMITTEE', 'INSPECTION_COMMISSION']);
  });
});

it('the day by which it is settled is set by the body where no rule was found, and lies behind the day of acceptance', () => {
  expect(codeOf(() => expectDue('2026-11-20', undefined))).toBe('inspection/due-missing');
  expect(codeOf(() => expectDue('2026-11-20', '2026-11-20'))).toBe('inspection/due-too-late');
  expect(expectDue('2026-11-20', '2027-01-20')).toBe('2027-01-20');
});

it.each([
  ['Bà Đinh Thị Mật thấy thu tiền', true],
  ['bà ĐINH THI MAT, hàng xóm', true],
  ['Gọi 0987.000.111 để hỏi', true],
  ['Thu tiền, có mật thư', false],
  ['Bà Đinh Thị Mận không biết', false],
])('%s: names who denounces: %s', (item, named) => {
  expect(namesDenunciant(['Thu tiền', item], { name: 'Đinh Thị Mật', contact: '0987 000 111, bản Kín' })).toBe(named);
});
