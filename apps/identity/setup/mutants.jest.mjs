import { fileURLToPath } from 'node:url';
import config from '../jest.config.mjs';

const [, options] = config.transform['^.+\\.ts$'];

export default {
  ...config,
  transform: { ...config.transform, '^.+\\.ts$': [fileURLToPath(new URL('mutant-transform.mjs', import.meta.url)), options] },
};
