import { answerOutbox } from './answer-outbox.js';

function memoryStore() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

describe('answers that wait on the device', () => {
  it('keeps the newest of each question and counts on over a reload', () => {
    const store = memoryStore();
    const before = answerOutbox(store, 'a', 'paper');
    before.put(1, [0], 1000.4);
    before.put(2, [1], 2000);
    before.put(1, [2], 3000);
    const after = answerOutbox(store, 'a', 'paper');
    expect(after.read()).toEqual([
      { position: 2, chosen: [1], seq: 2, elapsedMs: 2000 },
      { position: 1, chosen: [2], seq: 3, elapsedMs: 3000 },
    ]);
    after.put(3, [0], 4000);
    expect(after.read().at(-1)?.seq).toBe(4);
  });

  it('drops what has been sent and keeps what was changed in the meantime', () => {
    const outbox = answerOutbox(memoryStore(), 'a', 'paper');
    outbox.put(1, [0], 1);
    const sent = outbox.read();
    outbox.put(1, [1], 2);
    outbox.sent(sent);
    expect(outbox.read().map((one) => one.chosen)).toEqual([[1]]);
    outbox.sent(outbox.read());
    outbox.put(2, [0], 3);
    expect(outbox.read()).toEqual([{ position: 2, chosen: [0], seq: 3, elapsedMs: 3 }]);
  });

  it('counts on from what the server has of another device', () => {
    const outbox = answerOutbox(memoryStore(), 'a', 'paper');
    outbox.put(1, [0], 1, 7);
    outbox.put(2, [0], 2, 7);
    expect(outbox.read().map((one) => one.seq)).toEqual([8, 9]);
  });

  it('is another for another person and another paper, and works where nothing may be stored', () => {
    const store = memoryStore();
    answerOutbox(store, 'a', 'paper').put(1, [0], 1);
    expect(answerOutbox(store, 'b', 'paper').read()).toEqual([]);
    expect(answerOutbox(store, 'a', 'other').read()).toEqual([]);
    const bare = answerOutbox(undefined, 'a', 'paper');
    bare.put(1, [0], 1);
    expect(bare.read()).toHaveLength(1);
  });
});
