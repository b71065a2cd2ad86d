/** The documents that the register cites, and the days from which they count (domain.md §0). */
export const statute = (article: string): string => `Điều lệ Đảng (Đại hội XI, 19/01/2011), Điều ${article}`;
export const STATUTE_FROM = '2011-01-19';

export const QD24 = 'QĐ 24-QĐ/TW, 30/7/2021';
export const QD294 = 'QĐ 294-QĐ/TW, 26/5/2025';
export const QD294_FROM = '2025-07-01';
export const QD208 = 'QĐ 208-QĐ/TW, 26/7/2026';
export const QD208_FROM = '2026-07-26';
export const HD01 = 'HD 01-HD/TW, 19/5/2026';
export const HD01_FROM = '2026-05-19';
export const HD06 = 'HD 06-HD/TW, 09/6/2025';
export const HD06_FROM = '2025-06-09';

export const CT50 = 'CT 50-CT/TW, 23/7/2025';
export const CT50_FROM = '2025-07-23';
export const HD12 = 'HD 12-HD/BTCTW, 06/7/2018';
export const HD12_FROM = '2018-07-06';
export const HD42 = 'HD 42-HD/BTCTW, 28/10/2025';
export const HD42_FROM = '2025-10-28';
export const HD03 = 'HD 03-HD/TW, 27/12/2022';
export const HD03_FROM = '2022-12-27';

export const QD21 = 'QĐ 21-QĐ/TW, 11/4/2026';
export const QD21_FROM = '2026-04-11';
export const QD296 = 'QĐ 296-QĐ/TW, 30/5/2025';
export const QD296_FROM = '2025-05-30';
export const HD08 = 'HD 08-HD/TW, 10/6/2025';
export const HD08_FROM = '2025-06-10';
export const QD69 = 'QĐ 69-QĐ/TW, 06/7/2022';
export const QD69_FROM = '2022-07-06';

export const QD366 = 'QĐ 366-QĐ/TW, 30/8/2025';
export const QD366_FROM = '2025-08-30';
export const QD124 = 'QĐ 124-QĐ/TW, 04/10/2023';
export const QD124_FROM = '2023-10-04';

export const QD01 = 'QĐ 01-QĐ/TW, 03/02/2026';
export const QD01_FROM = '2026-02-01';
export const QD342 = 'QĐ 342-QĐ/TW, 28/12/2010';
export const QD342_FROM = '2010-12-28';

export const QD399 = 'QĐ 399-QĐ/TW, 09/01/2026';
export const QD399_FROM = '2026-01-09';
export const QD66 = 'QĐ 66-QĐ/TW, 06/02/2017';
export const QD66_FROM = '2017-02-06';
export const HD05 = 'HD 05-HD/VPTW, 27/5/2026';
export const HD05_FROM = '2026-05-27';
export const HD36 = 'HD 36-HD/VPTW, 03/4/2018';
export const HD36_FROM = '2018-04-03';

export const HD61 = 'HD 61-HD/BTGTW, 16/6/2022';
export const HD61_FROM = '2022-06-16';
export const QD350 = 'QĐ 350-QĐ/TW, 29/8/2025';
export const QD350_FROM = '2025-08-29';
/** Told by the press alone (domain.md §6.2): ten topics, about seven to seven and a half days. */
export const NEW_MEMBER_COURSE = 'Chương trình bồi dưỡng đảng viên mới, theo báo chí (2022)';

/** Practice that the seed articles state and that no central document was found for. */
export const SEED0 = 'Nghị quyết của Đảng bộ Khối các cơ quan tỉnh về nâng cao chất lượng sinh hoạt chi bộ (bài viết 000)';
export const SEED0_FROM = '2012-01-16';
export const SEED1 = 'Kế hoạch nâng cao chất lượng sinh hoạt chi bộ của Huyện ủy Quan Sơn (bài viết 001, tháng 7/2021)';
export const SEED1_FROM = '2021-07-01';
export const SEED3 = 'Giải pháp nâng cao chất lượng sinh hoạt của Chi bộ 4, Đảng bộ Viện kiểm sát nhân dân tỉnh (bài viết 003, 30/8/2022)';
export const SEED3_FROM = '2022-08-30';

/** What no document rules and the platform itself keeps to; the competent committee may set another value. */
export const OPERATING = 'Quy ước vận hành của hệ thống, 01/01/2026; cấp ủy quy định khác được';
export const OPERATING_FROM = '2026-01-01';
