import { bullet, type Block, type Closing, lines, paragraph, paragraphs, type Paper, section } from '../paper.js';
import { clockTime, count, fill, longDate, sentence, share, type Template } from '../wording.js';
import { footerOf, headingOf, upper } from './issuer.js';
import type { MinutesInput, MinutesItem, MinutesVote, PersonAtWork } from './minutes-input.js';
import { type MinutesPart, type MinutesWording, minutesWording } from './minutes-wording.js';
import { numberedParts } from './parts.js';

/** Biên bản of a meeting: composed from roll, texts and counts; the signature lines are always empty. */
export function minutesPaper(input: MinutesInput, wording: MinutesWording = minutesWording): Paper {
  const parts: Record<MinutesPart, () => Block[]> = {
    opening: () => [
      paragraph(
        fill(wording.opening, {
          time: clockTime(input.startedAt),
          date: longDate(input.startedOn),
          venue: input.venue,
          body: input.issuer.terms.proper,
          meeting: input.meeting,
        }),
      ),
    ],
    attendance: () => attendance(input, wording),
    chair: () => [
      paragraph(fill(wording.chair, { name: atWork(input.chair) })),
      paragraph(fill(wording.minuteTaker, { name: atWork(input.minuteTaker) })),
    ],
    agenda: () => input.agenda.map((item, index) => paragraph(`${index + 1}. ${sentence(item)}`)),
    body: () => input.body.flatMap((item, index) => bodyItem(item, index + 1, wording)),
    ideology: () => (input.ideology === undefined ? [] : paragraphs(input.ideology)),
    conclusions: () => input.conclusions.flatMap((text, index) => numbered(`${index + 1}. `, sentence(text))),
    votes: () => input.votes.flatMap((vote) => voteBlocks(vote, wording)),
    score: () => (input.score === undefined ? [] : paragraphs(input.score)),
    end: () =>
      input.endedAt === undefined ? [] : [paragraph(fill(wording.end, { Meeting: capitalized(input.meeting), time: clockTime(input.endedAt) }))],
  };
  const blocks = numberedParts(wording, parts);
  return {
    heading: headingOf(input, wording.symbol),
    title: { type: wording.type, abstract: fill(wording.abstract, { meeting: input.meeting }) },
    blocks: [...blocks, signatures(input, wording), ...addenda(input, wording)],
    ...footerOf(input),
  };
}

function attendance({ issuer, totals, absentWithReason, absentWithoutReason, guests }: MinutesInput, wording: MinutesWording): Block[] {
  const came = (n: { official: number; probationary: number; temporary: number }): number => n.official + n.probationary + n.temporary;
  const split = (n: { official: number; probationary: number; temporary: number }): Record<string, string> => ({
    person: issuer.terms.person,
    total: count(came(n)),
    official: count(n.official),
    probationary: count(n.probationary),
    temporary: count(n.temporary),
  });
  const absent = (template: Template, names: readonly string[]) =>
    bullet(
      names.length === 0 ? `${template.split(':')[0]}: ${wording.nobody}.` : fill(template, { count: count(names.length), names: names.join('; ') }),
    );
  return [
    bullet(fill(wording.total, split(totals))),
    ...(totals.exempt === 0 ? [] : [bullet(fill(wording.exempt, { exempt: count(totals.exempt) }))]),
    ...(totals.away === 0 ? [] : [bullet(fill(wording.away, { away: count(totals.away) }))]),
    bullet(fill(wording.present, { ...split(totals.present), attended: share(came(totals.present), totals.expected) })),
    absent(
      wording.excused,
      absentWithReason.map(({ name, reason }) => `${name}: ${reason}`),
    ),
    absent(
      wording.unexcused,
      absentWithoutReason.map(({ name }) => name),
    ),
    ...(guests.length === 0 ? [] : [bullet(fill(wording.guests, { names: guests.map(atWork).join('; ') }))]),
  ];
}

function bodyItem(item: MinutesItem, order: number, wording: MinutesWording): Block[] {
  return [
    section(`${order}. ${item.title}`, 2),
    ...paragraphs(item.report ?? ''),
    ...item.statements.flatMap(({ speaker, gist }) => {
      const [first = '', ...rest] = lines(gist);
      return [bullet([{ text: `Đồng chí ${speaker}: `, bold: true }, { text: first }]), ...rest.map((line) => paragraph(line))];
    }),
    ...(item.conclusion === undefined ? [] : numbered(`${wording.conclusion}: `, sentence(item.conclusion))),
  ];
}

function voteBlocks(vote: MinutesVote, wording: MinutesWording): Block[] {
  const text = fill(wording.vote, {
    matter: vote.matter,
    method: wording.method[vote.method],
    for: share(vote.for, vote.denominator),
    against: share(vote.against, vote.denominator),
    noOpinion: share(vote.noOpinion, vote.denominator),
  });
  const reserved = vote.reserved ?? [];
  return [bullet(text), ...(reserved.length === 0 ? [] : [paragraph(fill(wording.reserved, { names: reserved.join('; ') }))])];
}

/** A written text whose first line begins with a bold label. */
function numbered(label: string, text: string): Block[] {
  const [first = '', ...rest] = lines(text);
  return [paragraph([{ text: label, bold: true }, { text: first }]), ...rest.map((line) => paragraph(line))];
}

const signatures = (input: MinutesInput, wording: MinutesWording): Closing => ({
  kind: 'closing',
  left: { kind: 'signature', office: wording.left, name: input.minuteTaker.name },
  right: { kind: 'signature', office: wording.right, name: input.chair.name },
});

function addenda(input: MinutesInput, wording: MinutesWording): Block[] {
  if (input.addenda.length === 0) return [];
  return [
    section(wording.addenda),
    ...input.addenda.flatMap(({ date, text, by }) => [
      paragraph([{ text: fill(wording.addendum, { date: longDate(date), by }), italic: true }]),
      ...paragraphs(text),
    ]),
    signatures(input, wording),
  ];
}

const atWork = ({ name, office }: PersonAtWork): string => (office === undefined ? name : `${name}, ${office}`);
const capitalized = (text: string): string => upper(text.slice(0, 1)) + text.slice(1);
