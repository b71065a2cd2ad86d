import { readConfig } from './config.js';
import { migrate } from './db/data-source.js';
import type { ServiceDefinition } from './service.js';

/** Runs a program until SIGTERM or SIGINT, then lets it finish what it has taken. Says on standard error why it could not start. */
export async function runUntilStopped(start: () => Promise<{ stop(): Promise<void> }>): Promise<void> {
  // A signal that comes while the program still starts is kept until it can be obeyed.
  const told = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
  try {
    const running = await start();
    await told;
    await running.stop();
    process.exit(0);
  } catch (error) {
    console.error(error instanceof Error ? error.stack : error);
    process.exit(1);
  }
}

/** Brings a service's database up to date as its owner role, whose address stands in `DATABASE_URL`. */
export async function runMigrations(definition: ServiceDefinition): Promise<void> {
  try {
    await migrate(definition, readConfig(process.env).databaseUrl);
  } catch (error) {
    console.error(error instanceof Error ? error.stack : error);
    process.exitCode = 1;
  }
}
