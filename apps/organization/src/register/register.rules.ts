import type { PaperIssuer, PaperType } from '@vungmanh/contracts/organization/register';

/** What stands behind the number: a commission's papers name it before its committee, UBKTĐU (HD 05-HD/VPTW). */
export const symbolOf = (bodySymbol: string, issuer: PaperIssuer | undefined): string =>
  issuer === 'INSPECTION_COMMISSION' ? `UBKT${bodySymbol}` : bodySymbol;

/** As printed, with no colon and padded below ten: `Số 05-NQ/CB` (399-QĐ/TW; HD 05-HD/VPTW). */
export const printedNumber = (number: number, type: PaperType, symbol: string): string => `Số ${String(number).padStart(2, '0')}-${type}/${symbol}`;
