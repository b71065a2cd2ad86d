import { type Block, bullet, paragraph, paragraphs, section } from '../paper.js';
import { sentence } from '../wording.js';

/** What was found on one content, by kind; free texts may have several lines. */
export interface Findings {
  readonly content: string;
  readonly result?: string;
  readonly strengths: readonly string[];
  readonly shortcomings: readonly string[];
  readonly violations: readonly string[];
}

export interface FindingWording {
  readonly strengths: string;
  readonly shortcomings: string;
  readonly violations: string;
  readonly none: string;
}

export const findingWording: FindingWording = {
  strengths: 'Ưu điểm',
  shortcomings: 'Khuyết điểm',
  violations: 'Vi phạm',
  none: 'Không phát hiện khuyết điểm, vi phạm.',
};

/** Content by content: what was seen, then strengths, shortcomings and violations, each kind only where there is one. */
export const findingBlocks = (findings: readonly Findings[], wording: FindingWording): Block[] =>
  findings.flatMap((found, index) => [
    section(`${index + 1}. ${found.content}`, 2),
    ...paragraphs(found.result ?? ''),
    ...kind(wording.strengths, found.strengths),
    ...kind(wording.shortcomings, found.shortcomings),
    ...kind(wording.violations, found.violations),
    ...(found.shortcomings.length + found.violations.length === 0 ? [paragraph(wording.none)] : []),
  ]);

const kind = (title: string, texts: readonly string[]): Block[] =>
  texts.length === 0 ? [] : [paragraph([{ text: `${title}:`, bold: true }]), ...texts.map((text) => bullet(sentence(text)))];
