import type { Operation } from '@vungmanh/contracts/operation';
import { unzipped } from '@vungmanh/platform/rpc/stored';
import { header } from '@vungmanh/platform/rpc/wire';
import type { RpcReply } from '@vungmanh/platform/rpc/client';
import type { FastifyReply } from 'fastify';

const JSON_TYPE = 'application/json; charset=utf-8';

/** Passes the bytes of a reply through, with the status and headers that follow from the contract. */
export function answer(operation: Operation, reply: FastifyReply, { data, headers }: RpcReply): FastifyReply {
  reply.type(JSON_TYPE);
  const stored = headers?.get(header.etag);
  if (stored) return answerStored(reply, data, `"${stored}"`);
  const version = headers?.get(header.version);
  if (version) {
    const etag = `"${version}"`;
    reply.header('ETag', etag);
    if (operation.type === 'query' && knows(reply, etag)) return reply.code(304).send();
  }
  if ('on' in operation && operation.on === 'new') {
    reply.code(201);
    const id = headers?.get(header.id);
    if (id) reply.header('Location', `${reply.request.url.split('?', 1)[0]}/${id}`);
  }
  return reply.send(Buffer.from(data.buffer, data.byteOffset, data.byteLength));
}

/** What many ask for is sent as it was packed; the browser keeps it and asks whether it still holds. */
function answerStored(reply: FastifyReply, data: Uint8Array, etag: string): FastifyReply {
  reply.headers({ ETag: etag, 'Cache-Control': 'private, no-cache', Vary: 'Accept-Encoding' });
  if (knows(reply, etag)) return reply.code(304).send();
  if (!/\bgzip\b/.test(String(reply.request.headers['accept-encoding'] ?? ''))) return reply.send(unzipped(data));
  return reply.header('Content-Encoding', 'gzip').send(Buffer.from(data.buffer, data.byteOffset, data.byteLength));
}

function knows(reply: FastifyReply, etag: string): boolean {
  const known = reply.request.headers['if-none-match'];
  return known !== undefined && known.split(',').some((k) => k.trim().replace(/^W\//, '') === etag);
}
