import { Db } from '@vungmanh/platform/db/db';
import { asSystem } from '@vungmanh/platform/db/reach';
import type { INestApplicationContext } from '@nestjs/common';

/** The service's own database as the platform's own work sees it: for what a test looks up or prepares behind everybody's back. */
export function systemDb({ app }: { app: INestApplicationContext }): Db {
  return new Proxy(app.get(Db), {
    get(db, key) {
      const value: unknown = Reflect.get(db, key);
      return typeof value === 'function' ? (...args: unknown[]) => asSystem((): unknown => Reflect.apply(value, db, args)) : value;
    },
  });
}
