import { registerDenunciation } from '@vungmanh/contracts/inspection/denunciation';
import { openDiscipline } from '@vungmanh/contracts/inspection/discipline';
import { Person } from '../person.js';
import type { Cast } from './cast.js';
import type { Thing } from './oracle.js';
import type { People } from './people.js';
import { DAY, type Places } from './places.js';

type Kept = Pick<Thing, 'fields' | 'people'>;

/** A case of discipline and a denunciation: things of the people on their lists, wherever these stand, and of nobody by the tree. */
export async function keptCases({ nodes }: Places, { of }: People, cast: Cast): Promise<{ discipline: Kept; denunciation: Kept }> {
  const [handler, desk] = [cast.player('CELL_SECRETARY-cell'), cast.player('commission-desk')];
  const subject = of.cell.findLast((id) => id !== handler.person) ?? '';
  const secretary = await Person.signedIn(handler.username ?? '');
  const opened = await secretary.doOnceKnown(openDiscipline, {
    nodeId: nodes.cell,
    actor: 'CELL' as const,
    personId: subject,
    gravity: 'REPRIMAND' as const,
    committedOn: DAY,
    foundOn: DAY,
    violation: 'Mô phỏng',
  });
  const commission = await Person.signedIn(desk.username ?? '');
  const entered = await commission.doOnceKnown(registerDenunciation, {
    nodeId: nodes.commune,
    actor: 'INSPECTION_COMMISSION' as const,
    personId: subject,
    receivedOn: DAY,
    way: 'LETTER' as const,
    items: ['Mô phỏng'],
    denunciant: { name: 'Người tố cáo mô phỏng' },
  });
  return {
    discipline: { fields: { disciplineId: opened.id }, people: [handler.person ?? '', subject] },
    // Whoever is denounced has not been told.
    denunciation: { fields: { denunciationId: entered.id }, people: [desk.person ?? ''] },
  };
}
