import { Injectable } from '@nestjs/common';
import { newId } from '@vungmanh/contracts/new-id';
import { searchText } from '@vungmanh/contracts/text';
import {
  chapterChanged,
  type ChapterContent,
  type ChapterDraft,
  dropChapterDraft,
  publishChapter,
  reviseChapter,
  withdrawChapter,
  writeChapter,
} from '@vungmanh/contracts/training/chapter';
import { Clock } from '@vungmanh/platform/clock';
import { broke } from '@vungmanh/platform/db/broke';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { namesSecret } from '@vungmanh/platform/names-secret';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { chapterDraft, lockChapter } from './chapter-page.js';
import { ChapterEntity } from './chapter.entity.js';

type Keeping = typeof reviseChapter | typeof publishChapter | typeof dropChapterDraft | typeof withdrawChapter;

/** Writing chapters, publishing their editions, and taking them out of use. */
@Injectable()
export class ChapterService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  @Rpc(writeChapter)
  async write(call: Call<typeof writeChapter>): Promise<ChapterDraft> {
    const { nodeId, code, content } = call.input;
    if (namesSecret(content.title)) throw fail(writeChapter, 'training/secret-document');
    try {
      return await this.db.commit(call, async (tx) => {
        const chapter = ChapterEntity.begin({ id: newId(tx.clock.millis()), nodeId, code });
        await tx.insert(chapter);
        await keepDraft(tx, chapter.id, content);
        tx.about({ node: nodeId, target: chapter.id });
        return chapterDraft(tx, call, chapter.id);
      });
    } catch (error) {
      throw broke(error, 'chapter_code_once') ? fail(writeChapter, 'training/chapter-code-taken') : error;
    }
  }

  @Rpc(reviseChapter)
  revise(call: Call<typeof reviseChapter>): Promise<ChapterDraft> {
    const { content } = call.input;
    if (namesSecret(content.title)) throw fail(reviseChapter, 'training/secret-document');
    return this.apply(call, async (tx, chapter) => {
      chapter.check('revise');
      await keepDraft(tx, chapter.id, content);
    });
  }

  @Rpc(publishChapter)
  publish(call: Call<typeof publishChapter>): Promise<ChapterDraft> {
    return this.apply(call, async (tx, chapter) => {
      chapter.publish();
      const content = await takeDraft(tx, chapter.id);
      if (!content) throw fail(publishChapter, 'training/chapter-without-draft');
      await tx.query(
        `insert into chapter_edition (chapter_id, number, content, published_on, note, search)
         values ($1, $2, $3, $4, $5, setweight(to_tsvector('simple', $6), 'A') || setweight(to_tsvector('simple', $7), 'B'))`,
        [
          chapter.id,
          chapter.edition,
          JSON.stringify(content),
          this.clock.today(),
          call.input.note ?? null,
          plain([chapter.code, content.title, ...content.keywords, ...content.themes].join(' ')),
          plain(content.body),
        ],
      );
      tell(tx, chapter);
    });
  }

  @Rpc(dropChapterDraft)
  drop(call: Call<typeof dropChapterDraft>): Promise<ChapterDraft> {
    return this.apply(call, async (tx, chapter) => {
      chapter.drop();
      if (!(await takeDraft(tx, chapter.id))) throw fail(dropChapterDraft, 'training/chapter-without-draft');
    });
  }

  @Rpc(withdrawChapter)
  withdraw(call: Call<typeof withdrawChapter>): Promise<ChapterDraft> {
    return this.apply(call, async (tx, chapter) => {
      chapter.withdraw(call.input.because, this.clock.today());
      const [draft] = await tx.query('select 1 as found from chapter_draft where chapter_id = $1', [chapter.id]);
      if (draft) throw fail(withdrawChapter, 'training/chapter-has-draft');
      tell(tx, chapter);
    });
  }

  private apply(call: Call<Keeping>, act: (tx: Tx, chapter: ChapterEntity) => Promise<void>): Promise<ChapterDraft> {
    return this.db.commit(call, async (tx) => {
      const chapter = await lockChapter(tx, call, call.input.chapterId);
      tx.expectVersion(call, chapter);
      tx.about({ node: chapter.nodeId, target: chapter.id });
      await act(tx, chapter);
      await tx.update(chapter);
      return chapterDraft(tx, call, chapter.id);
    });
  }
}

/** Hyphens and slashes part words: a number is found by any of its parts. */
const plain = (text: string): string => searchText(text).replaceAll(/[^\p{L}\p{N}]+/gu, ' ');

const keepDraft = (tx: Tx, chapterId: string, content: ChapterContent): Promise<unknown> =>
  tx.query('insert into chapter_draft (chapter_id, content) values ($1, $2) on conflict (chapter_id) do update set content = excluded.content', [
    chapterId,
    JSON.stringify(content),
  ]);

async function takeDraft(tx: Tx, chapterId: string): Promise<ChapterContent | undefined> {
  const [row] = await tx.query<{ content: ChapterContent }>('delete from chapter_draft where chapter_id = $1 returning content', [chapterId]);
  return row?.content;
}

/** The version is the one that the row is about to get. */
function tell(tx: Tx, { id, version, state, edition }: ChapterEntity): void {
  if (state === 'PUBLISHED' || state === 'WITHDRAWN') tx.publish(chapterChanged, { id, version: version + 1, state, edition });
}
