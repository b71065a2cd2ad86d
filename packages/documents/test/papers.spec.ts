import { toDocx } from '../src/docx.js';
import { hd05 } from '../src/measures.js';
import type { Paper } from '../src/paper.js';
import { committeeTerms } from '../src/papers/issuer.js';
import { minutesPaper } from '../src/papers/minutes.js';
import { committeeMinutesWording, minutesWording } from '../src/papers/minutes-wording.js';
import { noticePaper, noticeWording } from '../src/papers/notice.js';
import { resolutionPaper } from '../src/papers/resolution.js';
import { rollPaper } from '../src/papers/roll.js';
import { toPdf } from '../src/pdf.js';
import { longDate, numberLine, placeAndDate, share } from '../src/wording.js';
import { casePapers } from './case-samples.js';
import { disciplinePapers } from './discipline-samples.js';
import { issuer, minutes, notice, people, resolution, roll } from './samples.js';
import { docxPart, docxText, pdfPages, squeezed } from './texts.js';

const addenda = [{ date: '2026-02-10', text: 'Sửa số hộ ký cam kết thành 35/36.', by: 'Vi Thị Thủy' }];
const papers: Record<string, Paper> = {
  notice: noticePaper(notice),
  roll: rollPaper(roll(16)),
  minutes: minutesPaper({ ...minutes(1), addenda }),
  resolution: resolutionPaper(resolution),
  ...casePapers,
  ...disciplinePapers,
};

/** A page without what stands outside its body; header and footer are drawn last. */
const body = (page: string, index: number): string => {
  const text = squeezed(page).replace(squeezed('Dữ liệu mô phỏng'), '');
  if (index === 0) return text;
  expect(text.endsWith(String(index + 1))).toBe(true);
  return text.slice(0, -String(index + 1).length);
};
const bodyOf = (pages: readonly string[]): string => pages.map(body).join('');

describe.each(Object.entries(papers))('the %s', (_, paper) => {
  it('says the same in DOCX and in PDF, letter by letter', async () => {
    const [docx, pages] = [await toDocx(paper), pdfPages(await toPdf(paper))];
    // A table that goes over a page repeats its header, in PDF as text, in DOCX as an attribute.
    const headers = paper.blocks.flatMap((block) =>
      block.kind === 'table' ? [squeezed(block.columns.map((column) => column.header).join(''))] : [],
    );
    const once = (text: string): string => headers.reduce((rest, header) => rest.replaceAll(header, ''), text);
    expect(once(bodyOf(pages))).toBe(once(squeezed(await docxText(docx))));
    expect(bodyOf(pages)).not.toContain('\ufffd');
  });

  it('has the measures of HD 05-HD/VPTW in its XML', async () => {
    const xml = await docxPart(await toDocx(paper), 'word/document.xml');
    // Twips, 1440 to the inch: 210 x 297, 20, 15, 20 and 30 mm.
    expect(xml.slice(xml.lastIndexOf('<w:pgSz'))).toMatch(
      /w:w="11906" w:h="16838".*w:top="1134" w:right="850" w:bottom="1134" w:left="1701".*<w:titlePg\/>/,
    );
    const indented = xml.split('<w:p>').filter((paragraph) => paragraph.includes('w:firstLine='));
    expect(indented.length).toBeGreaterThan(1);
    for (const paragraph of indented) {
      expect(paragraph.slice(0, 300)).toContain('w:before="120" w:line="380" w:lineRule="exact"');
      expect(paragraph.slice(0, 300)).toContain('w:firstLine="567"');
    }
    const styles = await docxPart(await toDocx(paper), 'word/styles.xml');
    expect(styles).toContain('w:ascii="Times New Roman"');
    expect(styles).toContain('<w:sz w:val="28"/>');
  });

  it('prints the Party heading, no state heading and the mark of simulated data', async () => {
    const [first = ''] = pdfPages(await toPdf(paper));
    expect(first).toContain('ĐẢNG CỘNG SẢN VIỆT NAM');
    expect(first).not.toMatch(/CỘNG HÒA XÃ HỘI CHỦ NGHĨA/);
    expect(squeezed(first)).toContain(squeezed('Dữ liệu mô phỏng'));
  });
});

describe('pages', () => {
  it('repeats the header of a roll of 60 and keeps the signatures with the totals', async () => {
    const pages = pdfPages(await toPdf(rollPaper(roll(60))));
    expect(pages).toHaveLength(3);
    for (const page of pages) expect(squeezed(page)).toContain('Họvàtên');
    expect(pages[2]).toContain('Tổng số được triệu tập: 60');
    expect(pages[2]).toContain('CHỦ TRÌ');
    const xml = await docxPart(await toDocx(rollPaper(roll(60))), 'word/document.xml');
    expect(xml).toContain('<w:tblHeader/>');
    expect(people.every((name) => squeezed(pages.join('')).includes(squeezed(name)))).toBe(true);
  });

  it.each([1, 2, 3, 5, 6, 7, 8, 9, 10, 11])('never leaves signatures alone or a heading last in minutes with %i reports', async (times) => {
    const pages = pdfPages(await toPdf(minutesPaper(minutes(times)))).map(body);
    const last = pages.at(-1) ?? '';
    expect(last).toContain('kếtthúclúc09giờ10phút');
    expect(last).toMatch(/NGƯỜIGHIBIÊNBẢNViThịThủyCHỦTRÌHàVănĐức$/);
    for (const page of pages) expect(page).not.toMatch(/(?:III\.NỘIDUNG,DIỄNBIẾN|tháng01\/2026|V\.KẾTLUẬNCỦACHỦTRÌ|VI\.BIỂUQUYẾT)$/);
  });

  it('keeps "Nơi nhận" beside the signature and numbers pages from the second on', async () => {
    const long = { ...resolution, items: Array.from({ length: 9 }, () => resolution.items).flat() };
    const pages = pdfPages(await toPdf(resolutionPaper(long)));
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.at(-1)).toContain('Nơi nhận:');
    expect(pages.at(-1)).toContain('T/M CHI BỘ');
    expect(bodyOf(pages)).toContain('NGHỊQUYẾT');
    expect(squeezed(pages.join(''))).toContain('Ngườikiểmtra,đônđốc');
  });

  it('loses nothing of a cell that is longer than a page', async () => {
    const words = 'khẩntrương '.repeat(900);
    const [item] = resolution.items;
    const pages = pdfPages(await toPdf(resolutionPaper({ ...resolution, items: item ? [{ ...item, measure: `${words}HẾT` }] : [] })));
    expect(bodyOf(pages)).toContain('HẾT');
    expect(bodyOf(pages).match(/khẩntrương/g)?.length).toBe(900);
  });
});

describe('words', () => {
  it('writes numbers, dates and shares as the Party writes them', () => {
    expect(numberLine('NQ', 'CB', 5)).toBe('Số 05-NQ/CB');
    expect(numberLine('NQ', 'ĐU', 112)).toBe('Số 112-NQ/ĐU');
    expect(squeezed(numberLine('NQ', 'CB', undefined))).toBe('Số-NQ/CB');
    expect(placeAndDate('Lào Cai', '2026-02-03')).toBe('Lào Cai, ngày 03 tháng 02 năm 2026');
    expect(longDate('2026-11-22')).toBe('ngày 22 tháng 11 năm 2026');
    expect(longDate('2026-03-09')).toBe('ngày 09 tháng 3 năm 2026');
    expect(share(12, 14)).toBe('12/14 (85,7%)');
    expect(share(14, 14)).toBe('14/14 (100%)');
    expect(share(1, 8)).toBe('1/8 (12,5%)');
  });

  it('composes decomposed text and drops what no file can hold', async () => {
    const paper = resolutionPaper({ ...resolution, assessment: 'Tiê\u0309u mu\u0323c \u0000\u0008hoàn tha\u0300nh & <tốt>' });
    const docx = await docxText(await toDocx(paper));
    expect(docx).toContain('Tiểu mục hoàn thành & <tốt>');
    expect(squeezed(pdfPages(await toPdf(paper)).join(''))).toContain(squeezed('Tiểu mục hoàn thành & <tốt>'));
  });

  it('waits for a number, and lets a committee speak with its own names', async () => {
    expect(squeezed(await docxText(await toDocx(resolutionPaper(resolution))))).toContain('Số-NQ/CB');
    const committee = { ...issuer, superior: 'Đảng bộ xã Mường Chanh', name: 'Đảng ủy', terms: committeeTerms, seal: 'own' as const };
    const text = await docxText(await toDocx(resolutionPaper({ ...resolution, issuer: committee, number: 7, recipients: [] })));
    expect(text).toContain('Số 07-NQ/ĐU');
    expect(text).toContain('T/M ĐẢNG ỦY');
    const said = await docxText(await toDocx(minutesPaper({ ...minutes(1), issuer: committee }, committeeMinutesWording)));
    expect(said).toContain('Tổng số đảng ủy viên: 19.');
    expect(text).toContain('- Các đồng chí đảng ủy viên,- Lưu Đảng ủy.');
  });

  it('follows a province in words and order, and refuses a hole in its wording', async () => {
    const text = await docxText(await toDocx(noticePaper(notice, { ...noticeWording, type: 'GIẤY MỜI', order: ['opening', 'agenda', 'time'] })));
    expect(text).toContain('GIẤY MỜI');
    expect(text.indexOf('Thời gian: ')).toBeGreaterThan(text.indexOf('Nội dung, chương trình'));
    expect(() => noticePaper(notice, { ...noticeWording, opening: 'Kính mời {someone}' })).toThrow('{someone}');
  });

  it('puts everything of the meeting into its minutes', async () => {
    const text = await docxText(await toDocx(minutesPaper({ ...minutes(1), addenda })));
    for (const part of [
      'Tổng số đảng viên: 19; trong đó chính thức: 16, dự bị: 02, sinh hoạt tạm thời: 01.',
      'Có mặt: 16/18 (88,9%); trong đó chính thức: 13, dự bị: 02, sinh hoạt tạm thời: 01.',
      'Vắng có lý do: 02 (Lương Thị Nghĩa: điều trị tại bệnh viện huyện; Phạm Bá Dũng: đi công tác).',
      'Vắng không có lý do: không.',
      'Đại biểu dự: Lò Văn Khuê, Phó Bí thư Thường trực Đảng ủy xã.',
      'tán thành 12/14 (85,7%); không tán thành 0/14 (0%); không có ý kiến 2/14 (14,3%).',
      'Sinh hoạt chi bộ thường kỳ tháng 02/2026 kết thúc lúc 09 giờ 10 phút',
      minutesWording.addenda,
    ])
      expect(text).toContain(part);
    expect(text.indexOf('NGƯỜI GHI BIÊN BẢN')).toBeLessThan(text.indexOf('CHỦ TRÌ', text.indexOf('NGƯỜI GHI BIÊN BẢN')));
    expect(text.indexOf(minutesWording.addenda)).toBeGreaterThan(text.indexOf('NGƯỜI GHI BIÊN BẢN'));
    expect(hd05.margin).toEqual({ top: 20, bottom: 20, left: 30, right: 15 });
  });
});
