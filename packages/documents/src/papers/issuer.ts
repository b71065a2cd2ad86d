import type { Heading, Recipients, Seal, Signature } from '../paper.js';
import { numberLine, placeAndDate } from '../wording.js';

/** How a kind of body speaks of itself on its papers. */
export interface BodyTerms {
  /** Symbol behind the slash of a number: CB, ĐU. */
  readonly symbol: string;
  /** T/M CHI BỘ, T/M ĐẢNG ỦY. */
  readonly onBehalf: string;
  /** "chi bộ", "đảng ủy": inside a sentence. */
  readonly noun: string;
  /** "Chi bộ", "Đảng ủy": at the beginning of a sentence and in "Lưu …". */
  readonly proper: string;
  /** "đảng viên", "đảng ủy viên": one who belongs to it. */
  readonly person: string;
  /** "đảng viên chi bộ", "đồng chí đảng ủy viên": all who belong to it, after "các" or "toàn thể". */
  readonly members: string;
  /** "sinh hoạt chi bộ", "họp đảng ủy". */
  readonly meeting: string;
}

export const cellTerms: BodyTerms = {
  symbol: 'CB',
  onBehalf: 'T/M CHI BỘ',
  noun: 'chi bộ',
  proper: 'Chi bộ',
  person: 'đảng viên',
  members: 'đảng viên chi bộ',
  meeting: 'sinh hoạt chi bộ',
};

export const committeeTerms: BodyTerms = {
  symbol: 'ĐU',
  onBehalf: 'T/M ĐẢNG ỦY',
  noun: 'đảng ủy',
  proper: 'Đảng ủy',
  person: 'đảng ủy viên',
  members: 'đồng chí đảng ủy viên',
  meeting: 'họp đảng ủy',
};

export const commissionTerms: BodyTerms = {
  symbol: 'UBKT',
  onBehalf: 'T/M ỦY BAN KIỂM TRA',
  noun: 'ủy ban kiểm tra',
  proper: 'Ủy ban kiểm tra',
  person: 'ủy viên ủy ban kiểm tra',
  members: 'đồng chí ủy viên ủy ban kiểm tra',
  meeting: 'họp ủy ban kiểm tra',
};

/** As the register numbers its papers: a commission names itself before its committee, UBKTĐU (HD 05-HD/VPTW). */
export const commissionTermsOf = (committeeSymbol: string): BodyTerms => ({
  ...commissionTerms,
  symbol: `${commissionTerms.symbol}${committeeSymbol}`,
});

/** The body that issues a paper, as it stood on the day of the paper. */
export interface Issuer {
  /** "ĐẢNG BỘ XÃ QUAN SƠN"; written in capitals on the paper whatever the case here. */
  readonly superior?: string;
  /** "CHI BỘ BẢN NA MÈO". */
  readonly name: string;
  /** "Thanh Hóa": the place in front of the date. */
  readonly place: string;
  readonly terms: BodyTerms;
  readonly seal: Seal;
}

/** What every paper of a body carries. */
export interface Issued {
  readonly issuer: Issuer;
  /** Absent while the register has not answered. */
  readonly number?: number;
  /** 'YYYY-MM-DD'; absent leaves day and month open. */
  readonly date?: string;
  /** Marks the foot of every page. */
  readonly simulated: boolean;
}

/** Who signs: the office in capitals (BÍ THƯ, PHÓ BÍ THƯ) and the name. */
export interface Signer {
  /** Other than the body as such: T/M BAN THƯỜNG VỤ, T/M TỔ KIỂM TRA, T/L BAN THƯỜNG VỤ. */
  readonly onBehalf?: string;
  readonly office: string;
  readonly name?: string;
}

/** The mark of simulated data. */
export const simulatedMark = 'Dữ liệu mô phỏng';

export const footerOf = (issued: Issued): { footer?: string } => (issued.simulated ? { footer: simulatedMark } : {});

/** Heading of a paper of type NQ, TB, BB, …; `undefined` for papers that take no number. */
export function headingOf({ issuer, number, date }: Issued, type: string | undefined): Heading {
  return {
    ...(issuer.superior === undefined ? {} : { superior: upper(issuer.superior) }),
    body: upper(issuer.name),
    ...(type === undefined ? {} : { number: numberLine(type, issuer.terms.symbol, number) }),
    placeAndDate: placeAndDate(issuer.place, date),
    seal: issuer.seal,
  };
}

export const onBehalf = (issuer: Issuer, signer: Signer): Signature => ({
  kind: 'signature',
  onBehalf: signer.onBehalf === undefined ? issuer.terms.onBehalf : upper(signer.onBehalf),
  office: upper(signer.office),
  ...(signer.name === undefined ? {} : { name: signer.name }),
});

/** "Nơi nhận:" with one line per recipient and "Lưu Chi bộ." as the last one. */
export const recipientsOf = (title: string, recipients: readonly string[], archive: string): Recipients => ({
  kind: 'recipients',
  title,
  lines: [...recipients.map((name) => `- ${name},`), `- ${archive}.`],
});

/** Vietnamese capitals; NFC first, so that decomposed letters keep their marks. */
export const upper = (text: string): string => text.normalize('NFC').toLocaleUpperCase('vi-VN');
