import { type FileType, uploadRefusals } from '@vungmanh/contracts/gateway/upload';
import { Problem } from '@vungmanh/platform/problem';

/** How the files that we take begin. An Office file is a zip: which one, the names of its parts tell. */
const beginnings: readonly [bytes: Buffer, type: FileType | 'zip'][] = [
  [Buffer.from('%PDF-'), 'application/pdf'],
  [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'image/png'],
  [Buffer.from([0xff, 0xd8, 0xff]), 'image/jpeg'],
  [Buffer.from([0x50, 0x4b, 0x03, 0x04]), 'zip'],
];
const parts: readonly [name: string, type: FileType][] = [
  ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
];
const MACROS = 'vbaProject.bin';
const LONGEST = 8;
const OVERLAP = 32;

const refused = (): Problem => new Problem('unsupported-type', 'gateway/file-type', uploadRefusals['gateway/file-type'].title);

/** Finds out what a file is while its bytes pass, whatever its sender calls it; refuses at once what is none of ours. */
export class Sniffer {
  private kind: FileType | 'zip' | undefined;
  private found: FileType | undefined;
  private tail: Buffer = Buffer.alloc(0);

  see(chunk: Buffer): void {
    const text = Buffer.concat([this.tail, chunk]);
    if (this.kind === undefined && text.length >= LONGEST) this.kind = beginning(text);
    if (this.kind === 'zip') {
      if (text.includes(MACROS)) throw refused();
      this.found ??= parts.find(([name]) => text.includes(name))?.[1];
    }
    this.tail = this.kind === undefined ? text : text.subarray(Math.max(0, text.length - OVERLAP));
  }

  /** After the last byte: what it is. */
  type(): FileType {
    const kind = this.kind === 'zip' ? this.found : this.kind;
    if (kind === undefined) throw refused();
    return kind;
  }
}

function beginning(text: Buffer): FileType | 'zip' {
  const kind = beginnings.find(([bytes]) => text.subarray(0, bytes.length).equals(bytes))?.[1];
  if (!kind) throw refused();
  return kind;
}
