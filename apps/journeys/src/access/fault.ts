import { readFileSync, writeFileSync } from 'node:fs';
import { eventually } from '../time.js';

const SERVICES = ['identity', 'organization', 'membership', 'meetings', 'inspection', 'training'] as const;

/** Puts a fault into every running service, in place of the one before; the empty name is the product as it is. */
export async function putFault(name: string): Promise<void> {
  const file = process.env['TEST_MUTANT_FILE'];
  if (file === undefined) throw new Error('This run has the product as it is: ACCESS_MATRIX=whole tries faults');
  writeFileSync(file, name);
  const inPlace = async (): Promise<string[]> =>
    SERVICES.map((service) => {
      try {
        return readFileSync(`${file}.${service}`, 'utf8');
      } catch {
        return '';
      }
    });
  await eventually(inPlace, (all) => all.every((one) => one === name));
}
