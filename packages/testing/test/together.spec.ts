import { Together } from '@vungmanh/platform/db/together';

const settled = (one: number): PromiseSettledResult<string> =>
  one < 0 ? { status: 'rejected', reason: new Error(`no ${one}`) } : { status: 'fulfilled', value: `done ${one}` };

/** Work that waits until it is let go, and tells how it was called. */
function slowWork() {
  const groups: number[][] = [];
  const gates: (() => void)[] = [];
  const work = async (all: readonly number[]): Promise<PromiseSettledResult<string>[]> => {
    groups.push([...all]);
    await new Promise<void>((resolve) => gates.push(resolve));
    return all.map(settled);
  };
  const go = async (): Promise<void> => {
    while (gates.length > 0) gates.shift()?.();
    for (let rounds = 0; rounds < 5; rounds += 1) await new Promise(setImmediate);
  };
  return { groups, work, go };
}
const soon = async () => {
  for (let rounds = 0; rounds < 5; rounds += 1) await new Promise(setImmediate);
};

describe('what is asked for at the same time', () => {
  it('goes at once when it comes alone, and together while another is under way', async () => {
    const { groups, work, go } = slowWork();
    const together = new Together(work, { atOnce: 1, most: 3 });
    const first = together.do(1);
    await soon();
    const others = [2, 3, 4, 5, 6].map((n) => together.do(n));
    await soon();
    expect(groups).toEqual([[1]]);
    await go();
    expect(await first).toBe('done 1');
    expect(groups).toEqual([[1], [2, 3, 4]]);
    await go();
    await go();
    expect(await Promise.all(others)).toEqual([2, 3, 4, 5, 6].map((n) => `done ${n}`));
    expect(groups).toEqual([[1], [2, 3, 4], [5, 6]]);
  });

  it('has no more groups under way than were allowed, and goes on after a pause', async () => {
    const { groups, work, go } = slowWork();
    const together = new Together(work, { atOnce: 2, most: 1 });
    const all = [1, 2, 3, 4].map((n) => together.do(n));
    await soon();
    expect(groups).toEqual([[1], [2]]);
    await go();
    expect(groups).toHaveLength(4);
    await go();
    await Promise.all(all);
    const late = together.do(5);
    await soon();
    await go();
    expect(await late).toBe('done 5');
  });

  it('tells each its own outcome, and all of them when the work throws', async () => {
    const each = new Together(async (all: readonly number[]) => all.map(settled), { atOnce: 1, most: 9 });
    const told = await Promise.allSettled([1, -2, 3].map((n) => each.do(n)));
    expect(told.map((t) => t.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const broken = new Together<number, string>(() => Promise.reject(new Error('away')), { atOnce: 1, most: 9 });
    const lost = await Promise.allSettled([1, 2].map((n) => broken.do(n)));
    expect(lost).toEqual(Array.from({ length: 2 }, () => ({ status: 'rejected', reason: new Error('away') })));
    await expect(broken.do(3)).rejects.toThrow('away');
  });
});
