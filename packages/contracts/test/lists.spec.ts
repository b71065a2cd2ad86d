import { z } from 'zod';
import type { Operation } from '../src/operation.js';
import { operations } from '../src/registry.js';
import { MOST_ROWS } from '../src/types.js';

interface Schema {
  type?: string;
  maximum?: number;
  minimum?: number;
  default?: unknown;
  maxItems?: number;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
}

/** Lists that are answered whole, each with what bounds it. */
const whole: Readonly<Record<string, string>> = {
  'identity.account.names': 'as many as ids are asked for, at most 200',
  'gateway.session.list-mine': 'the places where one person is signed in',
  'identity.role.list': 'the roles of a province',
  'identity.role.manage': 'the roles of a province',
  'organization.node.roots': 'the highest organizations of one account’s rights',
  'organization.node.history': 'what became of one organization',
  'organization.committee.list': 'the bodies of one organization',
  'organization.register.list': 'as many as documents are asked for, at most 200',
  'organization.rule-override.list': 'the values that one province has set',
  'membership.roster.get': 'the members of one cell',
  'meetings.held.by-cells': 'as many as cells are asked for, at most 200',
  'meetings.agenda.template': 'the items of one agenda',
  'meetings.overview.below': 'one row for each organization below, drawn up ahead and kept ready, gzipped',
  'meetings.overview.children': 'the organizations right below one',
  'meetings.overview.year': 'the months of a year',
  'meetings.vote.list': 'the votes of one meeting',
  'inspection.duty.list': 'what one organization owes today',
  'inspection.denunciation.get': 'the items of one denunciation, thirty at most',
  'inspection.book.read': 'the files of one year that one person was given, at most 2,000',
  'inspection.program.choices': 'the bodies of one organization',
  'inspection.coverage.children': 'the organizations right below one',
  'training.duty.roll-up': 'the organizations right below one',
  'training.duty.classes': 'the classes of one course that call for people now, fifty at most',
  'training.need.list': 'the courses of a province',
  'training.need.below': 'the organizations right below one',
  'training.need.stated': 'the courses of a province',
  'training.study-campaign.counts': 'the organizations right below one',
  'training.course.list': 'the courses of a province',
  'training.attempt.get': 'the questions of one paper, a few hundred at most',
  'training.practice.get': 'the questions of one practice, fifty at most',
  'training.question.fields': 'the fields of a province',
  'inspection.labor-grade.preview': 'the members of one cell',
};
/** What services hand each other goes in larger pages; no person can ask for it. */
const MOST_AMONG_SERVICES = 2000;

const inputOf = (o: Operation): Schema => z.toJSONSchema(o.input, { io: 'input', unrepresentable: 'any' }) as Schema;
const answersItems = (o: Operation): boolean =>
  o.type === 'query' && (z.toJSONSchema(o.output, { unrepresentable: 'any' }) as Schema).properties?.['items']?.type === 'array';
const lists = operations.filter(answersItems);
const paged = lists.filter((o) => 'limit' in (inputOf(o).properties ?? {}));
const mostOf = (o: Operation): number => ('internal' in o.access ? MOST_AMONG_SERVICES : MOST_ROWS);

/** What an operation says of a limit, or undefined where it takes it; whatever else the input lacks. */
const saidOf = (o: Operation, limit: unknown): string | undefined =>
  o.input.safeParse({ limit }).error?.issues.find((issue) => issue.path.join() === 'limit')?.message;

/** Every list inside of an input that may be as long as one likes. */
function endless(schema: Schema, at: string): string[] {
  return [
    ...(schema.type === 'array' && schema.maxItems === undefined ? [at] : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => endless(inner, `${at}.${name}`)),
    ...[schema.items ?? [], schema.anyOf ?? [], schema.oneOf ?? [], schema.allOf ?? []].flat().flatMap((inner) => endless(inner, at)),
  ];
}

it('every list goes in pages, or says why it is short', () => {
  expect(lists.filter((o) => !paged.includes(o) && !(o.subject in whole)).map((o) => o.subject)).toEqual([]);
  const idle = Object.keys(whole).filter((subject) => !lists.some((o) => o.subject === subject) || paged.some((o) => o.subject === subject));
  expect(idle).toEqual([]);
  expect(paged.length).toBeGreaterThan(25);
});

it('every page has an end and a length of its own where nobody asks for one', () => {
  const wrong = paged.filter((o) => {
    const { maximum = Number.POSITIVE_INFINITY, minimum, default: usual } = inputOf(o).properties?.['limit'] ?? {};
    return maximum > mostOf(o) || minimum !== 1 || typeof usual !== 'number' || usual > maximum;
  });
  expect(wrong.map((o) => o.subject)).toEqual([]);
});

it.each(paged.map((o) => [o.subject, o] as const))('%s refuses a longer page, and none at all, in words', (_subject, o) => {
  const most = inputOf(o).properties?.['limit']?.maximum ?? 0;
  expect([1, most].map((limit) => saidOf(o, limit))).toEqual([undefined, undefined]);
  for (const limit of [most + 1, 1e9, Number.MAX_SAFE_INTEGER, 0, -1, 1.5, 'nhiều', Number.POSITIVE_INFINITY]) {
    const said = saidOf(o, limit);
    expect([limit, said]).not.toEqual([limit, undefined]);
    if (!('internal' in o.access)) expect([limit, said]).toEqual([limit, `Mỗi trang có từ 1 đến ${most} dòng. Hãy xem tiếp bằng trang sau.`]);
  }
});

it('no input holds a list without an end', () => {
  expect(operations.flatMap((o) => endless(inputOf(o), o.subject))).toEqual([]);
});
