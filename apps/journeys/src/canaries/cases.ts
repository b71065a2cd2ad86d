import { createAccount } from '@vungmanh/contracts/identity/account';
import { getDenunciation, registerDenunciation } from '@vungmanh/contracts/inspection/denunciation';
import { acceptDenunciation, shareDenunciation } from '@vungmanh/contracts/inspection/denunciation-act';
import { downloadDenunciationPaper } from '@vungmanh/contracts/inspection/denunciation-paper';
import { openDiscipline } from '@vungmanh/contracts/inspection/discipline';
import { hearSubject, listProposals } from '@vungmanh/contracts/inspection/discipline-act';
import { askOpening, confirmOpening, readDenunciant } from '@vungmanh/contracts/inspection/vault';
import { Person } from '../person.js';
import { staffOf } from '../staff.js';
import type { Village } from '../village.js';
import type { Canaries } from './canaries.js';

/** A canary wherever somebody writes into a case of discipline or a denunciation; above all who denounces. Answers what was refused. */
export async function openCases(officer: Person, village: Village, canaries: Canaries): Promise<{ status: number; text: string }[]> {
  const staff = await staffOf(village);
  const subject = village.plain?.id ?? '';
  const opened = await staff.secretary.doOnceKnown(openDiscipline, {
    nodeId: village.cell.id,
    actor: 'CELL',
    personId: subject,
    gravity: 'WARNING',
    committedOn: '2026-09-05',
    foundOn: '2026-09-10',
    violation: canaries.word('violation'),
  });
  const hearing = { how: 'MET' as const, on: '2026-09-20', byPersonId: village.secretary.id, text: canaries.word('violation') };
  await staff.secretary.do(hearSubject, { disciplineId: opened.id, ...hearing }, opened);
  const late = await staff.secretary.send(hearSubject, { disciplineId: opened.id, ...hearing }, { version: 99 });

  const office = async (name: string, personId: string): Promise<Person> => {
    const account = { username: `${name}.651`, password: 'Vungmanh@2026', displayName: 'Ủy ban kiểm tra (mô phỏng)', personId };
    await officer.doOnceKnown(createAccount, { ...account, roleCode: 'INSPECTION_COMMISSION', nodeId: village.commune.id, below: true });
    const person = await Person.signedIn(account.username);
    await person.doOnceKnown(listProposals, { nodeId: village.commune.id });
    return person;
  };
  const [first, second] = village.members.filter(({ id }) => ![village.secretary.id, village.minuteTaker.id, subject].includes(id));
  const [commission, deputy] = [await office('ubkt', first?.id ?? ''), await office('ubkt2', second?.id ?? '')];
  const who = { name: canaries.word('denunciant'), contact: canaries.word('denunciant'), about: canaries.word('denunciant') };
  const letter = { nodeId: village.commune.id, actor: 'INSPECTION_COMMISSION' as const, receivedOn: '2026-09-20', way: 'LETTER' as const };
  const about = { ...letter, personId: subject, items: [canaries.word('denunciation')], denunciant: who };
  const one = await commission.do(registerDenunciation, about);
  const refused = [
    late,
    await commission.send(registerDenunciation, { ...about, receivedOn: '2090-01-01' }),
    await commission.send(registerDenunciation, { ...about, denunciant: { ...who, name: who.name.repeat(100) } }),
    await commission.send(readDenunciant, { denunciationId: one.id }),
  ];
  const accepting = { on: '2026-09-21', dueOn: '2026-12-20', note: canaries.word('denunciation') };
  const accepted = await commission.do(acceptDenunciation, { denunciationId: one.id, ...accepting }, one);
  const shared = await commission.do(
    shareDenunciation,
    { denunciationId: one.id, personId: second?.id ?? '', part: 'VAULT_KEEPER', on: true },
    accepted,
  );
  const asked = await commission.do(askOpening, { denunciationId: one.id, reason: canaries.word('denunciation') }, shared);
  const { opening } = await deputy.do(getDenunciation, { denunciationId: one.id });
  await deputy.do(confirmOpening, { denunciationId: one.id, openingId: opening?.id ?? '' }, asked);
  await commission.do(readDenunciant, { denunciationId: one.id });
  await deputy.do(getDenunciation, { denunciationId: one.id });
  await commission.download(downloadDenunciationPaper, { denunciationId: one.id, kind: 'ACCEPTANCE', format: 'pdf' });
  return refused;
}
