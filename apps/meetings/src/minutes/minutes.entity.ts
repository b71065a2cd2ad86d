import type { Minutes, MinutesContent } from '@vungmanh/contracts/meetings/minutes';
import { sealed } from '@vungmanh/platform/crypto/sealed';
import type { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken } from '@vungmanh/platform/problem';
import { Column, Entity } from 'typeorm';
import { instant } from '@vungmanh/platform/db/instant';
import { bothConfirmed, confirmsAs, isLocked, type Confirmers, type StoredConfirmation } from './minutes.rules.js';

const content = sealed('minutes.content');

/** Minutes in which nothing has been written yet. */
export const emptyContent: MinutesContent = { items: [], speakers: 0, concerns: [] };

const at = (name: string) => Column('timestamptz', { name, nullable: true, transformer: instant });

/** The minutes of a meeting, under its id. Their text is one sealed piece: the database cannot be asked who said what. */
@Entity('minutes')
export class MinutesEntity extends Versioned {
  @Column('text', { name: 'content_sealed' }) contentSealed: string;
  @at('read_back_at') readBackAt: string | null;
  /** What was confirmed first; the second confirmation must find the same. */
  @Column('text', { name: 'content_hash', nullable: true }) contentHash: string | null;
  @Column('jsonb') confirmations: StoredConfirmation[];
  @at('signed_at') signedAt: string | null;
  @Column('text', { name: 'signed_how', nullable: true }) signedHow: NonNullable<Minutes['signed']>['how'] | null;
  @Column('uuid', { name: 'scan_file_id', nullable: true }) scanFileId: string | null;
  @Column('text', { name: 'scan_type', nullable: true }) scanType: string | null;

  /** Minutes that nobody has confirmed yet, at version 1; of a meeting that is submitted whole with their text. */
  static begin(sealer: Sealer, meetingId: string, written: MinutesContent = emptyContent): MinutesEntity {
    return Object.assign(new MinutesEntity(), {
      id: meetingId,
      version: 1,
      contentSealed: content.write(sealer, meetingId, JSON.stringify(written)),
      readBackAt: null,
      contentHash: null,
      confirmations: [],
      signedAt: null,
      signedHow: null,
      scanFileId: null,
      scanType: null,
    });
  }

  read(sealer: Sealer): MinutesContent {
    // Checked by the contract when it was written, and sealed since.
    return JSON.parse(content.read(sealer, this.id, this.contentSealed) ?? '') as MinutesContent;
  }

  get locked(): boolean {
    return isLocked(this.confirmations);
  }

  /** A text that has changed has not been read to the meeting. */
  write(sealer: Sealer, written: MinutesContent): void {
    this.checkUnlocked();
    this.contentSealed = content.write(sealer, this.id, JSON.stringify(written)) ?? '';
    this.readBackAt = null;
  }

  readBack(now: string): void {
    this.checkUnlocked();
    this.readBackAt = now;
  }

  /** By the chair or the minute-taker, each once and for themselves; `hash` is that of what stands now. */
  confirm(person: string | undefined, confirmers: Confirmers, { seen, hash }: { seen: string; hash: string }, now: string): void {
    const as = confirmsAs(person, confirmers);
    if (this.confirmations.some((c) => c.personId === person)) throw new Broken('meetings/confirmed-already');
    if (this.readBackAt === null) throw new Broken('meetings/not-read-back');
    if (seen !== hash || (this.contentHash !== null && this.contentHash !== hash)) throw new Broken('meetings/content-changed');
    this.contentHash = hash;
    this.confirmations = [...this.confirmations, { personId: person ?? '', as, at: now }];
  }

  /** The paper has been signed by hand: declared, or shown by its scan. */
  sign(now: string, how: NonNullable<Minutes['signed']>['how'], scan?: { fileId: string; type: string }): void {
    if (!bothConfirmed(this.confirmations)) throw new Broken('meetings/not-confirmed');
    if (how === 'SCAN' && scan === undefined) throw new Broken('meetings/scan-missing');
    this.signedAt = now;
    this.signedHow = how;
    this.scanFileId = scan?.fileId ?? null;
    this.scanType = scan?.type ?? null;
  }

  private checkUnlocked(): void {
    if (this.locked) throw new Broken('meetings/minutes-locked');
  }
}
