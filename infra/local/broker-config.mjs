import { nkeys } from '@nats-io/transport-node';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const base = new URL('../nats/nats.conf', import.meta.url);

/**
 * The whole configuration of the platform's broker: infra/nats/nats.conf and one user for each service and the operator, whose public
 * keys belong to the seeds in `keysDir`, with permissions from the contracts. It holds no secret. `fast` does not sync every write (tests only).
 */
export async function brokerConfig(keysDir, { fast = false } = {}) {
  // Built by now: the start builds before it starts anything.
  const { brokerPermissionsOf, operatorPermissions } = await import('@vungmanh/contracts/broker');
  const { serviceNames } = await import('@vungmanh/contracts/service');
  const users = [...serviceNames.map((name) => [name, brokerPermissionsOf(name)]), ['operator', operatorPermissions]];
  const text = readFileSync(base, 'utf8');
  return `${fast ? text.replace(/^\s*sync_interval:.*\n/m, '') : text}
# Made from packages/contracts by infra/local/broker-config.mjs; "npm run broker" prints it anew.
authorization {
  # Seconds in which a service must have proven itself: a busy machine that starts them all at once takes longer than the two of the server.
  timeout: 10
  users: [
${users.map(([name, permissions]) => userBlock(name, publicKey(keysDir, name), permissions)).join('\n')}
  ]
}
`;
}

/** Writes it to `file`. */
export async function writeBrokerConfig(file, keysDir, options) {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, await brokerConfig(keysDir, options), { mode: 0o644 });
}

function publicKey(keysDir, name) {
  return nkeys.fromSeed(readFileSync(path.join(keysDir, `${name}.nats.nk`))).getPublicKey();
}

/** A job that is asked of a service may be answered much later, and a delivered event is held alive with several answers. */
function userBlock(name, key, { publish, subscribe }) {
  const list = (subjects) => `[\n${subjects.map((subject) => `          "${subject}"`).join('\n')}\n        ]`;
  return `    # ${name}
    {
      nkey: ${key}
      permissions: {
        publish: { allow: ${list(publish)} }
        subscribe: { allow: ${list(subscribe)} }
        allow_responses: { max: 100, expires: "15m" }
      }
    }`;
}
