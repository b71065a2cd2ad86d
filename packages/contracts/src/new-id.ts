const ID_BYTES = 16;
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
/** Drawn for many ids at once: asking the system for each would cost more than everything else here. */
const drawn = new Uint8Array(ID_BYTES * 256);
let used = drawn.length;

/**
 * A UUIDv7 (RFC 9562) of the instant `now`, in milliseconds: ids of one process grow with time, so that indexes stay dense.
 * Runs in the browser too, where `crypto.randomUUID` is missing on a plain http address of a local network.
 */
export function newId(now: number): string {
  if (used === drawn.length) {
    crypto.getRandomValues(drawn);
    used = 0;
  }
  const bytes = drawn.slice(used, (used += ID_BYTES));
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) % 256;
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  let hex = '';
  for (const byte of bytes) hex += HEX[byte];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
