import { publishChapter, reviseChapter, writeChapter } from '@vungmanh/contracts/training/chapter';
import type { Person } from '../person.js';

/** A chapter of which one edition is read by everybody and the next is being written. */
export async function chapterInWork(officer: Person, nodeId: string): Promise<string> {
  const content = { title: 'Chương mô phỏng', body: 'Nội dung mô phỏng', keywords: [], areas: [], kinds: [], sectors: [], themes: [] };
  const written = await officer.doOnceKnown(writeChapter, { nodeId, code: 'MP-01', content });
  const published = await officer.do(publishChapter, { chapterId: written.id }, written);
  await officer.do(reviseChapter, { chapterId: written.id, content }, published);
  return written.id;
}
