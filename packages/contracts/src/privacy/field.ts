import type { Permission } from '../permission.js';

/**
 * What the law on personal data calls it (Luật 91/2025/QH15, NĐ 356/2025/NĐ-CP, both in force since 01/01/2026). That somebody is a
 * member of the Party says something of their political views, so that what tells of membership is sensitive by itself.
 */
export type FieldClass = 'BASIC' | 'SENSITIVE';
export const fieldClassLabel: Record<FieldClass, string> = { BASIC: 'Cơ bản', SENSITIVE: 'Nhạy cảm' };

/** How the database holds it: sealed (AES-256-GCM, the key elsewhere), as a digest that cannot be turned back, or readable. */
export type Storing = 'SEALED' | 'HASHED' | 'CLEAR';
export const storingLabel: Record<Storing, string> = {
  SEALED: 'Mã hóa',
  HASHED: 'Chỉ giữ giá trị băm, không đọc lại được',
  CLEAR: 'Đọc được trong cơ sở dữ liệu, giới hạn theo quyền',
};

/** Who may read it besides the person: a permission, or one of the two that need none. */
export type ReadBy = Permission | 'self' | 'nobody';

/** One kind of personal data, with everything that a register of processing has to say of it. */
export interface PersonalField {
  readonly key: string;
  readonly label: string;
  readonly group: string;
  readonly class: FieldClass;
  readonly basis: string;
  readonly purpose: string;
  /** Until when; a number of years stands here only once a document gives it. */
  readonly retention: string;
  readonly readers: readonly ReadBy[];
  readonly stored: Storing;
  /** Of what is sensitive and readable: why it cannot be sealed. */
  readonly clearBecause?: string;
  /** Shown by its last three digits to whoever may read the record and not edit it; left out of exports for them. */
  readonly masked?: true;
  /** Names under which contracts carry it, as `<schema>.<path>`. */
  readonly fields: readonly `${string}.${string}`[];
  /** `<service>.<table>.<column>`; all that hold it, copies included. */
  readonly columns: readonly `${string}.${string}.${string}`[];
  /** Columns with a keyed digest, by which it is found and kept unique. */
  readonly digests?: readonly `${string}.${string}.${string}`[];
}
