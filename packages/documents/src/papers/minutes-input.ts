import type { Issued } from './issuer.js';

/** Everything that the minutes of a meeting hold (domain.md §4.6), as the closed meeting has it. Free texts may have several lines. */
export interface MinutesInput extends Issued {
  readonly meeting: string;
  readonly startedOn: string;
  readonly startedAt: string;
  /** 'HH:MM'; absent while the meeting runs. */
  readonly endedAt?: string;
  readonly venue: string;
  readonly totals: MinutesTotals;
  readonly absentWithReason: readonly { readonly name: string; readonly reason: string }[];
  readonly absentWithoutReason: readonly { readonly name: string }[];
  readonly guests: readonly { readonly name: string; readonly office?: string }[];
  readonly chair: PersonAtWork;
  readonly minuteTaker: PersonAtWork;
  readonly agenda: readonly string[];
  readonly body: readonly MinutesItem[];
  /** One collective section; opinions here carry no names. */
  readonly ideology?: string;
  readonly conclusions: readonly string[];
  readonly votes: readonly MinutesVote[];
  /** Self-assessment of the session in words, where the body assesses it. */
  readonly score?: string;
  /** What was recorded after both had confirmed; stands below the signatures and changes nothing above. */
  readonly addenda: readonly { readonly date: string; readonly text: string; readonly by: string }[];
}

export interface PersonAtWork {
  readonly name: string;
  /** "Bí thư chi bộ". */
  readonly office?: string;
}

/** Members on the closed roll and how many of them came. */
export interface MinutesTotals {
  readonly official: number;
  readonly probationary: number;
  /** Enrolled elsewhere and temporarily here. */
  readonly temporary: number;
  /** Exempt from work and meetings (miễn công tác và sinh hoạt đảng). */
  readonly exempt: number;
  /** Working away, or temporarily enrolled elsewhere. */
  readonly away: number;
  /** Who should have come, and who came without having to: what attendance is a share of. */
  readonly expected: number;
  readonly present: { readonly official: number; readonly probationary: number; readonly temporary: number };
}

/** One item of the agenda as it went: report, statements in the order in which they were made, conclusion. */
export interface MinutesItem {
  readonly title: string;
  readonly report?: string;
  readonly statements: readonly { readonly speaker: string; readonly gist: string }[];
  readonly conclusion?: string;
}

/** Counts only; who voted how is stored nowhere. `denominator` is the number of votes that a majority is taken of. */
export interface MinutesVote {
  readonly matter: string;
  readonly method: 'SHOW_OF_CARD' | 'SECRET_BALLOT';
  readonly denominator: number;
  readonly for: number;
  readonly against: number;
  readonly noOpinion: number;
  /** Names of those who themselves asked that their reserved opinion be minuted. */
  readonly reserved?: readonly string[];
}
