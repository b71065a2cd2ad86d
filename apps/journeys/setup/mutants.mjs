const GUARD = 'rpc/guard.js';
const GRANTS = 'scope/grants.js';
const SCOPE = 'scope/scope.js';

const mutant = (name, file, from, to) => ({ name, file, from, to });

/**
 * Small faults of what guards access, each a piece of the built platform and what stands there instead. The matrix must find every one.
 * A piece that is no longer there exactly once is an error: say it anew as the code now says it.
 */
export const mutants = [
  mutant('the service of an internal operation is not looked at', GUARD, '!actor.service || !access.internal', '!actor.service && !access.internal'),
  mutant('a service may ask whatever people may', GUARD, 'if (actor.service)', 'if (false)'),
  mutant('anybody acts for anybody', GUARD, '!(await this.grants.mayAct(actor))', 'false'),
  mutant('a helper reads what is the person’s own', GUARD, '!actor.person || actor.onBehalfOf !== undefined', '!actor.person'),
  mutant('an account without a person has things of its own', GUARD, '!actor.person || actor', '!actor.person && actor'),
  mutant('who holds nothing is let in', GUARD, 'if (scope.empty)', 'if (false)'),
  mutant('the organization is not looked at', GUARD, 'if (access.on !== undefined)', 'if (access.on === undefined)'),
  mutant('an organization is enough, wherever it lies', GUARD, "typeof node !== 'string' || !(await", "typeof node !== 'string' && !(await"),
  mutant('the guard is the wrong way round', GUARD, '!(await this.grants.covers(scope, node))', '(await this.grants.covers(scope, node))'),
  mutant('any permission is every permission', GRANTS, '.filter((g) => g.permissions.includes(permission))', ''),
  mutant('every grant reaches below', GRANTS, 'held.filter((g) => g.below)', 'held'),
  mutant('no grant is for an organization alone', GRANTS, 'held.filter((g) => !g.below)', 'held.filter(() => false)'),
  mutant('no grant reaches below', GRANTS, 'held.filter((g) => g.below)', 'held.filter(() => false)'),
  mutant('a grant never ends', GRANTS, ' and (valid_to is null or valid_to > $2)', ''),
  mutant('a grant ends a day late', GRANTS, 'valid_to > $2)', 'valid_to >= $2)'),
  mutant('a grant has always begun', GRANTS, 'valid_from <= $2 and ', '$2::date is not null and '),
  mutant('the grants of everybody count', GRANTS, 'where account_id = $1 and', 'where $1::text is not null and'),
  mutant('what is held for another counts always', GRANTS, '.filter((g) => (g.on_behalf_of ?? undefined) === onBehalfOf)', ''),
  mutant('who says to act for another may', GRANTS, 'asker.onBehalfOf === undefined ||', 'asker.onBehalfOf !== undefined ||'),
  mutant(
    'above and below are exchanged where an organization stands',
    GRANTS,
    'from tree_now t where t.descendant = $1`, [node]',
    'from (select descendant as ancestor, ancestor as descendant from tree_now) t where t.descendant = $1`, [node]',
  ),
  mutant('whatever stands somewhere is covered', GRANTS, 'place !== undefined && scope', 'place !== undefined || scope'),
  mutant('an organization alone is not covered', SCOPE, 'return whole || this.nodes.includes(node)', 'return whole'),
  mutant('what stands outside of the tree is covered', SCOPE, 'place.path.has(tree)', '!place.path.has(tree)'),
  mutant(
    'a statement is not narrowed',
    SCOPE,
    "return conditions.length === 0 ? 'false' : `(${conditions.join(' or ')})`",
    "return conditions.length === 0 ? 'false' : `(${conditions.join(' or ')} or true)`",
  ),
  mutant(
    'a statement is narrowed to what is held twice',
    SCOPE,
    "return conditions.length === 0 ? 'false' : `(${conditions.join(' or ')})`",
    "return conditions.length === 0 ? 'false' : `(${conditions.join(' and ')})`",
  ),
  mutant(
    'above and below are exchanged in statements',
    SCOPE,
    'conditions.push(`${column} in (select s.descendant from tree_now s where s.ancestor = any($',
    'conditions.push(`${column} in (select s.ancestor from tree_now s where s.descendant = any($',
  ),
  mutant(
    'an entity is looked for everywhere',
    SCOPE,
    "sql: conditions.length === 0 ? 'false' : `(${conditions.join(' or ')})`",
    "sql: conditions.length === 0 ? 'false' : `(${conditions.join(' or ')} or true)`",
  ),
  mutant(
    'above and below are exchanged for entities',
    SCOPE,
    'select s.descendant from tree_now s where s.ancestor = any(:scopeTrees)',
    'select s.ancestor from tree_now s where s.descendant = any(:scopeTrees)',
  ),
  mutant('what is handed in together is not narrowed', SCOPE, '(h.below or s.descendant = h.node)', '(true or h.below)'),
  mutant(
    'everything below is in reach of who may see one',
    SCOPE,
    'const insideSql = whole ? this.withinBelow(nodeSql, params) : this.within(column, params);',
    'const insideSql = `(${whole ? this.withinBelow(nodeSql, params) : this.within(column, params)} or true)`;',
  ),
  mutant('a list answers more than what it was asked about', SCOPE, '`${belowSql} and ${insideSql}`', '`(${belowSql} or true) and ${insideSql}`'),
  mutant(
    'an answer for all is given to who may see a part',
    SCOPE,
    's.descendant = ${column} and s.ancestor = any($${params.length}::uuid[]))`;',
    's.descendant = ${column} and (true or s.ancestor = any($${params.length}::uuid[])))`;',
  ),
  mutant(
    'the highest organizations of everybody are one’s own',
    SCOPE,
    'return `${column} = any($${params.length}::uuid[])`;',
    'return `(${column} = any($${params.length}::uuid[]) or true)`;',
  ),
];

/** The guard alone taken away: what narrows itself by its own statement stands. */
export const WITHOUT_GUARD = 'without the guard';
/** Neither the guard nor the condition of any statement: row security alone. */
export const ROWS_ALONE = 'row security alone';
/**
 * Whole layers that are taken away to see what the others hold back by themselves. Row security holds back what a fault of a statement
 * lets through: the faults above are tried with it off.
 */
export const layers = [
  ...[WITHOUT_GUARD, ROWS_ALONE].map((name) =>
    mutant(name, GUARD, '!(await this.grants.covers(scope, node))', '(await this.grants.covers(scope, node)) === undefined'),
  ),
  mutant(
    ROWS_ALONE,
    SCOPE,
    "return conditions.length === 0 ? 'false' : `(${conditions.join(' or ')})`",
    "return conditions.length === 0 ? 'false' : `(${conditions.join(' or ')} or true)`",
  ),
  mutant(
    ROWS_ALONE,
    SCOPE,
    's.descendant = ${column} and s.ancestor = any($${params.length}::uuid[]))`;',
    's.descendant = ${column} and (true or s.ancestor = any($${params.length}::uuid[])))`;',
  ),
];

/** While a fault is tried nothing is remembered of before it. */
const forgetful = [
  ['if (known && known.until > this.clock.millis() &&', 'if (false &&'],
  ['if (this.treeSeen.until > now)', 'if (false)'],
  ['if (known && known.until > now)', 'if (false)'],
];

export const MEMORY = { file: GRANTS };

/** The source of a file of the platform with a fault in it. */
export function mutated(source, file, name) {
  const found = [...mutants, ...layers].filter((one) => one.name === name && one.file === file);
  const edits = [...(file === MEMORY.file ? forgetful : []), ...found.map((one) => [one.from, one.to])];
  return edits.reduce((text, [from, to]) => {
    const pieces = text.split(from);
    if (pieces.length !== 2) throw new Error(`mutants.mjs, "${name}": ${file} holds ${pieces.length - 1} times: ${from}`);
    return pieces.join(to);
  }, source);
}

/** Where a file lies in the built platform package. */
export const builtFile = (file) => new URL(`../../../packages/platform/dist/${file}`, import.meta.url);
export const files = [GUARD, GRANTS, SCOPE];
