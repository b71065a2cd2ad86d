import { Injectable } from '@nestjs/common';
import type { Download } from '@vungmanh/contracts/gateway/upload';
import { Files } from '@vungmanh/platform/files';
import { refuse } from '@vungmanh/platform/problem';
import type { FastifyReply } from 'fastify';

/** Streams a file that its owner has just allowed to be read; always to be saved, never to be shown in our own origin. */
@Injectable()
export class Downloads {
  constructor(private readonly files: Files) {}

  async send(reply: FastifyReply, { fileId, name, type }: Download): Promise<FastifyReply> {
    const [bytes, info] = await Promise.all([this.files.read(fileId), this.files.info(fileId)]);
    if (!bytes || !info) throw refuse('request/not-found');
    return reply
      .type(type)
      .header('Content-Length', info.size)
      .header('Content-Disposition', `attachment; filename="${plain(name)}"; filename*=UTF-8''${encoded(name)}`)
      .send(bytes);
  }
}

/** RFC 6266: the name for whoever cannot read the other one. */
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^\w. -]/g, '_');

/** RFC 8187. */
const encoded = (name: string): string => encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
