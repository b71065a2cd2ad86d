import { calendarOf } from './calendar.js';

it('writes each sitting as an event in lines that every calendar reads (RFC 5545)', () => {
  const lesson = {
    id: '0192f0c1-0000-7000-8000-000000000001',
    version: 3,
    number: 2,
    startsAt: '2026-12-07T00:30:00.000Z',
    endsAt: '2026-12-07T04:00:00.000Z',
    place: 'Hội trường, tầng 2; nhà A',
    topic: 'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh trong giai đoạn mới',
    lecturers: [],
    scanned: false,
  };
  const text = calendarOf('Lớp khóa I', [lesson, { ...lesson, id: lesson.id.replace(/1$/, '2') }], '2026-12-01T00:00:00.000Z');
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect(text).toContain('DTSTART:20261207T003000Z\r\nDTEND:20261207T040000Z');
  expect(text).toContain(`UID:${lesson.id}@vungmanh\r\nSEQUENCE:2`);
  expect(text).toContain('LOCATION:Hội trường\\, tầng 2\\; nhà A');
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.replaceAll('\r\n ', '')).toContain(
    'SUMMARY:Lớp khóa I – buổi 2: Học tập và làm theo tư tưởng\\, đạo đức\\, phong cách Hồ Chí Minh trong giai đoạn mới',
  );
});
