/** The measures of a Party paper. Lengths in millimeters, type sizes and line spacing in points. */
export interface Measures {
  /** The guide that prescribes them. */
  readonly source: string;
  readonly page: { readonly width: number; readonly height: number };
  readonly margin: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  readonly font: string;
  /** Body text: `line` is the exact distance of two lines, `before` the space above a paragraph, `indent` its first line. */
  readonly body: { readonly size: number; readonly line: number; readonly before: number; readonly indent: number };
  readonly table: { readonly size: number; readonly line: number };
  readonly recipients: { readonly size: number; readonly line: number };
  /** "ĐẢNG CỘNG SẢN VIỆT NAM": size, and how long the rule below it is (as long as the line itself). */
  readonly party: { readonly size: number; readonly rule: number };
  readonly type: { readonly size: number };
  /** Widths of the two halves of the heading; together the width between the margins. */
  readonly heading: { readonly left: number; readonly right: number };
  /** From the upper edge of the page to the page number, from page 2 on. */
  readonly pageNumber: { readonly top: number; readonly size: number };
  readonly footer: { readonly bottom: number; readonly size: number };
  /** Free height between the office and the name, for the hand that signs. */
  readonly signature: number;
}

/**
 * HD 05-HD/VPTW prescribes margins, typeface, 14 pt, exactly 18–22 pt between lines, 6 pt before a paragraph, 10 mm of indent, and the heading.
 * The sizes inside tables, of "Nơi nhận" and of the footer, and the height left for signing are office practice, not prescribed.
 */
export const hd05: Measures = {
  source: 'Hướng dẫn số 05-HD/VPTW ngày 27/5/2026 của Văn phòng Trung ương Đảng',
  page: { width: 210, height: 297 },
  margin: { top: 20, bottom: 20, left: 30, right: 15 },
  font: 'Times New Roman',
  body: { size: 14, line: 19, before: 6, indent: 10 },
  table: { size: 12, line: 15.5 },
  recipients: { size: 12, line: 15 },
  party: { size: 15, rule: 73 },
  type: { size: 16 },
  heading: { left: 73, right: 92 },
  pageNumber: { top: 10, size: 14 },
  footer: { bottom: 10, size: 10 },
  signature: 27,
};

/** Width between the margins, in millimeters; the columns of a table share it. */
export const textWidth = (m: Measures): number => m.page.width - m.margin.left - m.margin.right;
