import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { signInThrough, stepUpThrough } from './sign-in.mjs';

/** What the gateway answered instead of what was asked for: its problem document, and what was `asked` where it was a call. */
export class Refused extends Error {
  constructor(status, problem, asked) {
    super(problem.title ?? `HTTP ${status}`);
    this.asked = asked;
    this.status = status;
    this.problem = problem;
  }
}

/** Speaks with the gateway as a browser does: signs in like a person, keeps the cookie, sends the same headers. */
export class Client {
  #cookie = '';
  #code;
  #enroll;

  /**
   * `code` answers what a phone or a card shows; without it only the codes of a simulated data set are known. `enroll` sets up an app
   * for an account that must have one (sign-in.mjs).
   */
  constructor(baseUrl, { code, enroll } = {}) {
    this.baseUrl = baseUrl;
    this.#code = code;
    this.#enroll = enroll;
  }

  /** The session's cookie as a request sends it. */
  get cookie() {
    return this.#cookie;
  }

  async signIn(username, password) {
    for (let attempt = 0; ; attempt += 1) {
      const { cookie, response } = await signInThrough(this.baseUrl, { username, password, code: this.#code, enroll: this.#enroll });
      if (cookie !== undefined) {
        this.#cookie = cookie;
        return;
      }
      if (![429, 503, 504].includes(response.status) || attempt >= 5) return this.#answer(response);
      await response.arrayBuffer();
      await new Promise((resolve) => setTimeout(resolve, 300 * (attempt + 1)));
    }
  }

  /** The parsed answer; `ifMatch` is the version seen. Throws {@link Refused}. A repeated try uses the same key. */
  async call(method, path, body, { ifMatch, key = randomUUID() } = {}) {
    const headers = { cookie: this.#cookie, 'x-requested-with': 'vungmanh', origin: this.baseUrl };
    if (method !== 'GET') headers['idempotency-key'] = key;
    if (ifMatch !== undefined) headers['if-match'] = `"${ifMatch}"`;
    const init = { method, headers };
    if (body !== undefined) {
      headers['content-type'] = 'application/json';
      init.body = JSON.stringify(body);
    }
    for (let attempt = 0; ; attempt += 1) {
      const response = await fetch(`${this.baseUrl}/api${path}`, init);
      // Unavailable and too many mean that nothing was done; after a timeout the key keeps it from being done twice.
      if ([429, 503, 504].includes(response.status) && attempt < 5) {
        await new Promise((resolve) => setTimeout(resolve, 300 * (attempt + 1)));
        continue;
      }
      if (response.status === 403 && attempt < 5 && (await response.clone().json()).code === 'request/step-up') {
        if (await stepUpThrough((...asked) => this.#ask(...asked), this.#code)) {
          headers.cookie = this.#cookie;
          continue;
        }
      }
      return this.#answer(response, `${method} ${path}`);
    }
  }

  async #ask(method, path, body) {
    const headers = { cookie: this.#cookie, 'x-requested-with': 'vungmanh', origin: this.baseUrl, 'content-type': 'application/json' };
    const response = await fetch(`${this.baseUrl}/api${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    this.#keep(response);
    return response;
  }

  #keep(response) {
    for (const line of response.headers.getSetCookie()) if (/^(__Host-)?session=/.test(line)) this.#cookie = line.split(';')[0];
  }

  /** Sends a file's bytes; answers `{ fileId }`. */
  async upload(file) {
    const response = await fetch(`${this.baseUrl}/api/files`, {
      method: 'POST',
      headers: { cookie: this.#cookie, 'x-requested-with': 'vungmanh', origin: this.baseUrl, 'content-type': 'application/octet-stream' },
      body: await readFile(file),
    });
    return this.#answer(response);
  }

  async #answer(response, asked) {
    this.#keep(response);
    const text = await response.text();
    const body = text === '' ? undefined : JSON.parse(text);
    if (!response.ok) throw new Refused(response.status, body ?? {}, asked);
    return body;
  }
}

/** Every item of a list, page after page. */
export async function* everyItem(client, path) {
  for (let next = ''; next !== undefined;) {
    const page = await client.call('GET', `${path}${path.includes('?') ? '&' : '?'}limit=200${next ? `&cursor=${encodeURIComponent(next)}` : ''}`);
    yield* page.items;
    next = page.next;
  }
}

/** What was founded and given a moment ago is known to every service a moment later. */
export async function untilKnown(ask) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (attempt > 50 || ![403, 404].includes(error.status)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** Asks again until the answer is right: what is done in the background takes a moment. */
export async function untilRight(ask, right) {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await ask();
    if (right(answer)) return answer;
    if (attempt > 600) throw new Error('Việc làm nền chưa xong sau một phút');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Runs `work` on every item, at most `width` at a time. */
export async function inParallel(items, width, work) {
  const queue = [...items];
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
    }),
  );
}
