import type { Lesson } from '@vungmanh/contracts/training/class';

/** RFC 5545: backslash, comma, semicolon and line feeds are marked. */
const escaped = (text: string): string => text.replace(/([\\,;])/g, '\\$1').replace(/\r?\n/g, '\\n');
const instant = (at: string): string => `${at.slice(0, 19).replace(/[-:]/g, '')}Z`;

/** No line is longer than 75 octets; the rest goes on in the next one after a space. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  for (const letter of line) {
    if (Buffer.byteLength(current + letter) > (lines.length === 0 ? 75 : 74)) {
      lines.push(current);
      current = '';
    }
    current += letter;
  }
  return [...lines, current].join('\r\n ');
}

/** The sittings of a class as a calendar file (RFC 5545). The same sitting keeps its name, so that a file taken again moves it. */
export function calendarOf(title: string, lessons: readonly Lesson[], now: string): string {
  const events = lessons.flatMap(({ id, version, startsAt, endsAt, place, topic, number }) => [
    'BEGIN:VEVENT',
    `UID:${id}@vungmanh`,
    `SEQUENCE:${version - 1}`,
    `DTSTAMP:${instant(now)}`,
    `DTSTART:${instant(startsAt)}`,
    `DTEND:${instant(endsAt)}`,
    `SUMMARY:${escaped(`${title} – buổi ${number}: ${topic}`)}`,
    `LOCATION:${escaped(place)}`,
    'END:VEVENT',
  ]);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Vung Manh//Dao tao//VI', ...events, 'END:VCALENDAR', ''].map(folded).join('\r\n');
}
