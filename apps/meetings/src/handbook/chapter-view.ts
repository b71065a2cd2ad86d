import { Injectable } from '@nestjs/common';
import { chapterChanged, chapterSnapshot, type ChapterRow } from '@vungmanh/contracts/training/chapter';
import { placeNewer, type CopyTable } from '@vungmanh/platform/db/place-newer';
import type { Tx } from '@vungmanh/platform/db/tx';
import { Project } from '@vungmanh/platform/events/project';

const chapters: CopyTable = {
  tableSql: 'chapter_view',
  keyColumn: 'id',
  columns: {
    id: 'uuid',
    version: 'integer',
    node_id: 'uuid',
    code: 'text',
    state: 'text',
    titles: 'jsonb',
    keywords: 'jsonb',
    areas: 'jsonb',
    kinds: 'jsonb',
    sectors: 'jsonb',
    themes: 'jsonb',
  },
};

/** Chapters that training has published: what an agenda may cite, and what helps to prepare which meeting. */
@Injectable()
export class ChapterView {
  @Project({ name: 'chapter', event: chapterChanged, snapshot: chapterSnapshot, empty: ['delete from chapter_view'] })
  async apply(rows: ChapterRow[], tx: Tx): Promise<void> {
    await placeNewer(
      tx,
      chapters,
      rows.map(({ nodeId, ...row }) => ({ ...row, node_id: nodeId })),
    );
  }
}
