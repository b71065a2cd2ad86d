import type { MeetingState } from '@vungmanh/contracts/meetings/meeting-state';
import type { PaperKind } from '@vungmanh/contracts/meetings/paper';
import { issuingName, numberIn, placeName } from '@vungmanh/documents/papers/body-names';
import { clockText, isReady, meetingWords } from './paper.rules.js';

const inEvery = (state: MeetingState) => ({ state, prepared: true, noticed: true, adopted: false });

describe('when a paper has its content', () => {
  it.each<[PaperKind, MeetingState, boolean]>([
    ['NOTICE', 'PREPARED', false],
    ['NOTICE', 'NOTIFIED', true],
    ['NOTICE', 'PUBLISHED', true],
    ['ROLL', 'PLANNED', false],
    ['ROLL', 'PREPARED', true],
    ['MINUTES', 'IN_SESSION', false],
    ['MINUTES', 'CLOSED', true],
    ['MINUTES', 'CANCELLED', false],
    ['RESOLUTION', 'CLOSED', false],
  ])('%s, %s: %s', (kind, state, ready) => {
    expect(isReady(kind, inEvery(state))).toBe(ready);
  });

  it('a resolution once it is adopted, a notice never without having been given', () => {
    expect(isReady('RESOLUTION', { ...inEvery('IN_SESSION'), adopted: true })).toBe(true);
    expect(isReady('NOTICE', { ...inEvery('PUBLISHED'), noticed: false })).toBe(false);
  });
});

it.each([
  [{ kind: 'REGULAR', coversThematic: false, month: '2026-12' }, 'sinh hoạt chi bộ thường kỳ tháng 12/2026'],
  [{ kind: 'REGULAR', coversThematic: true, month: '2026-12' }, 'sinh hoạt chi bộ thường kỳ kết hợp sinh hoạt chuyên đề tháng 12/2026'],
  [{ kind: 'THEMATIC', coversThematic: false, month: '2026-11' }, 'sinh hoạt chuyên đề quý IV/2026'],
  [{ kind: 'EXTRAORDINARY', coversThematic: false, month: '2026-12' }, 'họp chi bộ bất thường tháng 12/2026'],
] as const)('%j is called %s', (meeting, words) => {
  expect(meetingWords(meeting, 'CELL')).toBe(words);
});

it.each([
  [['Chi bộ bản Máy', 'Đảng bộ xã Quan Sơn', 'Đảng bộ tỉnh Thanh Hóa'], 'Quan Sơn'],
  [['Chi bộ Trường Mầm non', 'Đảng bộ bộ phận', 'Đảng bộ phường Hạc Thành'], 'Hạc Thành'],
  [['Chi bộ 1, Sở Nội vụ', 'Đảng bộ Sở Nội vụ', 'Đảng bộ tỉnh Minh Sơn (dữ liệu mô phỏng)'], 'Minh Sơn'],
  [['Đảng bộ Khối'], 'Đảng bộ Khối'],
])('the place of %j is %s', (path, place) => {
  expect(placeName(path)).toBe(place);
});

it('a committee speaks under its own name, a number is read from its line, an hour is that of Vietnam', () => {
  expect(issuingName('Đảng bộ xã A', 'COMMITTEE')).toBe('Đảng ủy xã A');
  expect(issuingName('Chi bộ thôn 1', 'CELL')).toBe('Chi bộ thôn 1');
  expect(numberIn('Số 05-NQ/CB')).toBe(5);
  expect(numberIn('')).toBeUndefined();
  expect(numberIn(null)).toBeUndefined();
  expect(clockText('2026-12-03T12:00:00.000Z')).toBe('19:00');
});
