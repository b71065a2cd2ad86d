import { Inject, Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';
import { CONFIG, type Config } from './config.js';
import { statementsSoFar } from './db/counter.js';

/** The figures of one service, in a registry of its own: several services may share a process. No personal data in labels. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  constructor(@Inject(CONFIG) config: Config) {
    this.registry.setDefaultLabels({ service: config.service });
    collectDefaultMetrics({ register: this.registry });
    this.gauge('sql_statements', 'SQL statements of requests, events and jobs in this process so far', statementsSoFar);
  }

  /** A number that only grows; the same name twice is an error. */
  counter<Label extends string = never>(name: string, help: string, labelNames: Label[] = []): Counter<Label> {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  /** A number that is read when the figures are asked for; `undefined` leaves it as it was. */
  gauge(name: string, help: string, read: () => number | undefined | Promise<number | undefined>): void {
    new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect() {
        const value = await read();
        if (value !== undefined) this.set(value);
      },
    });
  }

  /** A number by label that whoever knows it sets. */
  gaugeBy<Label extends string>(name: string, help: string, label: Label): Gauge<Label> {
    return new Gauge({ name, help, labelNames: [label], registers: [this.registry] });
  }
}
