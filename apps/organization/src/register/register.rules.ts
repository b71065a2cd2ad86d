import type { PaperType } from '@vungmanh/contracts/organization/register';

/** As printed, with no colon and padded below ten: `Số 05-NQ/CB` (399-QĐ/TW; HD 05-HD/VPTW). */
export const printedNumber = (number: number, type: PaperType, symbol: string): string => `Số ${String(number).padStart(2, '0')}-${type}/${symbol}`;
