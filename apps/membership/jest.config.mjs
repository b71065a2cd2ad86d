import { preset } from '../../packages/tooling/jest.preset.mjs';

export default preset(import.meta.url, { world: true });
