import { Injectable } from '@nestjs/common';
import { Db } from '../db/db.js';
import { Metrics } from '../metrics.js';

/** How much has been promised to other services and not been handed over yet. */
@Injectable()
export class OutboxMetrics {
  constructor(db: Db, metrics: Metrics) {
    metrics.gauge('outbox_unsent', 'Events that wait for the relay', async () => {
      const [row] = await db.query<{ n: string }>('select count(*) as n from outbox where sent_at is null');
      return Number(row?.n);
    });
    metrics.gauge('outbox_oldest_unsent_seconds', 'Age of the oldest of them', async () => {
      const [row] = await db.query<{ age: string | null }>(
        'select extract(epoch from now() - min(created_at)) as age from outbox where sent_at is null',
      );
      return Math.max(0, Number(row?.age ?? 0));
    });
  }
}
