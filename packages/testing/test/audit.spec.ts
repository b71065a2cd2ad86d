import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { randomBytes } from 'node:crypto';
import { migrate } from '@vungmanh/platform/db/data-source';
import pg from 'pg';
import { prepareDatabases } from '../../../infra/local/databases.mjs';
import { Audited } from './audited.fixture.js';
import { noteService } from './note.fixture.js';

let audited: Audited;
beforeEach(async () => {
  audited = await Audited.make();
});
afterEach(() => audited.stop());

const refusedWith = (sql: string) =>
  audited.superuser.query(sql).then(
    () => 'done',
    (error: unknown) => (error instanceof pg.DatabaseError ? error.code : String(error)),
  );

describe('the audit', () => {
  it('is only ever added to, even by its owner', async () => {
    await audited.write(3);
    await audited.seal();
    for (const table of ['audit', 'audit_seal']) {
      expect(await refusedWith(`delete from ${table}`)).toBe('42501');
      expect(await refusedWith(`truncate ${table}`)).toBe('42501');
    }
    expect(await refusedWith(`update audit set actor_id = 'x'`)).toBe('42501');
    expect(await refusedWith(`update audit_seal set position = position + 1`)).toBe('42501');
  });

  it('cannot be changed by the role of the application, nor by one that only reads', async () => {
    const adminUrl = process.env['TEST_PG_ADMIN_URL'] ?? '';
    const prefix = `roles_${randomBytes(4).toString('hex')}`;
    const one = { name: 'meetings', database: { name: 'db', owner: 'owner', app: 'app', read: 'read' } };
    const urls = (await prepareDatabases(adminUrl, { postgres: { extensions: [], appRole: {}, readRole: {} }, services: [one] }, { prefix }))[
      'meetings'
    ];
    await migrate(noteService, urls?.ownerUrl ?? '');
    const app = new pg.Client(urls?.appUrl);
    await app.connect();
    try {
      await app.query(`insert into audit (id, at, actor_id, operation, trace) values (uuidv7(), now(), 'app', 'meetings.note.add', 't')`);
      const { rows } = await app.query(
        `select t.name, p.name as privilege from unnest(array['audit', 'audit_seal']) as t(name)
         cross join unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'trigger']) as p(name)
         where has_table_privilege(current_user, t.name, p.name) order by 1, 2`,
      );
      expect(rows).toEqual(['audit', 'audit_seal'].flatMap((name) => ['insert', 'select'].map((privilege) => ({ name, privilege }))));
      for (const table of ['audit', 'audit_seal']) await expect(app.query(`delete from ${table}`)).rejects.toThrow(/permission denied for table/);
      await expect(app.query('alter table audit disable trigger all')).rejects.toThrow(/must be owner/);
    } finally {
      await app.end();
      await audited.superuser.query(`drop database ${prefix}_db with (force)`);
      await audited.superuser.query(`drop role ${prefix}_owner, ${prefix}_app, ${prefix}_read`);
    }
  });

  it('is sealed within seconds, whole, and in one place a row', async () => {
    audited.startSealing();
    await audited.write(300);
    await audited.sealed();
    await audited.write(300);
    await audited.sealed();
    await audited.stopSealing();
    expect(await audited.verify()).toMatchObject({ rows: 600, signed: 1, findings: [] });
  });

  it('passes over nothing that was written early and committed late', async () => {
    const slow = new pg.Client(audited.at.databaseUrl);
    await slow.connect();
    audited.startSealing();
    try {
      await slow.query(`begin; insert into audit (id, at, actor_id, operation, trace) values (uuidv7(), now(), 'slow', 'meetings.note.add', 't')`);
      await audited.write(100);
      await audited.sealed();
      await slow.query('commit');
      await audited.sealed();
    } finally {
      await slow.end();
    }
    expect(await audited.verify()).toMatchObject({ rows: 101, findings: [] });
  });

  it('lets no command wait for the end of a chain', async () => {
    const busy = new pg.Client(audited.at.databaseUrl);
    await busy.connect();
    try {
      // As if the sealing stood still in the middle of its work.
      await busy.query('begin; lock table audit_seal in exclusive mode; delete from audit_open');
      await audited.superuser.query(`set statement_timeout = '2s'`);
      await audited.write(10);
    } finally {
      await busy.end();
    }
    expect((await audited.superuser.query('select from audit_open')).rowCount).toBe(10);
  });

  it('is sealed by one process at a time, and by the next when that one leaves', async () => {
    const second = new pg.Client(audited.at.databaseUrl);
    await second.connect();
    await second.query('select pg_advisory_lock(7110002)');
    audited.startSealing();
    await audited.write(5);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect((await second.query('select from audit_open')).rowCount).toBe(5);
    await second.end();
    await audited.sealed();
  });

  it('reads a hundred thousand rows in seconds', async () => {
    await audited.write(100_000);
    await audited.seal();
    const start = performance.now();
    expect(await audited.verify()).toMatchObject({ rows: 100_000, findings: [] });
    const seconds = (performance.now() - start) / 1000;
    console.log(`100.000 dòng: ${seconds.toFixed(2)} s`);
    expect(seconds).toBeLessThan(20);
  }, 180_000);
});

describe('what was signed', () => {
  it('is a file that grows by a line, each with what has changed', async () => {
    await audited.write(200);
    await audited.seal();
    await audited.write(1);
    await audited.seal();
    await audited.seal();
    const lines = (await readFile(audited.headsFile, 'utf8')).trimEnd().split('\n');
    const chains = lines.map((line) => (JSON.parse(line) as { chains: unknown[] }).chains.length);
    expect(chains).toEqual([expect.any(Number), 1]);
    expect(await audited.verify()).toMatchObject({ signed: 2, findings: [] });
  });

  it('cannot be edited, shortened in the middle or signed by somebody else', async () => {
    for (let i = 0; i < 3; i += 1) {
      await audited.write(50);
      await audited.seal();
    }
    const whole = await readFile(audited.headsFile, 'utf8');
    const [first = '', second = '', third = ''] = whole.split('\n');
    const spoiled = [
      [second, third, ''].join('\n'),
      [first, third, ''].join('\n'),
      [first, third, second, ''].join('\n'),
      [first, second.replace(/"at":"2/, '"at":"1'), third, ''].join('\n'),
      [first, second, third.replace('meetings', 'identity'), ''].join('\n'),
      [first, second, third].join('\n'),
    ];
    for (const text of spoiled) {
      await writeFile(audited.headsFile, text);
      expect((await audited.verify()).findings).not.toEqual([]);
    }
    await writeFile(audited.headsFile, whole);
    expect((await audited.verify()).findings).toEqual([]);
  });

  it('shows a cut for ever, though rows are written after it', async () => {
    // So many that no chain is left without a row.
    await audited.write(2000);
    await audited.seal();
    const cut = await audited.tamper(`delete from audit_seal s where position = (select max(position) from audit_seal o where o.chain = s.chain)`);
    expect(cut).toBe(64);
    await audited.tamper('delete from audit a where not exists (select from audit_seal s where s.audit_id = a.id)');
    expect((await audited.verify()).findings).toHaveLength(64);
    await audited.write(1000);
    await audited.seal();
    expect((await audited.verify()).findings).toHaveLength(64);
  });

  it('of a row that was taken before it was sealed, says that it was there', async () => {
    await audited.write(5);
    await audited.tamper('delete from audit where id = (select min(id::text)::uuid from audit)');
    await audited.seal();
    expect((await audited.verify()).findings).toEqual([expect.stringContaining('đã bị xóa trước khi kịp niêm phong')]);
    // Put back, it is still known.
    await audited.tamper(`insert into audit (id, at, actor_id, operation, trace)
      select audit_id, now(), 'x', 'meetings.note.add', 't' from audit_seal where audit_id not in (select id from audit)`);
    expect((await audited.verify()).findings).toHaveLength(1);
  });

  it('is wanted of every row: one that came in past the trigger has no seal', async () => {
    await audited.write(5);
    await audited.seal();
    await audited.tamper(`insert into audit (id, at, actor_id, operation, trace) values (uuidv7(), now(), 'x', 'meetings.note.add', 't')`);
    expect((await audited.verify()).findings).toEqual([expect.stringContaining('không có niêm phong')]);
  });
});

describe('npm run audit:verify', () => {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  /** As npm runs it on a platform whose data lie there, only from the sources. */
  const verify = async () => {
    const { databaseUrl, keysDir, headsDir } = audited.at;
    await mkdir(path.join(headsDir, 'run'), { recursive: true });
    const found = { databases: { meetings: databaseUrl }, keys: keysDir, heads: headsDir };
    await writeFile(path.join(headsDir, 'run', 'servers.json'), JSON.stringify(found));
    const args = ['--conditions=source', '--import', './packages/tooling/from-source.mjs', 'infra/local/audit-verify.mjs'];
    return new Promise<{ code: number; said: string }>((resolve) => {
      execFile(process.execPath, args, { cwd: root, env: { ...process.env, VUNGMANH_DATA: headsDir } }, (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr });
      });
    });
  };

  it('says that all is whole, with the digest to print; or what was done and where, and ends with 1', async () => {
    await audited.write(20);
    await audited.seal();
    const whole = await verify();
    expect(whole).toMatchObject({ code: 0 });
    expect(whole.said).toMatch(/meetings: 20 dòng đã niêm phong, nguyên vẹn/);
    expect(whole.said).toMatch(/dấu niêm phong thứ 1, ký lúc .*: ([0-9a-f]{8} ?){8}/);
    const { rows } = await audited.superuser.query<{ id: string }>('select id from audit order by id limit 1');
    await audited.tamper(`update audit set actor_id = 'somebody-else' where id = $1`, [rows[0]?.id]);
    const spoiled = await verify();
    expect(spoiled).toMatchObject({ code: 1 });
    expect(spoiled.said).toMatch(new RegExp(`chuỗi \\d+, vị trí \\d+: dòng ${rows[0]?.id}.*đã bị sửa`));
    expect(spoiled.said).toContain('Nhật ký đã bị can thiệp');
  });
});
