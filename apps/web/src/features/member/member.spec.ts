import type { Member } from '@vungmanh/contracts/membership/member';
import { dayBefore, showPeriod } from '../../text/periods.js';
import { aboutOf, changesOf } from './correction.js';
import { rosterRemarks } from './roster.js';
import { endsOf, remarksOf } from './status.js';
import { timelineOf } from './timeline.js';

const member: Member = {
  id: 'm',
  version: 3,
  name: 'Nguyễn Văn Mẫu',
  status: 'OFFICIAL',
  nodeId: 'cell',
  nodeName: 'Chi bộ thôn Đông',
  exempt: false,
  away: true,
  cardNumber: '12345678',
  citizenNumber: '•••••••••123',
  admittedOn: '2010-05-19',
  statuses: [
    { status: 'PROBATIONARY', from: '2010-05-19', to: '2011-05-19', decision: '12-QĐ/HU' },
    { status: 'OFFICIAL', from: '2011-05-19' },
  ],
  enrollments: [
    { id: 'e1', kind: 'OFFICIAL', nodeId: 'cell', nodeName: 'Chi bộ thôn Đông', from: '2010-05-19' },
    { id: 'e2', kind: 'TEMPORARY', nodeId: 'other', nodeName: 'Chi bộ thôn Đoài', from: '2020-01-01', to: '2021-01-01' },
  ],
  exemptions: [],
  managed: [],
  workingAway: [{ id: 'w', place: 'Bình Dương', reason: 'công nhân', expectedBack: '2027-01-15', from: '2026-03-01' }],
  disciplines: [],
  suspensions: [],
  certificates: [],
};

describe('the years of a record', () => {
  const entries = timelineOf(member, '2026-11-22');

  it('are one line of time, newest first', () => {
    expect(entries.map((e) => [e.from, e.title])).toEqual([
      ['2026-03-01', 'Đi làm ăn xa: Bình Dương'],
      ['2020-01-01', 'Sinh hoạt tạm thời tại Chi bộ thôn Đoài'],
      ['2011-05-19', 'Đảng viên chính thức'],
      ['2010-05-19', 'Sinh hoạt chính thức tại Chi bộ thôn Đông'],
      ['2010-05-19', 'Đảng viên dự bị'],
    ]);
    expect(entries[0]?.about).toBe('công nhân · dự kiến về 15/01/2027');
    expect(entries[4]?.about).toBe('Quyết định 12-QĐ/HU');
  });

  it('offer to end only what still runs and has a command of its own', () => {
    expect(entries.filter((e) => e.ending).map((e) => e.ending)).toEqual([{ noun: 'working-away', periodId: 'w' }]);
    expect(timelineOf(member, '2020-06-01').filter((e) => e.ending)).toHaveLength(2);
  });
});

it('says periods with their last day, as people do', () => {
  expect(dayBefore('2026-03-01')).toBe('2026-02-28');
  expect(showPeriod('2020-01-01', '2021-01-01')).toBe('từ 01/01/2020 đến hết 31/12/2020');
  expect(showPeriod('2020-01-01', undefined)).toBe('từ 01/01/2020 đến nay');
});

it('corrects only what is different, and never a number that is hidden', () => {
  const start = aboutOf(member);
  expect(start).toEqual({ name: 'Nguyễn Văn Mẫu', cardNumber: '12345678', admittedOn: '2010-05-19' });
  expect(changesOf(start, { ...start, name: 'Nguyễn Văn Mâu', phone: '0900000000' })).toEqual({ name: 'Nguyễn Văn Mâu', phone: '0900000000' });
  expect(changesOf(start, start)).toEqual({});
});

it('knows how membership may end', () => {
  expect(endsOf('OFFICIAL')).toContain('EXPELLED');
  expect(endsOf('PROBATIONARY')).not.toContain('EXPELLED');
  expect(endsOf('LEFT')).toEqual([]);
});

it('says beside a name what a roll must know', () => {
  expect(remarksOf({ exempt: true, away: false, temporaryNodeName: 'Chi bộ thôn Đoài' })).toEqual([
    'Miễn sinh hoạt',
    'Sinh hoạt tạm thời tại Chi bộ thôn Đoài',
  ]);
  expect(rosterRemarks({ ...member, enrollment: 'TEMPORARY_HERE' })).toEqual([
    'Sinh hoạt tạm thời, nơi chính thức: Chi bộ thôn Đông',
    'Đi làm ăn xa',
  ]);
  expect(rosterRemarks({ ...member, away: false, enrollment: 'TEMPORARILY_ELSEWHERE' })).toEqual(['Sinh hoạt tạm thời ở nơi khác']);
});
