import { MinutesContent } from '@vungmanh/contracts/meetings/minutes';
import { contentOf, differences, type MinutesDraft, readable, withItem } from './minutes-text.js';
import { standingOf } from './vote-rules.js';

const draft: MinutesDraft = {
  items: [
    { agendaIndex: 1, account: ' Thảo luận ', conclusion: '' },
    { agendaIndex: 0, account: '' },
  ],
  ideology: '  ',
  speakers: 9,
  concerns: [
    { topic: 'Đường nội đồng', count: 3, answer: '' },
    { topic: ' ', count: 1 },
  ],
};

describe('minutes under one’s hands', () => {
  it('are sent without what is empty, as the contract wants them', () => {
    expect(contentOf(draft)).toEqual({
      items: [{ agendaIndex: 1, account: 'Thảo luận' }],
      speakers: 9,
      concerns: [{ topic: 'Đường nội đồng', count: 3 }],
    });
    expect(MinutesContent.safeParse(contentOf(draft)).success).toBe(true);
  });

  it('change one item and keep the others', () => {
    const changed = withItem(draft, 2, { account: 'Mới' });
    expect(changed.items).toHaveLength(3);
    expect(withItem(changed, 2, { conclusion: 'Nhất trí' }).items.at(-1)).toEqual({ agendaIndex: 2, account: 'Mới', conclusion: 'Nhất trí' });
  });

  it('show where two versions differ, and nothing else', () => {
    const agenda = [{ title: 'Mở đầu' }, { title: 'Bàn' }];
    const other = withItem({ ...draft, speakers: 10 }, 1, { account: 'Khác' });
    expect(differences(readable(draft, agenda), readable(other, agenda))).toEqual([
      { label: '2. Bàn', mine: ' Thảo luận ', theirs: 'Khác' },
      { label: 'Số đồng chí phát biểu', mine: '9', theirs: '10' },
    ]);
  });
});

describe('a vote while it is counted', () => {
  const roll = { denominator: 26, voters: 24 };
  const at = (matter: 'RESOLUTION' | 'ADMISSION', inFavor: number, against = 0) =>
    standingOf(matter, '2026-12-03', { inFavor, against, noOpinion: 0 }, roll);

  it.each([
    ['RESOLUTION', 14, true],
    ['RESOLUTION', 13, false],
    ['ADMISSION', 18, true],
    ['ADMISSION', 17, false],
  ] as const)('%s with %i of 26: %s', (matter, inFavor, passed) => {
    const standing = at(matter, inFavor);
    expect(standing.passed).toBe(passed);
    expect(inFavor >= (standing.needed ?? Infinity)).toBe(passed);
  });

  it('never takes more votes than voters', () => {
    expect(at('RESOLUTION', 20, 5)).toMatchObject({ cast: 25, tooMany: true, passed: false });
    expect(at('RESOLUTION', 30)).toMatchObject({ tooMany: true, passed: false });
  });
});
