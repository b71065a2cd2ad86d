import { streamOfWorkbook } from '@vungmanh/documents/workbook/write';
import { Injectable, Module } from '@nestjs/common';
import { command, query } from '@vungmanh/contracts/operation';
import { conflict } from '@vungmanh/contracts/problem';
import { Done, done, Id, line } from '@vungmanh/contracts/types';
import { Db } from '@vungmanh/platform/db/db';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken, fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import type { ServiceDefinition } from '@vungmanh/platform/service';
import { Column, Entity, type MigrationInterface, type QueryRunner } from 'typeorm';
import { z } from 'zod';

/** The smallest service there can be: notes that lie in an organization. It stands for every service in the platform's own tests. */
const Note = z.object({ id: Id, version: z.number(), nodeId: Id, text: z.string() });

export const echo = query({
  subject: 'meetings.note.echo',
  access: { signedIn: true },
  input: z.strictObject({ text: line(50), waitMs: z.number().default(0) }),
  output: z.object({ text: z.string() }),
});
export const breakRule = query({
  subject: 'meetings.note.break',
  access: { signedIn: true },
  input: z.strictObject({ code: z.string() }),
  output: Done,
  errors: { 'meetings/declared': conflict('Đã khai báo.') },
});
export const leak = query({
  subject: 'meetings.note.leak',
  access: { signedIn: true },
  input: z.strictObject({}),
  output: z.object({ shown: z.string() }),
});
export const listNotes = query({
  subject: 'meetings.note.list',
  access: { grant: 'meetings:read', on: 'nodeId' },
  input: z.strictObject({ nodeId: Id }),
  output: z.object({ items: z.array(Note) }),
});
export const openNote = query({
  subject: 'meetings.note.get',
  access: { grant: 'meetings:read' },
  input: z.strictObject({ id: Id }),
  output: Note,
});
export const forgetful = query({ subject: 'meetings.note.forgetful', access: { grant: 'meetings:read' }, input: z.strictObject({}), output: Done });
export const addNote = command({
  subject: 'meetings.note.add',
  access: { grant: 'meetings:plan', on: 'nodeId' },
  audit: 'Thêm ghi chú',
  on: 'new',
  input: z.strictObject({ id: Id, nodeId: Id, text: line(50) }),
  output: Note,
  errors: { 'meetings/note-forbidden-word': conflict('Không được ghi từ này.') },
});
export const changeNote = command({
  subject: 'meetings.note.change',
  access: { grant: 'meetings:plan' },
  audit: 'Sửa ghi chú',
  on: 'existing',
  input: z.strictObject({ id: Id, text: line(50) }),
  output: Note,
});
export const internalOnly = query({
  subject: 'meetings.note.internal',
  access: { internal: ['organization'] },
  input: z.strictObject({}),
  output: Done,
});
export const nobodyHome = query({ subject: 'membership.note.nobody', access: { signedIn: true }, input: z.strictObject({}), output: Done });

@Entity('note')
class NoteEntity extends Versioned {
  @Column('uuid', { name: 'node_id' })
  nodeId: string;

  @Column('text')
  text: string;
}

class Note1 implements MigrationInterface {
  name = 'Note1790000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table note (id uuid primary key, version integer not null, node_id uuid not null, text text not null)');
  }

  async down(): Promise<void> {}
}

@Injectable()
class NoteService {
  constructor(
    private readonly db: Db,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(echo)
  async echo({ input }: Call<typeof echo>): Promise<{ text: string }> {
    if (input.waitMs > 0) await new Promise((resolve) => setTimeout(resolve, input.waitMs));
    return { text: input.text };
  }

  @Rpc(breakRule)
  async breakRule({ input }: Call<typeof breakRule>): Promise<typeof done> {
    throw new Broken(input.code);
  }

  @Rpc(leak)
  async leak(): Promise<{ shown: string }> {
    const row = { shown: 'yes', hidden: 'secret' };
    return row;
  }

  @Rpc(listNotes)
  async list(call: Call<typeof listNotes>): Promise<{ items: NoteEntity[] }> {
    const { input, scope } = call;
    const params: unknown[] = [input.nodeId];
    const items = await this.db.query<NoteEntity>(
      `select n.id, n.version, n.node_id as "nodeId", n.text from note n
       join tree_now t on t.descendant = n.node_id and t.ancestor = $1 where ${scope.within('n.node_id', params)} order by n.id`,
      params,
    );
    // A note stands for the person whom it would be about.
    await this.trail.recordPage(call, { persons: items.map((n) => n.id), node: input.nodeId });
    return { items };
  }

  @Rpc(openNote)
  async open(call: Call<typeof openNote>): Promise<NoteEntity> {
    const params: unknown[] = [call.input.id];
    const [note] = await this.db.query<NoteEntity>(
      `select n.id, n.version, n.node_id as "nodeId", n.text from note n where n.id = $1 and ${call.scope.within('n.node_id', params)}`,
      params,
    );
    if (!note) throw refuse('request/not-found');
    await this.trail.recordRead(call, { persons: [note.id], node: note.nodeId });
    return note;
  }

  @Rpc(forgetful)
  async forgetful(): Promise<typeof done> {
    return done;
  }

  @Rpc(addNote)
  add(call: Call<typeof addNote>): Promise<NoteEntity> {
    return this.db.commit(call, async (tx) => {
      if (call.input.text === 'cấm') throw fail(addNote, 'meetings/note-forbidden-word');
      const note = Object.assign(new NoteEntity(), call.input);
      await tx.insert(note);
      tx.about({ node: note.nodeId, target: note.id });
      return note;
    });
  }

  @Rpc(changeNote)
  change(call: Call<typeof changeNote>): Promise<NoteEntity> {
    return this.db.commit(call, async (tx) => {
      const { sql, parameters } = call.scope.where('n.node_id');
      const note = await tx.manager
        .createQueryBuilder(NoteEntity, 'n')
        .where('n.id = :id', { id: call.input.id })
        .andWhere(sql, parameters)
        .getOneOrFail();
      tx.expectVersion(call, note);
      note.text = call.input.text;
      await tx.update(note);
      return note;
    });
  }

  @Rpc(internalOnly)
  async internalOnly(): Promise<typeof done> {
    return done;
  }
}

@Module({ providers: [NoteService] })
class NoteModule {}

export const noteService: ServiceDefinition = {
  name: 'meetings',
  module: NoteModule,
  entities: [NoteEntity],
  migrations: [Note1],
  drawWorkbook: streamOfWorkbook,
};
