import { apart, askedHeader } from '@vungmanh/contracts/asked';
import type { Operation, OutputOf, SentOf } from '@vungmanh/contracts/operation';
import { currentSession, type Session } from '@vungmanh/contracts/gateway/session';
import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import supertest, { type Response } from 'supertest';
import { signInThrough, stepUpThrough } from '../../../infra/local/sign-in.mjs';
import { eventually } from './time.js';
import { referencesIn, tokensIn } from './tokens.js';

const OUR_PAGE = { 'x-requested-with': 'vungmanh' } as const;

/** As browsers do: an answer that comes before the whole file has left is still read. */
const keptAlive = new Agent({ keepAlive: true });

interface With {
  key?: string;
  /** The version seen. */
  version?: number;
}

/** Somebody who works in a browser, as far as the gateway can tell: a cookie, the headers of our page, JSON. */
export class Person {
  private cookie = '';
  /** The addresses that were asked. */
  readonly asked: string[] = [];
  private account?: { username: string; password: string };

  constructor(private readonly baseUrl = process.env['TEST_BASE_URL'] ?? '') {}

  static async signedIn(username: string, baseUrl?: string, password = 'Vungmanh@2026'): Promise<Person> {
    const person = new Person(baseUrl);
    person.account = { username, password };
    await person.begin(person.account);
    return person;
  }

  /** The cookie as the browser sends it. */
  get sessionCookie(): string {
    return this.cookie;
  }

  session(): Promise<Session> {
    return this.do(currentSession, {});
  }

  /** The answer; throws what was refused. */
  async do<O extends Operation>(contract: O, input: SentOf<O>, about: With = {}): Promise<OutputOf<O>> {
    const response = await this.send(contract, input, about);
    if (!response.ok) throw new Error(`${contract.subject}: ${response.status} ${response.text}`);
    return response.body as OutputOf<O>;
  }

  /** The answer of a service that may not have learned yet of what another has just founded: asks again while it knows nothing of it. */
  async doOnceKnown<O extends Operation>(contract: O, input: SentOf<O>): Promise<OutputOf<O>> {
    const answer = await eventually(
      () => this.send(contract, input),
      ({ status }) => status !== 404 && status !== 403,
    );
    if (!answer.ok) throw new Error(`${contract.subject}: ${answer.status} ${answer.text}`);
    return answer.body as OutputOf<O>;
  }

  /** The code with which it is refused. */
  async refused<O extends Operation>(contract: O, input: SentOf<O>, about: With = {}): Promise<string> {
    const response = await this.send(contract, input, about);
    if (response.ok) throw new Error(`${contract.subject} was expected to be refused and was not`);
    return String(response.body.code);
  }

  /** The answer as HTTP gives it. A session that fell idle while the clock moved is opened anew, as a person would. */
  async send<O extends Operation>(contract: O, input: SentOf<O>, about: With = {}): Promise<Response> {
    const key = about.key ?? randomUUID();
    return this.inSession(() => this.request(contract, input, { ...about, key }));
  }

  private async inSession(ask: () => PromiseLike<Response>): Promise<Response> {
    const response = await ask();
    if (response.status === 403 && response.body?.code === 'request/step-up') return (await this.stepUp()) ? ask() : response;
    if (response.status !== 401 || this.account === undefined) return response;
    await this.begin(this.account);
    return ask();
  }

  /** Gives the second factor again, as the dialog of the page would ask. */
  private stepUp(): Promise<boolean> {
    return stepUpThrough(async (method, path, body) => {
      const request = supertest(this.baseUrl)[method === 'GET' ? 'get' : 'post'](`/api${path}`);
      const response = await request.set({ ...OUR_PAGE, origin: this.baseUrl, cookie: this.cookie }).send(body);
      this.keep(response);
      return { ok: response.ok, json: () => Promise.resolve(response.body) };
    });
  }

  /** Keeps the cookie; nothing else of an answer may carry what it stands for. */
  private keep(response: Response): void {
    const { 'set-cookie': _cookies, ...others } = response.headers as Record<string, unknown>;
    const held = tokensIn(`${response.text} ${JSON.stringify(others)}`, referencesIn(this.cookie));
    if (held.length > 0) throw new Error(`An answer carries ${held.join(', ')}`);
    for (const line of response.headers['set-cookie'] ?? [])
      if (/^(__Host-)?session=/.test(String(line))) this.cookie = String(line).split(';')[0] ?? '';
  }

  private async begin(account: { username: string; password: string }): Promise<void> {
    const { cookie, response } = await signInThrough(this.baseUrl, account);
    if (cookie === undefined) throw new Error(`signing in: ${response.status} ${await response.text()}`);
    this.cookie = cookie;
  }

  private async request<O extends Operation>(contract: O, input: SentOf<O>, { key = randomUUID(), version }: With): Promise<Response> {
    if (!contract.http) throw new Error(`${contract.subject} has no way over HTTP`);
    const { method, path } = contract.http;
    const rest: Record<string, unknown> = { ...(input as Record<string, unknown>) };
    const address = path.replace(/:(\w+)/g, (_all, name: string) => {
      const value = rest[name];
      delete rest[name];
      return encodeURIComponent(String(value));
    });
    const agent = supertest(this.baseUrl);
    const request = agent[method.toLowerCase() as 'get'](`/api${address}`).set({ ...OUR_PAGE, origin: this.baseUrl, cookie: this.cookie });
    if (method === 'GET') {
      const { open, asked } = apart(rest);
      request.query(open);
      if (asked !== undefined) request.set(askedHeader, asked);
    } else request.set('idempotency-key', key).send(rest);
    if (version !== undefined) request.set('if-match', `"${version}"`);
    const response = await request;
    this.keep(response);
    this.asked.push(request.url);
    return response;
  }

  /** The bytes of a download and how they are named. */
  async download<O extends Operation>(contract: O, input: SentOf<O>): Promise<{ bytes: Buffer; disposition: string }> {
    const path = contract.http?.path.replace(/:(\w+)/g, (_all, name: string) => encodeURIComponent(String(Reflect.get(input as object, name))));
    const response = await this.inSession(() =>
      supertest(this.baseUrl)
        .get(`/api${path}`)
        .set({ ...OUR_PAGE, cookie: this.cookie })
        .buffer(true)
        .parse((incoming, done) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('end', () => done(null, Buffer.concat(chunks)));
        }),
    );
    if (!response.ok) throw new Error(`${contract.subject}: ${response.status} ${String(response.body)}`);
    return { bytes: response.body as Buffer, disposition: String(response.headers['content-disposition']) };
  }

  /** Sends a file; answers its id. */
  async upload(bytes: Buffer): Promise<string> {
    const response = await this.sendFile(bytes);
    if (!response.ok) throw new Error(`upload: ${response.status} ${response.text}`);
    return String(response.body.fileId);
  }

  /** Sends a file; answers what HTTP answers. */
  sendFile(bytes: Buffer): Promise<Response> {
    return this.inSession(() =>
      supertest(this.baseUrl)
        .post('/api/files')
        .agent(keptAlive)
        .set({ ...OUR_PAGE, origin: this.baseUrl, cookie: this.cookie, 'content-type': 'application/octet-stream' })
        .send(bytes),
    );
  }
}
