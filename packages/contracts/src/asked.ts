/**
 * Fields of a question that may say who it is about: what is searched for, and where a page of names ends. Our own page sends them
 * in a header, because addresses are kept in logs, histories and proxies (ASVS 14.2.1).
 */
const neverInAddress: ReadonlySet<string> = new Set(['q', 'search', 'topic', 'cursor']);

/** Carries those fields: JSON, percent-encoded. */
export const askedHeader = 'x-asked';

/** Takes the fields of a GET apart: those for the address, and the header's text for the others. */
export function apart(fields: Readonly<Record<string, unknown>>): { open: Record<string, unknown>; asked?: string } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  const hidden = entries.filter(([name]) => neverInAddress.has(name));
  const open = Object.fromEntries(entries.filter(([name]) => !neverInAddress.has(name)));
  return hidden.length === 0 ? { open } : { open, asked: encodeURIComponent(JSON.stringify(Object.fromEntries(hidden))) };
}

/** The fields that a header carries; undefined when it carries anything else. */
export function askedIn(header: string): Record<string, string> | undefined {
  try {
    const fields: unknown = JSON.parse(decodeURIComponent(header));
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return undefined;
    const said = Object.entries(fields).filter((field): field is [string, string] => typeof field[1] === 'string' && neverInAddress.has(field[0]));
    return said.length === Object.keys(fields).length ? Object.fromEntries(said) : undefined;
  } catch {
    return undefined;
  }
}
