import { Injectable } from '@nestjs/common';
import { done } from '@vungmanh/contracts/types';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { attachLessonScan, downloadLessonScan } from '@vungmanh/contracts/training/lesson-roll';
import { Db } from '@vungmanh/platform/db/db';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { Files } from '@vungmanh/platform/files';
import { namesSecret } from '@vungmanh/platform/names-secret';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { lockClass, readClass } from '../class/find-class.js';

/** The roll that was signed on paper, scanned, beside the one that was called here. */
@Injectable()
export class ScanService {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(attachLessonScan)
  async attach(call: Call<typeof attachLessonScan>): Promise<OutputOf<typeof attachLessonScan>> {
    const { classId, lessonId, fileId, name } = call.input;
    if (namesSecret(name)) throw fail(attachLessonScan, 'training/secret-document');
    await readClass(this.db, call, classId);
    const file = await this.files.attach(fileId, call.actor.id);
    if (!file) throw fail(attachLessonScan, 'training/file-missing');
    return this.db.commit(call, async (tx) => {
      await lockClass(tx, call, classId);
      const written = await tx.query(
        'update lesson set scan_file = $3, scan_name = $4, scan_type = $5, version = version + 1 where id = $2 and class_id = $1 returning 1',
        [classId, lessonId, fileId, name, file.type],
      );
      if (written.length === 0) throw refuse('request/not-found');
      tx.about({ target: lessonId });
      return done;
    });
  }

  @Rpc(downloadLessonScan)
  async download(call: Call<typeof downloadLessonScan>): Promise<OutputOf<typeof downloadLessonScan>> {
    const { classId, lessonId } = call.input;
    const { nodeId } = await readClass(this.db, call, classId);
    const [scan] = await this.db.query<OutputOf<typeof downloadLessonScan>>(
      'select scan_file as "fileId", scan_name as name, scan_type as type from lesson where id = $2 and class_id = $1 and scan_file is not null',
      [classId, lessonId],
    );
    if (!scan) throw fail(downloadLessonScan, 'training/no-scan');
    await this.trail.recordRead(call, { persons: [], node: nodeId, target: lessonId });
    return scan;
  }
}
