import { commandsNotShown } from './commands.mjs';

/**
 * The guard stops both servers and deletes their folders, the same way whether Jest ends or is killed. A whole run fails whose specs
 * leave out a command of the service: that each leaves its row in the audit is proven by doing it.
 * @public Jest calls it.
 */
export default async function teardown(globalConfig) {
  const missing = commandsNotShown(globalConfig);
  await globalThis.vungmanhTestWorld?.release();
  if (missing.length > 0) throw new Error(`No spec does these commands, so that nothing shows their row in the audit:\n  ${missing.join('\n  ')}`);
}
