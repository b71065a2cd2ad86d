import { toDocx } from '../src/docx.js';
import { acceptanceNoticePaper, denunciationAcceptanceWording } from '../src/papers/acceptance-notice.js';
import { caseConclusionPaper } from '../src/papers/case-conclusion.js';
import { caseDecisionPaper, caseDecisionWording } from '../src/papers/case-decision.js';
import type { Hearing } from '../src/papers/case-hearing.js';
import { caseMinutesPaper } from '../src/papers/case-minutes.js';
import { caseReportPaper } from '../src/papers/case-report.js';
import { disciplineCountPaper } from '../src/papers/discipline-count.js';
import { disciplineDecisionPaper } from '../src/papers/discipline-decision.js';
import { inspectionProgramPaper } from '../src/papers/inspection-program.js';
import { toPdf } from '../src/pdf.js';
import { casePapers, conclusion, decision, findings, report, working } from './case-samples.js';
import { appeal, commission, counted, denunciation, discipline, disciplinePapers, program } from './discipline-samples.js';
import { docxText, pdfPages, squeezed } from './texts.js';

const textOf = async (paper: Parameters<typeof toDocx>[0]): Promise<string> => docxText(await toDocx(paper));
const papers = { ...casePapers, ...disciplinePapers };
const sample = (name: string) => {
  const paper = papers[name];
  if (paper === undefined) throw new Error(`no paper ${name}`);
  return paper;
};

// HD 05-HD/VPTW (domain.md §7)
describe('number, kind and signature', () => {
  it.each([
    ['case decision', 'Số 05-QĐ/CB', 'QUYẾT ĐỊNH', 'T/M CHI BỘBÍ THƯ'],
    ['case plan', 'Số 05-KH/CB', 'KẾ HOẠCH', 'T/M CHI BỘBÍ THƯ'],
    ['case schedule', 'của tổ kiểm tra', 'LỊCH LÀM VIỆC', 'T/M TỔ KIỂM TRATỔ TRƯỞNG'],
    ['case minutes', 'Số 03-BB/CB', 'BIÊN BẢN', 'T/M TỔ KIỂM TRATỔ TRƯỞNG'],
    ['case report', 'Số 08-BC/CB', 'BÁO CÁO', 'T/M TỔ KIỂM TRATỔ TRƯỞNG'],
    ['case conclusion', 'Số 09-TB/CB', 'THÔNG BÁO', 'T/M CHI BỘBÍ THƯ'],
    ['written report', 'Số 12-BC/CB', 'Kính gửi: Ban Thường vụ Đảng ủy xã Mường Chanh', 'T/M CHI BỘBÍ THƯ'],
    ['inspection program', 'Số 04-CTr/ĐU', 'CHƯƠNG TRÌNH', 'T/M BAN THƯỜNG VỤBÍ THƯ'],
    ['inspection report', 'Số 07-BC/UBKT', 'BÁO CÁO', 'T/M ỦY BAN KIỂM TRACHỦ NHIỆM'],
    ['discipline decision', 'Số 11-QĐ/CB', 'QUYẾT ĐỊNH', 'T/M CHI BỘBÍ THƯ'],
    ['discipline count', 'Số 04-BB/CB', 'BIÊN BẢN KIỂM PHIẾU', 'CHỦ TRÌ'],
    ['cell check notice', 'Số 21-TB/ĐU', 'THÔNG BÁO', 'T/M BAN THƯỜNG VỤPHÓ BÍ THƯ'],
    ['denunciation acceptance', 'Số 14-TB/UBKT', 'THÔNG BÁO', 'T/M ỦY BAN KIỂM TRACHỦ NHIỆM'],
    ['appeal acceptance', 'Số 14-TB/UBKT', 'THÔNG BÁO', 'T/M ỦY BAN KIỂM TRACHỦ NHIỆM'],
    ['appeal decision', 'Số 14-QĐ/UBKT', 'giải quyết khiếu nại kỷ luật của đồng chí Lương Văn Khuê', 'T/M ỦY BAN KIỂM TRACHỦ NHIỆM'],
    ['appeal refusal', 'Số 14-TB/UBKT', 'không giải quyết khiếu nại kỷ luật', 'Quá thời hạn khiếu nại.'],
    ['suspension', 'Số 14-QĐ/UBKT', 'đình chỉ sinh hoạt đảng đối với', 'đến hết ngày 30 tháng 01 năm 2027'],
    ['suspension extended', 'Số 14-QĐ/UBKT', 'gia hạn đình chỉ sinh hoạt đảng', 'Căn cứ Quyết định Số 05-QĐ/UBKT ngày 02/11/2026;'],
    ['suspension ended', 'Số 14-QĐ/UBKT', 'sinh hoạt đảng trở lại từ', 'Căn cứ Quyết định Số 05-QĐ/UBKT ngày 02/11/2026;'],
    ['denunciation conclusion', 'Số 14-KL/UBKT', 'KẾT LUẬN', 'đã giải trình'],
    ['denunciation result', 'Số 14-TB/UBKT', 'kết quả giải quyết tố cáo', 'Nội dung 2: Không có cơ sở'],
    ['denunciation extended', 'Số 14-TB/UBKT', 'gia hạn giải quyết tố cáo', 'ghi tại Thông báo Số 14-TB/UBKT ngày 02/11/2026'],
    ['denunciation not accepted', 'Số 14-TB/UBKT', 'không thụ lý tố cáo', 'lưu làm thông tin'],
    ['denunciation forwarded', 'Số 14-TB/UBKT', 'chuyển tố cáo', 'niêm phong'],
  ])('%s: %s', async (name, number, type, signed) => {
    const text = await textOf(sample(name));
    for (const part of [number, type, signed]) expect(text).toContain(part);
  });

  it.each(['case outline', 'self-report', 'case schedule', 'discipline ballot'])('%s takes no number', async (name) => {
    expect(await textOf(sample(name))).not.toMatch(/Số\s*\d*-/);
  });

  it.each(Object.keys(papers))('%s bears no mark of secrecy, and what belongs to a case says who reads its file', async (name) => {
    const text = await textOf(sample(name));
    expect(text).not.toMatch(/\bMẬT\b|TỐI MẬT|TUYỆT MẬT/);
    const open = ['inspection program', 'inspection report', 'cell check notice', 'case outline', 'self-report', 'discipline ballot', 'case minutes'];
    expect(text.includes('chỉ người có trách nhiệm được xem')).toBe(!open.includes(name));
  });

  it.each(Object.keys(papers))('%s ends no sentence twice and leaves no place unfilled', async (name) => {
    const text = (await textOf(sample(name))).replace(/\.{9,}/g, '');
    expect(text).not.toMatch(/[.;:,] ?[.;:,]|[{}]|undefined/);
  });
});

describe('a case', () => {
  it('speaks of supervision, of a delegation and of a manner where it is that', async () => {
    const text = await textOf(caseDecisionPaper({ ...decision, issuer: commission, deed: 'SUPERVISION', manner: 'chuyên đề', team: 'DELEGATION' }));
    expect(text).toContain('giám sát chuyên đề việc chấp hành nghị quyết');
    expect(text).toContain('Thành lập đoàn giám sát gồm');
    expect(text).toContain('ỦY BAN KIỂM TRA QUYẾT ĐỊNH:');
    expect(text).toContain('- Lưu Ủy ban kiểm tra, hồ sơ giám sát');
    expect(text).not.toMatch(/tổ kiểm tra|[Kk]iểm tra việc/);
  });

  it('leaves day, month and number open while they are awaited', async () => {
    const { number: _number, date: _date, ...awaited } = decision;
    const text = squeezed(await textOf(caseDecisionPaper(awaited)));
    expect(text).toContain('Số-QĐ/CB');
    expect(text).toContain('cóhiệulựctừngàyký.');
  });

  it('follows a province in its words, and refuses a hole in them', async () => {
    expect(await textOf(caseDecisionPaper(decision, { ...caseDecisionWording, decides: '{proper} nhất trí:' }))).toContain('CHI BỘ NHẤT TRÍ:');
    expect(() => caseDecisionPaper(decision, { ...caseDecisionWording, abstract: 'kiểm tra {someone}' })).toThrow('{someone}');
  });

  it('tells how the subject was heard, in the minutes and in the report, and a refusal to sign', async () => {
    const { subjectSigner: _signer, ...unsigned } = working;
    const refused = { ...unsigned, unsigned: 'Đối tượng không ký biên bản, có đồng chí Phạm Bá Dũng chứng kiến' };
    const papers = (hearing: Hearing) => [caseMinutesPaper({ ...refused, hearing }), caseReportPaper({ ...report, hearing })];
    for (const [hearing, told] of [
      [{ kind: 'NOTHING_TO_ADD' }, 'Đối tượng đã được nghe kết quả, được hỏi và không có ý kiến thêm.'],
      [{ kind: 'NOT_HEARD', because: 'đã mời hai lần, đối tượng không đến' }, 'Lý do: đã mời hai lần, đối tượng không đến.'],
      [{ kind: 'EXPLAINED', text: 'Đồng ý.', reserved: 'Do mưa lũ' }, '- Ý kiến bảo lưu (ghi theo đề nghị của đối tượng): Do mưa lũ.'],
    ] as const) {
      for (const paper of papers(hearing)) {
        const text = await textOf(paper);
        expect(text).toContain('Ý KIẾN CỦA ĐỐI TƯỢNG');
        expect(text).toContain(told);
        expect(text.includes('không có ý kiến thêm')).toBe(hearing.kind === 'NOTHING_TO_ADD');
      }
    }
    const text = await textOf(caseMinutesPaper(refused));
    expect(text).toContain('Đối tượng không ký biên bản, có đồng chí Phạm Bá Dũng chứng kiến.');
    expect(text).not.toContain('ĐỐI TƯỢNG KIỂM TRA(Ký');
    expect(await textOf(caseMinutesPaper(working))).toContain('ĐỐI TƯỢNG KIỂM TRA(Ký, ghi rõ họ tên)Lò Văn Ước');
  });

  it('tells each kind of finding by its name, and where there was nothing to find fault with', async () => {
    const text = await textOf(caseConclusionPaper(conclusion));
    expect(text.match(/Không phát hiện khuyết điểm, vi phạm\./g)).toHaveLength(1);
    const [first] = findings;
    const grave = first === undefined ? [] : [{ ...first, violations: ['Thu tiền không có sổ'] }];
    expect(await textOf(caseConclusionPaper({ ...conclusion, findings: grave }))).toContain('Vi phạm:- Thu tiền không có sổ.');
    expect(text).toContain('đề nghị chi bộ xem xét lại nội dung kết luận');
    expect(text).toContain('31/10/2026');
  });

  it('repeats the header of a long program on every page and counts its lines', async () => {
    const pages = pdfPages(await toPdf(inspectionProgramPaper(program(150))));
    expect(pages.length).toBeGreaterThan(5);
    for (const page of pages.slice(0, -1)) expect(squeezed(page)).toContain('Chủtrì');
    expect(pages[0]).toContain('150 cuộc kiểm tra, giám sát');
    expect(squeezed(pages.join(''))).toContain(squeezed('Chi bộ bản số 150'));
  });
});

describe('discipline', () => {
  it('the minutes of the count print the sums of story 8 and the form that they give', async () => {
    const text = await textOf(disciplineCountPaper(counted));
    for (const part of [
      'Khai trừ2/20 (10%)2/20 (10%)',
      'Cảnh cáo7/20 (35%)12/20 (60%)',
      'khai trừ 2; +3 = 5; +7 = 12 > 10.',
      'bằng hình thức cảnh cáo.',
    ])
      expect(text).toContain(part);
    const again = await textOf(disciplineCountPaper({ ...counted, replaces: 'Biên bản kiểm phiếu Số 04-BB/CB ngày 03/10/2026' }));
    expect(again).toContain('thay thế Biên bản kiểm phiếu Số 04-BB/CB ngày 03/10/2026.');
    expect(await textOf(disciplineCountPaper({ ...counted, proposes: true, adopted: 'khai trừ' }))).toContain('đề nghị cấp có thẩm quyền kỷ luật');
    const { adopted: _adopted, ...nothing } = counted;
    expect(await textOf(disciplineCountPaper(nothing))).toContain('Không có hình thức kỷ luật nào đủ số phiếu');
  });

  it('a ballot has room for every form and for none, and for no name', async () => {
    const text = await textOf(sample('discipline ballot'));
    expect(text).toContain('4Khai trừ5Không kỷ luật');
    expect(text).toContain('không ghi tên');
    expect(pdfPages(await toPdf(sample('discipline ballot')))).toHaveLength(1);
  });

  it('the decision says since when it counts, and how to appeal in the words of the register', async () => {
    expect(await textOf(sample('discipline decision'))).toContain(
      `kể từ khi công bố kết quả biểu quyết, ngày 03 tháng 10 năm 2026.${discipline.appeal}`,
    );
    const signed = await textOf(disciplineDecisionPaper({ ...discipline, effectiveFrom: 'SIGNATURE' }));
    expect(signed).toContain('có hiệu lực kể từ ngày ký');
  });
});

describe('a notice of acceptance', () => {
  it('of a denunciation has no place for whoever denounces, and promises what protects them', async () => {
    const text = await textOf(acceptanceNoticePaper(denunciation));
    expect(text).toContain('Danh tính, nơi ở, nơi công tác của người tố cáo được giữ bí mật');
    expect(text).not.toContain('THỜI HẠN');
    expect(() => acceptanceNoticePaper(denunciation, { ...denunciationAcceptanceWording, opening: 'Nhận tố cáo của {from}' })).toThrow('{from}');
  });

  it('of an appeal names the decision, the term and that the decision is obeyed meanwhile', async () => {
    const text = await textOf(acceptanceNoticePaper(appeal));
    for (const part of ['Quyết định số 11-QĐ/CB', 'Chậm nhất ngày 17 tháng 3 năm 2027', 'quyết định kỷ luật vẫn phải được chấp hành'])
      expect(text).toContain(part);
  });
});
