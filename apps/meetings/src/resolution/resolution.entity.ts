import type { Resolution, ResolutionContent } from '@vungmanh/contracts/meetings/resolution';
import { Versioned } from '@vungmanh/platform/db/versioned';
import { Broken } from '@vungmanh/platform/problem';
import { Column, Entity } from 'typeorm';
import { instant } from '@vungmanh/platform/db/instant';

/**
 * The resolution of a meeting, under the meeting's id. Its text is in clear: it is a paper that the cell publishes and that
 * organizations above read; what was said about it is in the minutes.
 */
@Entity('resolution')
export class ResolutionEntity extends Versioned {
  /** The paper, in organization's register of numbers. */
  @Column('uuid', { name: 'document_id' }) documentId: string;
  @Column('text') state: Resolution['state'];
  @Column('jsonb') content: ResolutionContent;
  @Column('uuid', { name: 'vote_id', nullable: true }) voteId: string | null;
  @Column('timestamptz', { name: 'adopted_at', nullable: true, transformer: instant }) adoptedAt: string | null;
  /** As printed: `Số 05-NQ/CB`; awaited from the register while the resolution is adopted and this is empty. */
  @Column('text', { nullable: true }) number: string | null;

  /** What stands before anybody has drafted anything. */
  static empty(meetingId: string, documentId: string): ResolutionEntity {
    return Object.assign(new ResolutionEntity(), {
      id: meetingId,
      version: 1,
      documentId,
      state: 'DRAFT',
      content: { items: [] },
      voteId: null,
      adoptedAt: null,
      number: null,
    });
  }

  draft(content: ResolutionContent): void {
    this.checkDraft();
    this.content = content;
  }

  /** By a vote of this meeting on it that was passed. */
  adopt(voteId: string, at: string): void {
    this.checkDraft();
    this.voteId = voteId;
    this.adoptedAt = at;
    this.state = 'ADOPTED';
  }

  get numberAwaited(): boolean {
    return this.state === 'ADOPTED' && this.number === null;
  }

  /** Throws `meetings/resolution-adopted` when it can no longer be changed. */
  checkDraft(): void {
    if (this.state !== 'DRAFT') throw new Broken('meetings/resolution-adopted');
  }
}
