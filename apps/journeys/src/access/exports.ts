import { startExport } from '@vungmanh/contracts/organization/export';
import { Person } from '../person.js';
import type { Cast } from './cast.js';
import type { Thing } from './oracle.js';
import type { PlaceName, Places } from './places.js';

/** The officer's own in every place, and one of somebody of the commune: each is shown to who asked for it alone. */
export async function makeExports(
  officer: Person,
  { nodes }: Places,
  cast: Cast,
  put: (label: string, nodeId: string, more: Omit<Thing, 'label' | 'nodeId'>) => void,
): Promise<void> {
  const begin = async (person: Person, name: string, place: PlaceName) => {
    const nodeId = nodes[place];
    const { id } = await person.do(startExport, { nodeId, withMembers: place !== 'province' });
    put(`${name} ${place}`, nodeId, { fields: { exportId: id }, owner: cast.player(name).accountId });
  };
  for (const place of ['province', 'commune', 'cell'] as const) await begin(officer, 'PROVINCIAL_OFFICER', place);
  const name = 'COMMITTEE_OFFICER-tree';
  const person = await Person.signedIn(name.toLowerCase().replaceAll('_', '-'));
  for (const place of ['commune', 'cell'] as const) await begin(person, name, place);
}
