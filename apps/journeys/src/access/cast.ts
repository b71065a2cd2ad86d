import { createAccount, disableAccount } from '@vungmanh/contracts/identity/account';
import { giveGrant, listRoles, type Role } from '@vungmanh/contracts/identity/role';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { Person } from '../person.js';
import { clockAheadMs, eventually } from '../time.js';
import type { Held, Who } from './oracle.js';
import type { People } from './people.js';
import { accountOf, DAY, type PlaceName, type Places } from './places.js';

/** Somebody of the matrix, signed in. */
export interface Player extends Who {
  readonly name: string;
  /** Whom they sign in as; founders and the gateway itself have signed in before. */
  readonly username?: string;
  cookie: string;
}

/** A grant that somebody was given, by its id. */
export interface Given extends Held {
  readonly id: string;
  readonly accountId: string;
}

export interface Cast {
  readonly players: readonly Player[];
  readonly grants: readonly Given[];
  player(name: string): Player;
  /** What a check has given somebody of this cast. */
  lend(to: Player, grant: Omit<Given, 'accountId'>): void;
}

/** One to whom a check that runs lends what it reads, and one of a check that is over. */
export const LENT = 'lent-by-a-check';
export const LENT_AND_OVER = 'lent-and-over';

interface Part {
  name: string;
  roleCode: string;
  place: PlaceName;
  below: boolean;
  person?: string | undefined;
}

interface Wanted {
  roleCode: string;
  nodeId: string;
  below: boolean;
  validFrom?: string;
  validTo?: string;
  onBehalfOf?: string;
}

const PASSWORD = 'Vungmanh@2026';

/** The roles that one alone may give, as the platform has them: what a new role is, the matrix learns from the platform itself. */
export async function rolesOf(officer: Person): Promise<Role[]> {
  return (await officer.do(listRoles, {})).items;
}

/**
 * Everybody whom the matrix asks for: each role at the commune with and without what stands below, and in the cell by a member of it;
 * two roles at once, a right that is over, one that has not begun, one in another's name, and an account that was closed.
 */
export class Casting {
  private readonly players: Player[] = [];
  private readonly grants: Given[] = [];

  constructor(
    private readonly officer: Person,
    private readonly places: Places,
    private readonly roles: readonly Role[],
  ) {}

  async enter({ name, roleCode, place, below, person }: Part): Promise<Player> {
    const nodeId = this.places.nodes[place];
    const username = name.toLowerCase().replaceAll('_', '-').slice(0, 40);
    const about = { username, password: PASSWORD, displayName: `${name} (mô phỏng)`, ...(person ? { personId: person } : {}) };
    const account = await this.officer.doOnceKnown(createAccount, { ...about, roleCode, nodeId, below });
    const held = account.grants.map((grant) => this.given(grant, account.id, true));
    const player = { name, username, accountId: account.id, cookie: '', held, ...(person ? { person } : {}) };
    this.players.push(player);
    return player;
  }

  /** Gives somebody one more right. */
  async give(to: Player, wanted: Wanted, counts: boolean): Promise<Player> {
    const grant = await this.officer.do(giveGrant, { accountId: to.accountId, ...wanted });
    return this.replace(to, { held: [...to.held, this.given(grant, to.accountId, counts)] });
  }

  /** After all has been given: what needs a second factor ends the sessions that began without one. */
  async signIn(players: readonly Player[] = this.players): Promise<void> {
    const cookies = new Map<string, string>();
    for (const player of players) {
      if (player.username === undefined || player.closed) continue;
      const cookie = cookies.get(player.username) ?? (await Person.signedIn(player.username)).sessionCookie;
      cookies.set(player.username, cookie);
      player.cookie = cookie;
    }
  }

  async close(player: Player, version: number): Promise<void> {
    await this.signIn([player]);
    await this.officer.do(disableAccount, { accountId: player.accountId, reason: 'mô phỏng' }, { version });
    this.replace(player, { closed: true });
    const asked = async () => (await fetch(`${process.env['TEST_BASE_URL']}/api/roles`, { headers: { cookie: player.cookie } })).status;
    await eventually(asked, (status) => status === 401);
  }

  /** The same person once more, who says of themselves something else. */
  also(player: Player, name: string, onBehalfOf: string): void {
    this.players.push({ ...player, name, onBehalfOf });
  }

  /** Somebody who was there before. */
  add(player: Player): void {
    this.players.push(player);
  }

  done(): Cast {
    const player = (name: string): Player => {
      const found = this.players.find((p) => p.name === name);
      if (!found) throw new Error(`Nobody plays ${name}`);
      return found;
    };
    const lend = (to: Player, grant: Omit<Given, 'accountId'>): void => {
      this.grants.push({ ...grant, accountId: to.accountId });
      const now = player(to.name);
      this.replace(now, { held: [...now.held, grant] });
    };
    return { players: this.players, grants: this.grants, player, lend };
  }

  private replace(player: Player, changes: Partial<Player>): Player {
    const changed = { ...player, ...changes };
    this.players.splice(this.players.indexOf(player), 1, changed);
    return changed;
  }

  private given(grant: OutputOf<typeof createAccount>['grants'][number], accountId: string, counts: boolean): Given {
    const { id, nodeId, below, role, onBehalfOf } = grant;
    const permissions = this.roles.find((r) => r.code === role.code)?.permissions ?? [];
    const given = { id, accountId, nodeId, below, counts, permissions, ...(onBehalfOf ? { onBehalfOf: onBehalfOf.id } : {}) };
    this.grants.push(given);
    return given;
  }
}

/** Enters all of them. */
export async function castAll(officer: Person, places: Places, people: People, roles: readonly Role[]): Promise<Cast> {
  const { nodes } = places;
  const auditor = await Person.signedIn('kiemtra.tinh');
  const casting = new Casting(officer, places, roles);
  const founder = async (name: string, username: string, { sessionCookie: cookie }: Person, codes: readonly string[]) => {
    const permissions = roles.filter((r) => codes.includes(r.code)).flatMap((r) => r.permissions);
    const held = [{ permissions, nodeId: nodes.province, below: true, counts: true }];
    casting.add({ name, accountId: await accountOf(officer, username), cookie, held });
  };
  await founder('PROVINCIAL_OFFICER', 'canbo.tinh', officer, ['PROVINCIAL_OFFICER']);
  // Whoever takes the gateway over asks in its name.
  casting.add({ name: 'the-gateway-itself', accountId: 'service:gateway', cookie: '', held: [], service: 'gateway' });
  await founder('two-roles-at-the-province', 'kiemtra.tinh', auditor, ['ACCOUNT_OFFICER', 'AUDITOR']);
  const given = roles.filter((role) => !role.fourEyes);
  for (const [i, { code: roleCode }] of given.entries()) {
    const enter = (suffix: string, place: PlaceName, below: boolean, person?: string) =>
      casting.enter({ name: `${roleCode}-${suffix}`, roleCode, place, below, person });
    await Promise.all([enter('tree', 'commune', true), enter('node', 'commune', false), enter('cell', 'cell', false, people.of.cell[i])]);
  }
  const plain = (name: string, place: PlaceName, person?: string) => casting.enter({ name, roleCode: 'MEMBER', place, below: false, person });
  const reach = { roleCode: 'COMMITTEE_OFFICER', nodeId: nodes.commune, below: true };
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(Date.now() + clockAheadMs());

  await casting.give(await plain('two-roles', 'cell'), { ...reach, nodeId: nodes.beside }, true);
  await casting.give(await plain('ended-right', 'elsewhere', people.of.elsewhere[0]), { ...reach, validFrom: DAY, validTo: today }, false);
  await casting.give(await plain('coming-right', 'elsewhere', people.movedAway), { ...reach, validFrom: '2090-01-01' }, false);
  const secretary = casting.done().player('CELL_SECRETARY-cell');
  const behalf = { roleCode: 'CELL_SECRETARY', nodeId: nodes.cell, below: false, onBehalfOf: secretary.accountId };
  const helper = await casting.give(await plain('helper-for-themselves', 'nextCell', people.of.nextCell[0]), behalf, true);
  casting.also(helper, 'helper-for-the-secretary', secretary.accountId);
  casting.also(helper, 'helper-for-somebody-else', casting.done().player('PROVINCIAL_OFFICER').accountId);
  casting.also(casting.done().player('MEMBER-cell'), 'who-says-to-be-a-helper', secretary.accountId);
  await casting.enter({ name: 'commission-desk', roleCode: 'INSPECTION_COMMISSION', place: 'commune', below: true, person: people.of.nextCell[3] });
  await casting.enter({ name: 'keeper', roleCode: 'CELL_SECRETARY', place: 'province', below: true });
  await plain(LENT, 'nextCell', people.of.nextCell[1]);
  await plain(LENT_AND_OVER, 'nextCell', people.of.nextCell[2]);
  // The last of the first cell, whom no role has taken.
  await casting.enter({ name: 'checker', roleCode: 'COMMITTEE_OFFICER', place: 'province', below: true, person: people.of.cell.at(-1) });
  const closing = await casting.enter({ name: 'closed-account', roleCode: 'COMMITTEE_OFFICER', place: 'commune', below: true });
  await casting.close(closing, 1);
  await casting.signIn();
  return casting.done();
}
