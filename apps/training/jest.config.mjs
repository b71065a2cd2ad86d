import { preset } from '@vungmanh/tooling/jest.preset.mjs';

export default preset(import.meta.url, { world: true });
