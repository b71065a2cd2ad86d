import { rmSync } from 'node:fs';

export default async function stop(_global, project) {
  const { platform, dataDir } = globalThis.vungmanhJourneys;
  await platform.stop();
  rmSync(dataDir, { recursive: true, force: true });
  if (project.globals.withoutBrowser) console.log('Chưa chạy: các hành trình trong trình duyệt (test/browser). Cài Chromium hoặc đặt CHROMIUM_PATH.');
}
