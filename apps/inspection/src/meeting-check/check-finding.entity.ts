import type { CheckFinding } from '@vungmanh/contracts/inspection/check-cell';
import type { FindingState } from '@vungmanh/contracts/inspection/meeting-check-state';
import type { ObligationRow } from '@vungmanh/contracts/obligation';
import { sealed } from '@vungmanh/platform/crypto/sealed';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';
import { instant } from '@vungmanh/platform/db/instant';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken } from '@vungmanh/platform/problem';
import { Column, Entity } from 'typeorm';
import { isWhole } from './meeting-check.rules.js';

const text = sealed('check_finding.text');
const proposal = sealed('check_finding.proposal');

export interface Found {
  readonly id: string;
  readonly checkId: string;
  readonly nodeId: string;
  readonly kind: 'STRENGTH' | 'SHORTCOMING';
  readonly text: string;
  readonly proposal?: string | undefined;
  readonly due?: string | undefined;
}

/** What is good or weak in a cell's meetings. A weak point is the cell's to mend once the notice is out. */
@Entity('check_finding')
export class CheckFindingEntity extends Versioned {
  @Column('uuid', { name: 'check_id' }) checkId: string;
  @Column('uuid', { name: 'node_id' }) nodeId: string;
  @Column('text') kind: Found['kind'];
  @Column('text', { name: 'text_sealed' }) textSealed: string;
  @Column('text', { name: 'proposal_sealed', nullable: true }) proposalSealed: string | null;
  @Column('date', { nullable: true }) due: string | null;
  @Column('text') state: FindingState;
  @Column('timestamptz', { name: 'found_at', transformer: instant }) foundAt: string;
  /** A slip of the pen, taken back before the conclusion: it is shown and counted nowhere. */
  @Column('timestamptz', { name: 'dropped_at', nullable: true, transformer: instant }) droppedAt: string | null;
  @Column('timestamptz', { name: 'settled_at', nullable: true, transformer: instant }) settledAt: string | null;

  static found(sealer: Sealer, { text: written, proposal: proposed, ...found }: Found, now: { at: string; today: string }): CheckFindingEntity {
    if (!isWhole({ ...found, proposal: proposed }, now.today)) throw new Broken('inspection/proposal-missing');
    return Object.assign(new CheckFindingEntity(), {
      ...found,
      due: found.due ?? null,
      textSealed: text.write(sealer, found.id, written),
      proposalSealed: proposal.write(sealer, found.id, proposed),
      state: 'OPEN',
      foundAt: now.at,
      droppedAt: null,
      settledAt: null,
    });
  }

  read(sealer: Sealer): CheckFinding {
    const proposed = proposal.read(sealer, this.id, this.proposalSealed);
    return {
      id: this.id,
      version: this.version,
      kind: this.kind,
      text: text.read(sealer, this.id, this.textSealed) ?? '',
      ...(proposed === undefined ? {} : { proposal: proposed }),
      ...(this.due === null ? {} : { due: this.due }),
      state: this.state,
    };
  }

  drop(now: string): void {
    this.droppedAt = now;
  }

  settle(now: string): void {
    if (this.kind !== 'SHORTCOMING' || this.state !== 'OPEN') throw new Broken('inspection/finding-not-open');
    this.state = 'DONE';
    this.settledAt = now;
  }

  /** What "my work" is told: the cell as an organization owes it. */
  get obligation(): ObligationRow {
    return {
      id: this.id,
      version: this.version,
      kind: 'MEETING_CHECK_FINDING',
      doerIds: [],
      nodeId: this.nodeId,
      due: this.due ?? '',
      state: this.state,
    };
  }
}
