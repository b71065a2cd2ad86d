import { rmSync } from 'node:fs';

export default async function stop() {
  const { platform, dataDir } = globalThis.vungmanhJourneys;
  await platform.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
