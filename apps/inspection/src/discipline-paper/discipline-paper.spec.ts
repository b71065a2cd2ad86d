import { downloadDisciplinePaper, recordDisciplineVote, type DisciplinePaperKind } from '@vungmanh/contracts/inspection/discipline-act';
import { Files } from '@vungmanh/platform/files';
import type { Person } from '@vungmanh/testing/person';
import { Disciplining } from '../../test/disciplining.js';
import { docxText } from '@vungmanh/testing/docx-text';

let d: Disciplining;
beforeAll(async () => {
  d = await Disciplining.start();
}, 60_000);
afterAll(() => d?.world.stop());

async function textOf(disciplineId: string, kind: DisciplinePaperKind, by: Person = d.secretary): Promise<string> {
  const { fileId, name, type } = await by.do(downloadDisciplinePaper, { disciplineId, kind, format: 'docx' });
  expect(type).toContain('wordprocessingml');
  // Whoever is disciplined is in no name of a file.
  expect(name).not.toContain(d.people[4]?.name);
  const chunks: Buffer[] = [];
  for await (const chunk of (await d.world.service.app.get(Files).read(fileId)) ?? []) chunks.push(chunk as Buffer);
  return docxText(Buffer.concat(chunks));
}

describe('the papers of discipline', () => {
  it('are there when their step is, with the sums of the count and the rights of the member', async () => {
    const opened = await d.open();
    const asked = { disciplineId: opened.id, format: 'pdf' as const };
    for (const kind of ['BALLOT', 'COUNT', 'DECISION'] as const) {
      expect(await d.secretary.refused(downloadDisciplinePaper, { ...asked, kind })).toBe('inspection/paper-not-ready');
    }
    const heard = await d.heard(opened);
    const ballot = await textOf(opened.id, 'BALLOT');
    for (const said of ['PHIẾU BIỂU QUYẾT', 'Khiển trách', 'Khai trừ', 'Không kỷ luật', 'Nguyễn Văn E5']) expect(ballot).toContain(said);
    const votes = { REPRIMAND: 8, WARNING: 7, DISMISSAL: 3, EXPULSION: 2 };
    await d.secretary.do(recordDisciplineVote, { disciplineId: opened.id, ...d.ballot(votes) }, heard);
    const count = await textOf(opened.id, 'COUNT');
    for (const said of ['khai trừ 2; +3 = 5; +7 = 12', '12/20 (60%)', 'Nhà văn hóa bản', 'quyết định kỷ luật']) expect(count).toContain(said);
    expect(await d.secretary.refused(downloadDisciplinePaper, { ...asked, kind: 'DECISION' })).toBe('inspection/paper-not-ready');
  });

  it('say the decision with its form, its day and where an appeal goes, to the member too and to nobody else', async () => {
    const { id } = await d.warned();
    const decision = await textOf(id, 'DECISION', d.at(4));
    for (const said of ['QUYẾT ĐỊNH', 'cảnh cáo', 'sinh năm 1970', 'công bố kết quả biểu quyết', 'Ủy ban kiểm tra Đảng ủy xã Mô Phỏng']) {
      expect(decision).toContain(said);
    }
    expect(await d.at(5).refused(downloadDisciplinePaper, { disciplineId: id, kind: 'DECISION', format: 'docx' })).toBe('request/not-found');
  });
});
