/** Whether a grant with these dates gives nothing any more. */
export function isOver(grant: { validTo: string | null }, today: string): boolean {
  return grant.validTo !== null && grant.validTo <= today;
}

/** A period that holds at least one day. */
export function isPeriod(from: string, to: string | undefined): boolean {
  return to === undefined || to > from;
}
