import { childrenOf } from '@vungmanh/contracts/organization/browse';
import { getImport, importRows, startImport } from '@vungmanh/contracts/organization/import';
import { rosterOf } from '@vungmanh/contracts/membership/member';
import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { hostileWorkbook } from '../src/hostile-workbook.js';
import { Person } from '../src/person.js';
import { eventually, moveTo } from '../src/time.js';
import { foundVillage, importWorkbook, type Village } from '../src/village.js';
import { villageWorkbook } from '../src/village-workbook.js';

const WITHIN_MS = 5000;
/** What another person may have to wait meanwhile; far above what it takes, far below what somebody would notice as standing still. */
const OTHERS_P95_MS = 500;

/** What comes in as files: the same list twice, and what is no list at all. */
describe('files', () => {
  let village: Village;
  let officer: Person;
  const provinceId = process.env['TEST_PROVINCE_ID'] ?? '';
  const wanted = { number: '205', official: 6, probationary: 1, termFrom: '2025-08-01' };

  beforeAll(async () => {
    await moveTo('2026-11-20T02:00:00Z');
    village = await foundVillage(wanted);
    officer = await Person.signedIn('canbo.tinh');
  });

  it('the same workbook a second time changes nothing', async () => {
    const before = await officer.do(rosterOf, { nodeId: village.cell.id });
    const bytes = await villageWorkbook(wanted);
    const second = await importWorkbook(officer, provinceId, bytes);
    expect(second.organizations).toMatchObject({ new: 0, changed: 0, unchanged: 2, errors: 0 });
    expect(second.members).toMatchObject({ new: 0, changed: 0, unchanged: 7, errors: 0 });
    expect(await officer.do(rosterOf, { nodeId: village.cell.id })).toEqual(before);
    const { items } = await officer.do(importRows, { importId: second.id, sheet: 'MEMBERS', state: 'CHANGED' });
    expect(items).toEqual([]);
  });

  it('the empty workbook that the page hands out is one that it takes', async () => {
    const answer = await fetch(new URL('/mau-nhap-du-lieu.xlsx', process.env['TEST_BASE_URL']));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining('spreadsheetml.sheet')]);
    const fileId = await officer.upload(Buffer.from(await answer.arrayBuffer()));
    const started = await officer.do(startImport, { nodeId: provinceId, fileId, fileName: 'mau.xlsx' });
    const read = await eventually(
      () => officer.do(getImport, { importId: started.id }),
      (i) => !['READING', 'CHECKING'].includes(i.state),
      WITHIN_MS,
    );
    const none = { new: 0, changed: 0, unchanged: 0, errors: 0, warnings: 0 };
    expect(read).toMatchObject({ state: 'READY', organizations: none, members: none });
  });

  it('what is no workbook is refused within seconds, while others work on', async () => {
    const hostile = { macros: await hostileWorkbook('macros'), bomb: await hostileWorkbook('bomb'), broken: await hostileWorkbook('broken') };
    const reader = await Person.signedIn(village.accounts.officer);
    const other = readOn(reader, village.commune.id);

    try {
      const refusedUpload = async (bytes: Buffer) => timed(async () => (await officer.sendFile(bytes)).body.code as string);
      expect(await refusedUpload(Buffer.from('#!/bin/sh\necho mô phỏng\n'))).toBe('gateway/file-type');
      expect(await refusedUpload(Buffer.from('Họ và tên;Ngày sinh\n'))).toBe('gateway/file-type');
      expect(await refusedUpload(hostile.macros)).toBe('gateway/file-type');
      const tooBig = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(20 * 1024 * 1024)]);
      expect(await refusedUpload(tooBig)).toBe('gateway/file-too-large');

      for (const kind of ['bomb', 'broken'] as const) {
        const refused = await timed(async () => {
          const fileId = await officer.upload(hostile[kind]);
          const started = await officer.do(startImport, { nodeId: provinceId, fileId, fileName: `${kind}.xlsx` });
          return eventually(
            () => officer.do(getImport, { importId: started.id }),
            (i) => !['READING', 'CHECKING'].includes(i.state),
            WITHIN_MS,
          );
        });
        expect({ kind, state: refused.state }).toEqual({ kind, state: 'REFUSED' });
        expect(refused.trouble).toMatch(/\p{L}{2,}/u);
      }
    } finally {
      await other.stop();
    }
    const took = other.took.sort((a, b) => a - b);
    expect(took.length).toBeGreaterThan(20);
    expect(took[Math.floor(took.length * 0.95)]).toBeLessThan(OTHERS_P95_MS);
  });
});

async function timed<T>(work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  const answer = await work();
  expect(performance.now() - began).toBeLessThan(WITHIN_MS);
  return answer;
}

/** Somebody who leafs through the tree until told to stop; `took` is how long each answer took. */
function readOn(person: Person, nodeId: string): { took: number[]; stop(): Promise<void> } {
  const took: number[] = [];
  let going = true;
  const work = (async () => {
    while (going) {
      const began = performance.now();
      await person.do(childrenOf, { nodeId });
      took.push(performance.now() - began);
    }
  })();
  return {
    took,
    stop() {
      going = false;
      return work;
    },
  };
}
