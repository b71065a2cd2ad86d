import { z } from 'zod';
import { draftStore, forgetDrafts } from './drafts.js';
import { canonical } from './use-draft.js';

class Memory {
  readonly map = new Map<string, string>();
  get length(): number {
    return this.map.size;
  }
  key = (i: number) => [...this.map.keys()][i] ?? null;
  getItem = (key: string) => this.map.get(key) ?? null;
  setItem = (key: string, value: string) => void this.map.set(key, value);
  removeItem = (key: string) => void this.map.delete(key);
}
const schema = z.object({ text: z.string() });

it('keeps unsaved text apart by account, and forgets it at signing out with nothing else', () => {
  const store = new Memory();
  store.setItem('vungmanh.roll.a.m', '[]');
  draftStore(schema, 'a', 'm.minutes', store).write({ base: { text: '' }, value: { text: 'Đang ghi' } });
  expect(draftStore(schema, 'a', 'm.minutes', store).read()).toEqual({ base: { text: '' }, value: { text: 'Đang ghi' } });
  expect(draftStore(schema, 'b', 'm.minutes', store).read()).toBeUndefined();
  forgetDrafts(store);
  expect([...store.map.keys()]).toEqual(['vungmanh.roll.a.m']);
});

it('reads nothing from a text that does not fit any more', () => {
  const store = new Memory();
  store.setItem('vungmanh.draft.a.x', '{"base":{"text":1},"value":{"text":"a"}}');
  expect(draftStore(schema, 'a', 'x', store).read()).toBeUndefined();
  store.setItem('vungmanh.draft.a.x', 'không phải JSON');
  expect(draftStore(schema, 'a', 'x', store).read()).toBeUndefined();
});

it('holds two contents against each other whatever the order of their keys', () => {
  expect(canonical({ a: 1, b: [{ d: 1, c: 2 }] })).toBe(canonical({ b: [{ c: 2, d: 1 }], a: 1 }));
  expect(canonical({ a: [1, 2] })).not.toBe(canonical({ a: [2, 1] }));
});
