import type { ServiceName } from '@vungmanh/contracts/service';

/** Who asks: a signed-in person, or one of our own services. Says nothing about what they may do. */
export interface Actor {
  /** Account id, or `service:<name>`. */
  readonly id: string;
  readonly person?: string;
  readonly session?: string;
  /** When this person last gave a second factor in this session, epoch milliseconds. */
  readonly secondAt?: number;
  /** The account that this one acts for, when a helper types for an elderly secretary. */
  readonly onBehalfOf?: string;
  readonly service?: ServiceName;
}
