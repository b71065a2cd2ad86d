import { connect } from 'node:net';

const END_OF_HEAD = Buffer.from('\r\n\r\n');

/**
 * One kept connection with one request in flight, in as few instructions as a load generator should take from the servers it
 * shares two cores with. Understands answers with a Content-Length, which is what all servers here send.
 */
export class HttpConnection {
  #socket;
  #read = Buffer.alloc(0);
  #waiting;

  constructor(port) {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.#socket.on('data', (chunk) => this.#take(chunk));
    const fail = (why) => this.#waiting?.reject(new Error(`the connection was lost: ${why}`));
    this.#socket.on('error', (error) => fail(error.message)).on('close', () => fail('closed'));
  }

  /** Sends the bytes of a request; answers `{ status, body }`. */
  request(bytes) {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(bytes);
    });
  }

  close() {
    this.#socket.destroy();
  }

  #take(chunk) {
    this.#read = this.#read.length === 0 ? chunk : Buffer.concat([this.#read, chunk]);
    const head = this.#read.indexOf(END_OF_HEAD);
    if (head < 0) return;
    const text = this.#read.toString('latin1', 0, head);
    const length = /\r\ncontent-length: *(\d+)/i.exec(text);
    if (!length) return this.#waiting.reject(new Error(`an answer without Content-Length: ${text}`));
    const end = head + 4 + Number(length[1]);
    if (this.#read.length < end) return;
    const body = this.#read.subarray(head + 4, end);
    this.#read = this.#read.subarray(end);
    this.#waiting.resolve({ status: Number(text.slice(9, 12)), body });
  }
}

/** The bytes of a request. */
export function requestBytes(method, path, { headers = {}, body } = {}) {
  const content = body === undefined ? undefined : Buffer.from(body);
  const lines = [`${method} ${path} HTTP/1.1`, ...Object.entries({ host: '127.0.0.1', ...headers }).map(([name, value]) => `${name}: ${value}`)];
  if (content) lines.push('content-type: application/json', `content-length: ${content.length}`);
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`);
  return content ? Buffer.concat([head, content]) : head;
}
