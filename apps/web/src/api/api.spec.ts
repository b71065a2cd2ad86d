import { command, get, post, query } from '@vungmanh/contracts/operation';
import { conflict } from '@vungmanh/contracts/problem';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { api, onSessionLost, onStepUp, problemFrom } from './api.js';
import { IntentKey } from './intent.js';
import { requestOf } from './request.js';

const list = query({
  subject: 'meetings.meeting.list',
  http: get('/nodes/:nodeId/meetings'),
  access: { grant: 'meetings:read' },
  input: z.object({ nodeId: z.string(), month: z.string().optional(), states: z.array(z.string()).optional(), below: z.boolean().optional() }),
  output: z.object({ items: z.array(z.string()) }),
});
const notice = command({
  subject: 'meetings.meeting.give-notice',
  http: post('/meetings/:meetingId/notice'),
  access: { grant: 'meetings:prepare' },
  audit: 'Gửi thông báo sinh hoạt',
  on: 'existing',
  input: z.object({ meetingId: z.string(), place: z.string() }),
  output: z.object({ version: z.number() }),
  errors: { 'meetings/agenda-missing': conflict('Chưa có chương trình.') },
});

describe('the request of an operation', () => {
  it('fills path and query of a query', () => {
    const sent = requestOf(list, { nodeId: 'a/b', month: '2026-02', states: ['PLANNED', 'NOTIFIED'], below: true });
    expect(sent).toMatchObject({ method: 'GET', url: '/api/nodes/a%2Fb/meetings?month=2026-02&states=PLANNED&states=NOTIFIED&below=true' });
    expect(sent.headers).toEqual({ 'X-Requested-With': 'vungmanh', Accept: 'application/json' });
    expect(requestOf(list, { nodeId: 'x', month: undefined }).url).toBe('/api/nodes/x/meetings');
  });

  it('puts the rest of a command into the body, and key and version into headers', () => {
    const sent = requestOf(notice, { meetingId: 'm', place: 'Nhà văn hóa' }, { key: 'k', version: 3 });
    expect(sent.url).toBe('/api/meetings/m/notice');
    expect(JSON.parse(sent.body ?? '')).toEqual({ place: 'Nhà văn hóa' });
    expect(sent.headers).toMatchObject({ 'Idempotency-Key': 'k', 'If-Match': '"3"', 'X-Requested-With': 'vungmanh' });
  });

  it('refuses a path that is not filled, and an operation without a route', () => {
    expect(() => requestOf(list, {})).toThrow('meetings.meeting.list needs nodeId');
    expect(() => requestOf({ type: 'query', subject: 'meetings.meeting.list' }, {})).toThrow('no HTTP route');
  });
});

describe('answers', () => {
  let server: Server;
  let answer: { status: number; body: string };
  let asked: IncomingMessage | undefined;
  const browserFetch = globalThis.fetch;

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked = request;
      response.writeHead(answer.status, { 'content-type': 'application/problem+json' }).end(answer.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    globalThis.fetch = (url, init) => browserFetch(`${origin}${String(url)}`, init);
  });
  afterAll(() => {
    globalThis.fetch = browserFetch;
    server.closeAllConnections();
    server.close();
  });

  const refusal = async () => {
    const thrown: unknown = await api(notice, { meetingId: 'm', place: 'x' }, { key: 'k', version: 1 }).catch((e: unknown) => e);
    return problemFrom(notice, thrown);
  };
  const problem = (status: number, code: string, more = {}) => ({
    status,
    body: JSON.stringify({ type: 'about:blank', title: 'Câu để đọc.', status, code, ...more }),
  });

  it('come back as the output', async () => {
    answer = { status: 200, body: '{"version":2}' };
    await expect(api(notice, { meetingId: 'm', place: 'x' }, { key: 'k', version: 1 })).resolves.toEqual({ version: 2 });
    expect(asked?.headers).toMatchObject({ 'if-match': '"1"', 'idempotency-key': 'k', 'content-type': 'application/json' });
  });

  it('of a refusal carry code, sentence and fields', async () => {
    answer = problem(409, 'meetings/agenda-missing', { instance: 'urn:trace:1', errors: [{ pointer: '/place', detail: 'Chưa nhập' }] });
    expect(await refusal()).toMatchObject({
      kind: 'conflict',
      code: 'meetings/agenda-missing',
      title: 'Câu để đọc.',
      passing: false,
      more: { trace: 'urn:trace:1', errors: [{ pointer: '/place', detail: 'Chưa nhập' }] },
    });
    answer = problem(412, 'request/stale');
    expect(await refusal()).toMatchObject({ kind: 'stale' });
    answer = problem(503, 'request/unavailable');
    expect(await refusal()).toMatchObject({ kind: 'unavailable', passing: true });
  });

  it('of 401 tell the shell', async () => {
    const told: string[] = [];
    onSessionLost((p) => told.push(p.code));
    answer = problem(401, 'request/unauthenticated');
    expect(await refusal()).toMatchObject({ kind: 'unauthenticated' });
    expect(told).toEqual(['request/unauthenticated']);
  });

  it('that want a fresh code ask for it, and the same goes once more under the same key; left, the refusal stands', async () => {
    const keys: unknown[] = [];
    const done = { status: 200, body: '{"version":2}' };
    const asks = (given: boolean, then: typeof answer) =>
      onStepUp(async () => {
        keys.push(asked?.headers['idempotency-key']);
        answer = then;
        return given;
      });
    const tried = () => api(notice, { meetingId: 'm', place: 'x' }, { key: 'k', version: 1 });

    answer = problem(403, 'request/step-up');
    asks(true, done);
    await expect(tried()).resolves.toEqual({ version: 2 });
    expect([...keys, asked?.headers['idempotency-key']]).toEqual(['k', 'k']);

    answer = problem(403, 'request/step-up');
    asks(false, done);
    expect(await refusal()).toMatchObject({ code: 'request/step-up', title: 'Câu để đọc.' });

    // One code for one try: it never goes in circles.
    answer = problem(403, 'request/step-up');
    asks(true, answer);
    expect(await refusal()).toMatchObject({ code: 'request/step-up' });
    expect(keys).toHaveLength(3);
    // Other refusals ask for none.
    answer = problem(403, 'request/forbidden');
    expect(await refusal()).toMatchObject({ code: 'request/forbidden' });
    expect(keys).toHaveLength(3);
    onStepUp(undefined);
  });

  it('of something that is not our gateway, or of nobody, get a calm sentence', async () => {
    answer = { status: 502, body: '<html>Bad gateway</html>' };
    expect(await refusal()).toMatchObject({ kind: 'unreadable', code: 'web/unreadable' });
    answer = { status: 200, body: '<html>Wifi</html>' };
    expect(await refusal()).toMatchObject({ kind: 'unreadable' });
    const listening = globalThis.fetch;
    globalThis.fetch = () => browserFetch('http://127.0.0.1:1/');
    expect(await refusal()).toMatchObject({ kind: 'offline', passing: true });
    globalThis.fetch = listening;
  });
});

it('keeps one key for one intent', () => {
  const intent = new IntentKey();
  const first = intent.of({ place: 'A' });
  expect(intent.of({ place: 'A' })).toBe(first);
  const second = intent.of({ place: 'B' });
  expect(second).not.toBe(first);
  intent.settle();
  expect(intent.of({ place: 'B' })).not.toBe(second);
});
