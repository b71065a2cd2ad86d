import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';

/**
 * Creates, or brings up to date, each service's database, its owner (who migrates), its app role (who only reads and
 * writes rows) and its read role (who only reads them). `adminUrl` may create databases and roles. Names get `prefix_` in front when a prefix is given.
 * Passwords are random, kept in `secretsFile` (mode 600) when it is given.
 * Answers `{ [service]: { database, ownerUrl, appUrl, readUrl } }`. Running it again changes nothing but the passwords it does not know.
 */
export async function prepareDatabases(adminUrl, platform, { prefix, secretsFile } = {}) {
  const named = (name) => (prefix ? `${prefix}_${name}` : name);
  const plans = platform.services
    .filter((service) => service.database)
    .map(({ name, database: { name: database, owner, app, read } }) => ({
      service: name,
      database: named(database),
      owner: named(owner),
      app: named(app),
      read: named(read),
    }));
  const passwords = loadPasswords(plans, secretsFile);
  const admin = await connect(adminUrl);
  try {
    // Two starts on one server must not create the same role at once.
    await admin.query("select pg_advisory_lock(hashtext('vungmanh prepareDatabases'))");
    for (const plan of plans) await prepareRoles(admin, { ...plan, passwords, postgres: platform.postgres });
    for (const plan of plans) await prepareDatabase(admin, plan);
    for (const plan of plans) await markLeakproof(adminUrl, plan);
  } finally {
    await admin.end();
  }
  const urls = plans.map((plan) => {
    const url = (role) => {
      const made = new URL(adminUrl);
      made.username = encodeURIComponent(role);
      made.password = encodeURIComponent(passwords[role]);
      made.pathname = `/${plan.database}`;
      return made.href;
    };
    return [plan.service, { database: plan.database, ownerUrl: url(plan.owner), appUrl: url(plan.app), readUrl: url(plan.read) }];
  });
  await Promise.all(plans.map((plan, index) => preparePrivileges(urls[index][1].ownerUrl, plan, platform.postgres.extensions)));
  return Object.fromEntries(urls);
}

/** The server's version ("18.4"); refuses one without `uuidv7()`. */
export async function checkServer(adminUrl, { version }) {
  const client = await connect(adminUrl);
  try {
    const { rows } = await client.query('show server_version');
    const found = rows[0].server_version.split(' ')[0];
    if (Number.parseInt(found, 10) < version) throw new Error(`PostgreSQL ${found} quá cũ: cần bản ${version} trở lên.`);
    return found;
  } finally {
    await client.end();
  }
}

function loadPasswords(plans, file) {
  const passwords = file && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  for (const role of plans.flatMap((plan) => [plan.owner, plan.app, plan.read])) passwords[role] ??= randomBytes(24).toString('base64url');
  if (file) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.new`, `${JSON.stringify(passwords, undefined, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return passwords;
}

async function connect(url) {
  const client = new pg.Client({ connectionString: url, application_name: 'vungmanh-prepare' });
  await client.connect();
  return client;
}

async function prepareRoles(admin, { owner, app, read, passwords, postgres: { appRole, readRole } }) {
  for (const role of [owner, app, read]) {
    const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [role]);
    const attributes = `login nobypassrls nosuperuser nocreatedb nocreaterole password ${admin.escapeLiteral(passwords[role])}`;
    // A maintenance role that is no superuser may not even repeat `nosuperuser nobypassrls` on a role that exists.
    const sql =
      rowCount === 0 ? `create role ${ident(role)} ${attributes}` : `alter role ${ident(role)} password ${admin.escapeLiteral(passwords[role])}`;
    await admin.query(sql);
  }
  const settings = [...[app, read].map((role) => [role, appRole]), [read, readRole]];
  for (const [role, values] of settings)
    for (const [key, value] of Object.entries(values))
      await admin.query(`alter role ${ident(role)} set ${ident(key)} = ${admin.escapeLiteral(value)}`);
}

async function prepareDatabase(admin, { database, owner, app, read }) {
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [database]);
  if (rowCount === 0) {
    const me = await admin.query('select rolsuper from pg_roles where rolname = current_user');
    if (!me.rows[0].rolsuper) await admin.query(`grant ${ident(owner)} to current_user with set true`);
    const order = "template template0 encoding 'UTF8' locale_provider icu icu_locale 'vi' locale 'C'";
    await admin.query(`create database ${ident(database)} owner ${ident(owner)} ${order}`);
    await admin.query(`alter database ${ident(database)} set timezone = 'UTC'`);
  }
  await admin.query(`revoke all on database ${ident(database)} from public`);
  await admin.query(`grant connect on database ${ident(database)} to ${ident(app)}, ${ident(read)}`);
}

/**
 * Under row security an index is used only by operators that are known to tell nothing of the rows they refuse. These two tell
 * nothing, but PostgreSQL does not vouch for them; only a superuser may. Without it a search by name, and a member's look at who has
 * read their record, read the whole table.
 */
async function markLeakproof(adminUrl, { database }) {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  const admin = await connect(url.href);
  try {
    const { rows } = await admin.query('select rolsuper from pg_roles where rolname = current_user');
    if (!rows[0].rolsuper) return;
    await admin.query('alter function pg_catalog.textlike(text, text) leakproof');
    await admin.query('alter function pg_catalog.arraycontains(anyarray, anyarray) leakproof');
  } finally {
    await admin.end();
  }
}

/** The owner itself gives, so that what it makes later is covered by its own default privileges. */
async function preparePrivileges(ownerUrl, { app, read }, extensions) {
  const owner = await connect(ownerUrl);
  const [to, reader] = [ident(app), ident(read)];
  try {
    for (const name of extensions) await owner.query(`create extension if not exists ${ident(name)}`);
    await owner.query(`
      revoke all on schema public from public;
      grant usage on schema public to ${to}, ${reader};
      alter default privileges in schema public grant select, insert, update, delete on tables to ${to};
      alter default privileges in schema public grant usage, select on sequences to ${to};
      alter default privileges revoke execute on functions from public;
      alter default privileges in schema public grant execute on functions to ${to}, ${reader};
      alter default privileges in schema public grant select on tables to ${reader};
      -- What was there before there was a role that only reads.
      grant select on all tables in schema public to ${reader};
      grant execute on all functions in schema public to ${reader};
    `);
  } finally {
    await owner.end();
  }
}

function ident(name) {
  return pg.escapeIdentifier(name);
}
