import { gatewayRefusals } from '@vungmanh/contracts/gateway/refusal';
import { Problem, refuse } from '@vungmanh/platform/problem';
import type { FastifyRequest } from 'fastify';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const code = 'gateway/not-our-page';

/**
 * The defence against forged requests, for whatever changes something (reliability.md F22): a header that a page of another site
 * cannot send without asking, a content type that a form cannot send, and what the browser says of where the request comes from.
 * Access never hangs on it.
 */
export function refuseForeignPages(request: FastifyRequest): void {
  const { headers, method } = request;
  if (SAFE.has(method)) return;
  const site = headers['sec-fetch-site'];
  const ours = headers['x-requested-with'] === 'vungmanh' && (site === undefined || site === 'same-origin') && isHere(headers.origin, headers.host);
  if (!ours) throw new Problem(gatewayRefusals[code].kind, code, gatewayRefusals[code].title);
  const type = headers['content-type'] ?? '';
  const takesBytes = request.routeOptions.config.takesBytes === true;
  if (!takesBytes && !/^application\/json(;|$)/i.test(type)) throw refuse('request/unsupported-type');
}

/** Programs that are no browser send no origin. */
function isHere(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The route takes a file, not JSON. */
    takesBytes?: boolean;
  }
}
