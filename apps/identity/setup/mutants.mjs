import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const workspace = fileURLToPath(new URL('..', import.meta.url));
const GRANTS = 'test/grants.service.spec.ts';
const BEHALF = 'test/on-behalf.service.spec.ts';
const FACTOR = 'test/second-factor.service.spec.ts';
const INVITED = 'test/invitation.service.spec.ts';
const ACCOUNTS = 'test/identity.service.spec.ts';
const RULES = 'src/grant/grant.rules.spec.ts';

/** `from` stands once in `file`, below the workspace; the fault puts `to` in its place, and `by` is the spec that must find it. */
const mutant = (by, file, name, [from, to = '']) => ({ name, file, from, to, by });
const of = (by, file, faults) => Object.entries(faults).map(([name, edit]) => mutant(by, file, name, edit));

/**
 * Small faults of identity's own rules: who may give what to whom, what takes two, codes and invitations that count once, and who may
 * help somebody to sign in. `npm run test:mutants` tries each; whatever no spec finds is a hole in the specs.
 */
export const mutants = [
  ...of(RULES, 'src/grant/grant.rules.ts', {
    'the right to give is not needed to give': ["if (!reaching.some(gives)) return 'identity/beyond-own';"],
    'what is given need not be held': ["if (wanted.permissions.some((p) => !reaching.some(holds(p)))) return 'identity/permission-not-held';"],
    'a right outlasts that of its giver': ['!lasting.some(gives) || wanted.permissions.some((p) => !lasting.some(holds(p)))', 'false'],
    'an organization alone is all below it': ['h.nodeId === wanted.nodeId && !wanted.below', 'h.nodeId === wanted.nodeId'],
    'what is held elsewhere counts here': ['h.below ? above.has(h.nodeId)', 'h.below ? above.size > 0'],
    'who gives may give to themselves': ['given.accountId === giver', 'false'],
  }),
  ...of(GRANTS, 'src/grant/grant.service.ts', {
    'giving asks nothing of the giver': ['if (beyond) throw fail(giveGrant, beyond);'],
    'one gives alone what takes two': ["if (role.fourEyes) throw fail(giveGrant, 'identity/four-eyes');"],
    'a right is ended from wherever one stands': [
      "where g.id = $1 and ${call.scope.within('g.node_id', params)}`",
      "where g.id = $1 and (true or ${call.scope.within('g.node_id', params)})`",
    ],
  }),
  ...of(GRANTS, 'src/proposal/proposal.service.ts', {
    'proposing asks nothing of the proposer': ['if (beyond) throw fail(proposeGrant, beyond);'],
    'approving asks nothing of who approves': ['if (beyond) throw fail(approveGrant, beyond);'],
    'a proposal is found from wherever one stands': [
      "where q.id = $1 and ${call.scope.within('q.node_id', params)}`",
      "where q.id = $1 and (true or ${call.scope.within('q.node_id', params)})`",
    ],
    'two may propose the same': ["if (waiting.length > 0) throw fail(proposeGrant, 'identity/already-proposed');"],
  }),
  ...of(GRANTS, 'src/proposal/proposal.entity.ts', {
    'who proposed approves': ['by === this.proposedBy || '],
    'who gets it approves': [' || by === this.accountId'],
    'what was decided is decided again': ["if (this.state !== 'PROPOSED') throw new Broken('identity/already-decided');"],
  }),
  ...of(GRANTS, 'src/role/role-change.service.ts', {
    'a role gets what its changer lacks': [
      "if (await this.lacks(tx, call, added(before, content))) throw fail(changeRole, 'identity/permission-not-held');",
    ],
    'a new role holds what its maker lacks': ["throw fail(createRole, 'identity/permission-not-held');", ';'],
    'who widened a role approves it': ["if (before.pendingBy === call.actor.id) throw fail(approveRole, 'identity/same-person');"],
    'a role is widened by one': ['if (isWider(before, content)) await', 'if (false) await'],
    'roles may be changed until nobody can change them': [
      "else if (!(await put(tx, code, content))) throw fail(changeRole, 'identity/nobody-left');",
      'else await put(tx, code, content);',
    ],
    'a role is changed from below': [
      "if (!(await reaches(tx, call.scope))) throw fail(changeRole, 'identity/not-whole');",
      'await reaches(tx, call.scope);',
    ],
  }),
  ...of(BEHALF, 'src/grant/giver.ts', {
    'one gives in another’s name': ['if (actor.onBehalfOf !== undefined) return [];'],
    'one gives what one has in another’s name': ['and g.on_behalf_of is null and g.valid_from <= $2', 'and g.valid_from <= $2'],
  }),
  ...of(BEHALF, 'src/grant/give.ts', {
    'one acts for somebody who lacks the role': ['if (onBehalfOf === undefined) return true;', 'if (onBehalfOf !== accountId) return true;'],
    'one acts for oneself': ['if (onBehalfOf === accountId) return false;'],
  }),
  ...of(FACTOR, 'src/second-factor/factors.ts', {
    'a code of the app counts twice': [' and last_step < $2 returning', ' and $2::bigint is not null returning'],
    'a printed code counts twice': ['and code_hash = $3 and used_at is null', 'and code_hash = $3'],
    'any code of the card will do': ["(kind = 'RECOVERY' or position = $5)", "(kind = 'RECOVERY' or $5::integer is not null)"],
    'a used emergency code is told to nobody': ["from taken where kind = 'RECOVERY'", 'from taken where false'],
  }),
  ...of(FACTOR, 'src/second-factor/numbered-codes.ts', {
    'new codes leave the old ones': [
      "'delete from one_time_code where account_id = $1 and kind = $2'",
      "'delete from one_time_code where account_id = $1 and kind = $2 and false'",
    ],
  }),
  ...of(FACTOR, 'src/second-factor/enrollment.ts', {
    'the first code of an app counts again': [', secret), step],', ', secret), 0],'],
    'a card lives beside an app': ["account_id = $1 and kind = 'CARD'`", "account_id = $1 and kind = 'CARD' and false`"],
  }),
  ...of(FACTOR, 'src/second-factor/enrollment.service.ts', {
    'an app is set up by any code': ["if (!proven) throw fail(confirmTotp, 'identity/code-wrong');", 'if (!proven) return { codes: [] };'],
    'emergency codes without an app': ["if (own.length === 0) throw fail(renewRecoveryCodes, 'identity/no-factor');"],
  }),
  ...of(FACTOR, 'src/second-factor/my-factor.service.ts', {
    'an app is replaced without a fresh code': ["if (has && !isFresh(actor.secondAt, this.factors.millis())) throw refuse('request/step-up');"],
  }),
  ...of(FACTOR, 'src/second-factor/code.service.ts', {
    'codes are guessed without a pause': ["throw fail(checkCode, 'identity/sign-in-too-often');"],
    'codes are guessed without a pause at the door': ["throw fail(answerCode, 'identity/sign-in-too-often');"],
  }),
  ...of(FACTOR, 'src/second-factor/officer.service.ts', {
    'a card is printed for anybody': ['if (account.refused) throw fail(printCodeCard, account.refused);'],
    'a card for whoever needs an app': ["if (!cardSuffices(need, ruled)) throw fail(printCodeCard, 'identity/card-not-enough');"],
    'anybody’s factor is taken away': ['if (account.refused) throw fail(resetSecondFactor, account.refused);'],
    'a reset leaves the app': ["'delete from totp_factor where account_id = $1'", "'delete from totp_factor where account_id = $1 and false'"],
    'a reset leaves the printed codes': [
      "'delete from one_time_code where account_id = $1'",
      "'delete from one_time_code where account_id = $1 and false'",
    ],
    'a reset leaves the sessions': ["ends: 'ALL'", "ends: 'WEAK'"],
    'the rule of the province is changed from below': [
      "if (!(await reaches(tx, call.scope))) throw fail(changeEditorFactorRule, 'identity/not-whole');",
      'await reaches(tx, call.scope);',
    ],
  }),
  ...of(FACTOR, 'src/second-factor/steps.ts', {
    'who needs a factor and has none gets in': [
      "if (standing.need !== 'NONE') return this.enroll(",
      "if (standing.need === 'NONE' && false) return this.enroll(",
    ],
  }),
  ...of(INVITED, 'src/account/managed-account.ts', {
    'help reaches whoever stands elsewhere': [
      'from account a where a.id = $1 and exists (select 1 from account_grant g where g.account_id = a.id and ${within})',
      'from account a where a.id = $1 and (true or exists (select 1 from account_grant g where g.account_id = a.id and ${within}))',
    ],
    'help reaches who holds more elsewhere': ['and not ${within}) as elsewhere', 'and false and not ${within}) as elsewhere'],
    'who helps may help themselves': ["if (input.accountId === actor.id) return { username, version, refused: 'identity/own-account' };"],
    'a closed account is helped': ["if (row.disabled) return { username, version, refused: 'identity/account-disabled' };"],
  }),
  ...of(INVITED, 'src/invitation/invitation.service.ts', {
    'anybody is invited anew': ['if (account.refused) throw fail(inviteAccount, account.refused);'],
    'an invitation counts twice': [
      'delete from invitation where account_id = $1 and code_hash = $2 and expires_at > $3 returning 1 as taken',
      'select 1 as taken from invitation where account_id = $1 and code_hash = $2 and expires_at > $3',
    ],
    'an invitation never ends': [' and expires_at > $3 returning', ' and $3::timestamptz is not null returning'],
    'an invitation opens a closed account': ['findOneBy(AccountEntity, { username, disabled: false })', 'findOneBy(AccountEntity, { username })'],
    'an invitation takes any password': ["if (isCommon(input.password, username)) throw fail(acceptInvitation, 'identity/password-common');"],
    'invitations are guessed without a pause': ["throw fail(acceptInvitation, 'identity/sign-in-too-often');"],
    'a forgotten password leaves the sessions': ['tx.publish(passwordChanged, { id: account.id, version: account.version });'],
  }),
  ...of(ACCOUNTS, 'src/account/account.service.ts', {
    'an account is opened with more than its opener holds': ['if (beyond) throw fail(createAccount, beyond);'],
    'an account is opened alone with what takes two': ["if (role.fourEyes) throw fail(createAccount, 'identity/four-eyes');"],
    'one closes oneself': ["if (accountId === call.actor.id) throw fail(disableAccount, 'identity/own-account');"],
    'an account is closed that holds more elsewhere': ["if (elsewhere.length > 0) throw fail(disableAccount, 'identity/held-elsewhere');"],
  }),
  ...of(ACCOUNTS, 'src/account/sign-in.service.ts', {
    'a closed account gets in': ['|| account.disabled'],
    'a closed account gets in by another issuer': [' and not disabled`', '`'],
    'passwords are guessed without a pause': ["throw fail(authenticate, 'identity/sign-in-too-often');"],
  }),
  ...of(ACCOUNTS, 'src/account/own-password.ts', {
    'a password is changed without the old one': ['throw refusals.wrong();', ';'],
    'the old one is guessed without a pause': ['throw refusals.tooOften();', ';'],
  }),
  ...of(FACTOR, '../../packages/contracts/src/operation.ts', {
    'a code stays fresh for an hour': ['<= STEP_UP_MINUTES * 60_000', '<= 60 * 60_000'],
  }),
  ...of(INVITED, '../../packages/platform/src/rpc/guard.ts', {
    'nobody is asked for a fresh code': ['if (needsStepUp(contract) && ', 'if (false && '],
  }),
];

/** The source of a file with the named fault in it; any other file, and every file without a name, is as it is. */
export function mutated(source, path, name) {
  const found = mutants.find((one) => one.name === name && fileURLToPath(new URL(one.file, `file://${workspace}`)) === path);
  return found === undefined ? source : withFault(source, found);
}

function withFault(source, { name, file, from, to }) {
  const pieces = source.split(from);
  if (pieces.length !== 2) throw new Error(`mutants.mjs, "${name}": ${file} holds ${pieces.length - 1} times: ${from}`);
  return pieces.join(to);
}

/** What of the list is out of date, as sentences. */
export function lostMutants() {
  return mutants.flatMap((one) => {
    const path = fileURLToPath(new URL(one.file, `file://${workspace}`));
    try {
      withFault(readFileSync(path, 'utf8'), one);
      return existsSync(new URL(one.by, `file://${workspace}`)) ? [] : [`"${one.name}": there is no ${one.by}`];
    } catch (error) {
      return [error.message];
    }
  });
}
