/**
 * Values reach a statement as parameters, never as text. Into the text go only: literals and constants made of them, a choice
 * from a table of literals, a parameter's position (`$${params.length}`, `${p(value)}`, `${statement.p(value)}` of platform's
 * OneStatement), the scope's condition (`scope.within(…)`), what is named as SQL (`…Sql`, `…Columns`, `…Column`), and what a
 * helper of the same file makes of these alone (`const rows = (list) => `${statement.p(list)}::jsonb``).
 */
const SQL =
  /^\s*(select|insert\s+into|update|delete\s+from|with|merge\s+into|truncate|create|alter|drop|lock\s+table|copy)\b[\s\S]*\b(from|into|set|where|values|select|table|index|as)\b/i;
const NAMED = /(^|[a-z_])(sql|columns?)$/i;
const PARAMETER = /^(p|param)$/;
const message =
  'SQL text takes no variable: write $1 and pass the value in the list of parameters. A fragment of SQL is a constant, scope.within(…), or is named …Sql, …Columns or …Column.';

const NONE = new Set();

const nameOf = (node) => (node.type === 'Identifier' ? node.name : node.type === 'MemberExpression' && !node.computed ? node.property.name : '');

function variable(context, node) {
  for (let scope = context.sourceCode.getScope(node); scope; scope = scope.upper) {
    const found = scope.set.get(node.name);
    if (found) return found;
  }
  return undefined;
}

function safeTemplate(context, node, depth, given) {
  return node.expressions.every((e, i) => node.quasis[i].value.raw.endsWith('$') || safe(context, e, depth, given));
}

function safeVariable(context, node, depth, given) {
  const found = variable(context, node);
  if (given.has(found)) return true;
  const definition = found?.defs[0];
  if (definition?.type !== 'Variable' || !definition.node.init) return false;
  const appended = found.references.every((r) => {
    const member = r.identifier.parent;
    if (r.writeExpr && r.writeExpr !== definition.node.init) return safe(context, r.writeExpr, depth + 1, given);
    if (member?.type !== 'MemberExpression' || nameOf(member) !== 'push' || member.parent.type !== 'CallExpression') return true;
    return member.parent.arguments.every((a) => safe(context, a, depth + 1, given));
  });
  return appended && safe(context, definition.node.init, depth + 1, given);
}

/** A helper that the file itself declares: its text is judged as if it stood here, each parameter as the argument that it is given. */
function safeHelper(context, node, depth, given) {
  const definition = variable(context, node.callee)?.defs[0];
  const helper = definition?.type === 'FunctionName' ? definition.node : definition?.type === 'Variable' ? definition.node.init : undefined;
  if (!['ArrowFunctionExpression', 'FunctionDeclaration', 'FunctionExpression'].includes(helper?.type)) return false;
  const [only, ...more] = helper.body.type === 'BlockStatement' ? helper.body.body : [{ type: 'ReturnStatement', argument: helper.body }];
  if (only?.type !== 'ReturnStatement' || !only.argument || more.length > 0) return false;
  const sound = helper.params.filter((p, i) => p.type === 'Identifier' && node.arguments[i] && safe(context, node.arguments[i], depth + 1, given));
  return safe(context, only.argument, depth + 1, new Set(sound.map((p) => context.sourceCode.getScope(helper.body).set.get(p.name) ?? p)));
}

function safe(context, node, depth = 0, given = NONE) {
  if (depth > 12) return false;
  const inner = (n) => safe(context, n, depth + 1, given);
  switch (node.type) {
    case 'Literal':
      return true;
    case 'TemplateLiteral':
      return safeTemplate(context, node, depth, given);
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'ParenthesizedExpression':
      return inner(node.expression);
    case 'ConditionalExpression':
      return inner(node.consequent) && inner(node.alternate);
    case 'LogicalExpression':
      return (node.operator === '&&' || inner(node.left)) && inner(node.right);
    case 'BinaryExpression':
      return node.operator === '+' && inner(node.left) && inner(node.right);
    case 'ArrayExpression':
      return node.elements.every((e) => e && inner(e.type === 'SpreadElement' ? e.argument : e));
    case 'ObjectExpression':
      return node.properties.every((p) => p.type === 'Property' && inner(p.value));
    case 'Identifier':
      return NAMED.test(node.name) || /^[A-Z][A-Z0-9_]*$/.test(node.name) || safeVariable(context, node, depth, given);
    case 'MemberExpression':
      return NAMED.test(nameOf(node)) || inner(node.object);
    case 'CallExpression': {
      const name = nameOf(node.callee);
      if (name === 'within' || PARAMETER.test(name) || NAMED.test(name)) return true;
      if (node.callee.type === 'Identifier') return safeHelper(context, node, depth, given);
      if (node.callee.type !== 'MemberExpression') return false;
      if (name === 'map') return safeMap(context, node, depth, given);
      return ['join', 'filter', 'trim'].includes(name) && inner(node.callee.object);
    }
    default:
      return false;
  }
}

/** A list of positions, whatever the list holds (`(_, i) => `$${i + 1}``), or constants drawn from constants. */
function safeMap(context, node, depth, given) {
  const [mapping] = node.arguments;
  if (mapping?.type !== 'ArrowFunctionExpression') return false;
  const { body, params } = mapping;
  if (body.type === 'CallExpression' && PARAMETER.test(nameOf(body.callee))) return true;
  if (body.type !== 'TemplateLiteral') return false;
  const positional = (i) => body.quasis[i].value.raw.endsWith('$');
  if (body.expressions.length > 0 && body.expressions.every((_, i) => positional(i))) return true;
  const element = params[0]?.type === 'Identifier' ? params[0].name : '';
  const drawn = body.expressions.every(
    (e, i) => positional(i) || (e.type === 'Identifier' && e.name === element) || safe(context, e, depth + 1, given),
  );
  return drawn && safe(context, node.callee.object, depth + 1, given);
}

export const sqlRule = (applies) => ({
  create(context) {
    if (!applies(context)) return {};
    const reported = new Set();
    const judge = (node) => {
      if (reported.has(node)) return;
      reported.add(node);
      if (!safe(context, node)) context.report({ node, message });
    };
    return {
      CallExpression(node) {
        const first = node.arguments[0];
        if (nameOf(node.callee) === 'query' && (first?.type === 'TemplateLiteral' || first?.type === 'BinaryExpression')) judge(first);
      },
      TemplateLiteral(node) {
        if (SQL.test(node.quasis.map((q) => q.value.raw).join('x'))) judge(node);
      },
      BinaryExpression(node) {
        if (node.operator === '+' && node.left.type === 'Literal' && SQL.test(`${node.left.value} x`)) judge(node);
      },
    };
  },
});
