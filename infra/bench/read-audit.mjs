// Loaded into every service before its own code (`--import`), by the benchmarks alone: each SIGUSR2 turns the trail of reads off, or on again.
import { ReadTrail } from '@vungmanh/platform/db/read-trail';

const audited = Object.getOwnPropertyDescriptors(ReadTrail.prototype);
const nothing = { configurable: true, writable: true, value: async () => {} };
let on = true;

process.on('SIGUSR2', () => {
  on = !on;
  for (const name of ['recordRead', 'recordPage']) Object.defineProperty(ReadTrail.prototype, name, on ? audited[name] : nothing);
});
