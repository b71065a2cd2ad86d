import { Injectable } from '@nestjs/common';
import { newId } from '@vungmanh/contracts/new-id';
import { attachDocument, downloadDocument, downloadMyDocument } from '@vungmanh/contracts/meetings/document';
import type { Meeting } from '@vungmanh/contracts/meetings/meeting';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { Db } from '@vungmanh/platform/db/db';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { Files } from '@vungmanh/platform/files';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { MeetingChange } from '../meeting/meeting-change.js';
import { readMeeting } from '../meeting/read.js';
import { asFollowerSql, asMemberSql, toldSql } from '../notice/called.js';
import { namesSecret } from '@vungmanh/platform/names-secret';

/** The product's own limit: what a member can be expected to open before a meeting. */
const MOST = 20;

type Download = OutputOf<typeof downloadDocument>;

/** Papers that are handed out with the notice. Whatever is secret is refused before its bytes are kept. */
@Injectable()
export class DocumentService {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly change: MeetingChange,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(attachDocument)
  async attach(call: Call<typeof attachDocument>): Promise<Meeting> {
    const { meetingId, fileId, name, classification } = call.input;
    if (classification !== 'ORDINARY' || namesSecret(name)) throw fail(attachDocument, 'meetings/secret-document');
    (await readMeeting(this.db, call, meetingId)).check('attach-document');
    const file = await this.files.attach(fileId, call.actor.id);
    if (!file) throw fail(attachDocument, 'meetings/file-missing');
    return this.change.apply(call, async (meeting, tx) => {
      meeting.check('attach-document');
      const [row] = await tx.query<{ count: number }>('select count(*)::int as count from meeting_document where meeting_id = $1', [meeting.id]);
      if ((row?.count ?? 0) >= MOST) throw fail(attachDocument, 'meetings/too-many-documents');
      const attached = await tx.query(
        `insert into meeting_document (id, meeting_id, file_id, name, type, bytes, attached_at) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (file_id) do nothing returning id`,
        [newId(tx.clock.millis()), meeting.id, fileId, name, file.type, file.size, tx.clock.now()],
      );
      // A file belongs to one paper.
      if (attached.length === 0) throw fail(attachDocument, 'meetings/file-missing');
    });
  }

  @Rpc(downloadDocument)
  async download(call: Call<typeof downloadDocument>): Promise<Download> {
    const params: unknown[] = [call.input.meetingId, call.input.documentId];
    const [document] = await this.db.query<Download>(
      `select d.file_id as "fileId", d.name, d.type from meeting_document d join meeting m on m.id = d.meeting_id
       where m.id = $1 and d.id = $2 and ${call.scope.within('m.node_id', params)}`,
      params,
    );
    return this.handedOut(call, document);
  }

  @Rpc(downloadMyDocument)
  async downloadMine(call: Call<typeof downloadMyDocument>): Promise<Download> {
    const [document] = await this.db.query<Download>(
      `select d.file_id as "fileId", d.name, d.type
       from meeting_document d join meeting m on m.id = d.meeting_id join body_view b on b.id = m.body_id
       where m.id = $2 and d.id = $3 and ${toldSql} and (${asMemberSql} or ${asFollowerSql})`,
      [call.actor.person, call.input.meetingId, call.input.documentId],
    );
    return this.handedOut(call, document);
  }

  /** A paper that leaves is on record, whoever it names. */
  private async handedOut(call: Call<typeof downloadDocument> | Call<typeof downloadMyDocument>, document: Download | undefined): Promise<Download> {
    if (!document) throw refuse('request/not-found');
    await this.trail.recordRead(call, { persons: [], target: call.input.documentId });
    return document;
  }
}
