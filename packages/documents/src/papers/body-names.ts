import type { BodyKind, Post } from '@vungmanh/contracts/organization/body';

const cellPosts: Readonly<Record<Post, string>> = {
  SECRETARY: 'Bí thư chi bộ',
  STANDING_DEPUTY: 'Phó Bí thư chi bộ',
  DEPUTY: 'Phó Bí thư chi bộ',
  STANDING_MEMBER: 'Chi ủy viên',
  MEMBER: 'Chi ủy viên',
};
const committeePosts: Readonly<Record<Post, string>> = {
  SECRETARY: 'Bí thư Đảng ủy',
  STANDING_DEPUTY: 'Phó Bí thư Thường trực Đảng ủy',
  DEPUTY: 'Phó Bí thư Đảng ủy',
  STANDING_MEMBER: 'Ủy viên Ban Thường vụ Đảng ủy',
  MEMBER: 'Đảng ủy viên',
};

/** The office that a person holds in the body, as papers print it behind the name. */
export const officeText = (post: Post, body: BodyKind): string => (body === 'CELL' ? cellPosts : committeePosts)[post];

/** Who may sign for a body: its secretary, or a deputy (`T/M …`, `PHÓ BÍ THƯ`; HD 05-HD/VPTW). */
export const signingOffice: Readonly<Partial<Record<Post, string>>> = {
  SECRETARY: 'Bí thư',
  STANDING_DEPUTY: 'Phó Bí thư',
  DEPUTY: 'Phó Bí thư',
};

/** The note of what the name of the demo province carries is no part of a name on a paper. */
const plainName = (name: string): string => name.replace(/\s*\(dữ liệu mô phỏng\)/giu, '').trim();

/**
 * The place in front of the date: the commune that the body belongs to, else the province, found in the names from the body's own
 * organization upwards. Papers of communes and what is below them name the commune (HD 05-HD/VPTW).
 */
export function placeName(pathOfNames: readonly string[]): string {
  const names = pathOfNames.map(plainName);
  for (const unit of [/(?:xã|phường|thị trấn|đặc khu)\s+(\p{Lu}.*)$/u, /(?:tỉnh|thành phố)\s+(\p{Lu}.*)$/u]) {
    for (const name of names) {
      const found = unit.exec(name)?.[1];
      if (found !== undefined) return found;
    }
  }
  return names.at(-1) ?? '';
}

/** What stands at the top of its papers: a cell by its name; for a committee "Đảng bộ xã A" speaks as "Đảng ủy xã A". */
export const issuingName = (nodeName: string, body: BodyKind): string =>
  body === 'CELL' ? plainName(nodeName) : plainName(nodeName).replace(/^Đảng bộ/u, 'Đảng ủy');

/** 5 of `Số 05-NQ/CB`; undefined while it is awaited, or stands on paper alone. */
export function numberIn(printed: string | null | undefined): number | undefined {
  const digits = /^Số (\d+)-/.exec(printed ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}
