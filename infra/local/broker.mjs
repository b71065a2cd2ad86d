// `npm run broker`: the configuration for a nats-server of your own (NATS_URL). It holds public keys and permissions, no secret;
// what is missing of the keys is made. Redirect it into a file and start nats-server with -c.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brokerConfig } from './broker-config.mjs';
import { root } from './command.mjs';
import { prepareKeys } from './keys.mjs';

const { services } = JSON.parse(readFileSync(new URL('../platform.json', import.meta.url), 'utf8'));
const keys = path.join(path.resolve(root, process.env.VUNGMANH_DATA || '.data'), 'keys');
prepareKeys(
  keys,
  services.map(({ name }) => name),
);
brokerConfig(keys).then(
  (text) => process.stdout.write(text),
  (error) => {
    console.error(error.code === 'ERR_MODULE_NOT_FOUND' ? 'Chưa dựng phần mềm: chạy npm run build trước.' : error.message);
    process.exitCode = 1;
  },
);
