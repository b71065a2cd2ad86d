/** W2 as the limits do it: one cell's members, the first ten by given name; no sign-in, no scope. One row more tells whether there is a next page. */
export const SQL = `
  select m.person_id as id, m.version, m.name, m.birth_year as "birthYear", m.sex, m.status, m.node_id as "nodeId", n.name as "nodeName",
    case when m.temporary_until > $2 then (select t.name from node_view t where t.id = m.temporary_node_id) end as "temporaryNodeName",
    m.admitted_on::text as "admittedOn", coalesce(m.exempt_until > $2, false) as exempt, coalesce(m.away_until > $2, false) as away,
    m.sort_key as "sortKey"
  from member_now m join node_view n on n.id = m.node_id
  where m.node_id = $1 and m.active order by m.sort_key, m.person_id limit 11`;

/** The answer that every side must give: `{ items, next? }` in the words of the product's contract. */
export async function membersOf(pool, { nodeId, today }) {
  const { rows } = await pool.query({ name: 'members', text: SQL, values: [nodeId, today] });
  const items = rows.slice(0, 10);
  const last = items.at(-1);
  const next = rows.length > 10 ? Buffer.from(JSON.stringify([last.sortKey, last.id])).toString('base64url') : undefined;
  for (const item of rows) {
    delete item.sortKey;
    for (const key of ['birthYear', 'sex', 'temporaryNodeName', 'admittedOn']) if (item[key] === null) delete item[key];
  }
  return next === undefined ? { items } : { items, next };
}
