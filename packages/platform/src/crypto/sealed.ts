import type { SealedPlace } from '@vungmanh/contracts/privacy/register';
import type { Sealer } from './sealer.js';

/**
 * A column that is written sealed. An entity names its sealed columns once; its verbs then speak plain text and the database
 * holds none: `phone = sealed('person.phone')`.
 */
export interface SealedColumn {
  write(sealer: Sealer, id: string, plain: string | undefined): string | null;
  read(sealer: Sealer, id: string, stored: string | null): string | undefined;
}

/** @param column `<table>.<column>`, one that the register of personal data declares sealed */
export function sealed(column: SealedPlace): SealedColumn {
  return {
    write: (sealer, id, plain) => (plain === undefined ? null : sealer.seal(`${column}:${id}`, plain)),
    read: (sealer, id, stored) => (stored === null ? undefined : sealer.open(`${column}:${id}`, stored)),
  };
}
