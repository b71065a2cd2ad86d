import { Connected } from '@vungmanh/testing/connected';
import type { RoleUrls } from '../src/access/secured.js';

type Role = 'owner' | 'app' | 'read';
const roles: readonly Role[] = ['owner', 'app', 'read'];
const acts = ['select', 'insert', 'update', 'delete', 'truncate', 'alter'] as const;
type Act = (typeof acts)[number];

const services: readonly RoleUrls[] = JSON.parse(process.env['TEST_ROLE_URLS'] ?? '[]');

/** What each role is for: the owner migrates, the application reads and writes rows, the third only reads. The audit is only added to. */
function expected(role: Role, table: string, act: Act): boolean {
  const audit = table === 'audit' || table === 'audit_seal';
  if (role === 'owner') return !(audit && ['update', 'delete', 'truncate'].includes(act));
  if (role === 'read') return act === 'select';
  if (table === 'migration') return act === 'select';
  return act === 'select' || act === 'insert' || (!audit && (act === 'update' || act === 'delete'));
}

const statement: Record<Act, (table: string, column: string) => string> = {
  select: (table) => `select from ${table} limit 0`,
  insert: (table, column) => `insert into ${table} (${column}) overriding system value select ${column} from ${table} where false`,
  update: (table, column) => `update ${table} set ${column} = default where false`,
  delete: (table) => `delete from ${table} where false`,
  truncate: (table) => `truncate ${table} cascade`,
  alter: (table) => `alter table ${table} disable row level security`,
};

describe.each(services)('the roles of the database of $service', (urls) => {
  it.each(roles)('%s: each table, each act', async (role) => {
    const tables = await Connected.as(urls.owner, (client) =>
      client.rows<{ name: string; column: string }>(
        `select c.relname as name, (select quote_ident(a.attname) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
           and a.attgenerated = '' order by a.attnum limit 1) as column
         from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`,
      ),
    );
    const wrong = await Connected.as(urls[role], async (client) => {
      const found: string[] = [];
      for (const { name, column } of tables)
        for (const act of acts) {
          const may = await client.allowed(statement[act](`public."${name}"`, column));
          if (may !== expected(role, name, act)) found.push(`${act} ${name}: ${may ? 'allowed' : 'refused'}`);
        }
      return found;
    });
    expect(wrong).toEqual([]);
    expect(tables.length).toBeGreaterThan(8);
  });

  it.each(roles)('%s: no attribute beyond its own, no table of its own making', async (role) => {
    const [is] = await Connected.as(urls[role], async (client) => {
      return client.rows<{ high: boolean; member: boolean; creates: boolean; temporary: boolean }>(
        `select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication as high,
           exists (select from pg_auth_members m where m.member = r.oid) as member,
           has_schema_privilege('public', 'create') as creates, has_database_privilege(current_database(), 'temp') as temporary
         from pg_roles r where rolname = current_user`,
      );
    });
    expect(is).toEqual({ high: false, member: false, creates: role === 'owner', temporary: role === 'owner' });
  });

  it('none of them reaches the database of another service', async () => {
    for (const role of roles)
      for (const other of services.filter(({ service }) => service !== urls.service)) {
        const elsewhere = new URL(urls[role]);
        elsewhere.pathname = new URL(other.app).pathname;
        await expect(Connected.as(elsewhere.href, (client) => client.rows('select 1'))).rejects.toThrow(/permission denied for database/);
      }
  });
});

it('every service of the platform has been asked', () => {
  expect(services.map(({ service }) => service).toSorted()).toEqual([
    'gateway',
    'identity',
    'inspection',
    'meetings',
    'membership',
    'organization',
    'training',
  ]);
});
