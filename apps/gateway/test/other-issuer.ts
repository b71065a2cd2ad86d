import { exportJWK, generateKeyPair, type GenerateKeyPairResult, type JWTPayload, SignJWT } from 'jose';
import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What an id token says, and with what it is signed: a test may change either before it leaves. */
export interface Told {
  claims: JWTPayload;
  header: { alg: string; kid?: string };
  keys: GenerateKeyPairResult;
  /** The finished token. */
  token?: (signed: string) => string;
}

interface Begun {
  readonly challenge: string;
  readonly nonce: string;
  readonly subject: string;
}

/**
 * A province's own OpenID provider as the platform may meet it: another address, RSA keys, a client with a secret, people known by
 * name, claims that we do not ask for. It believes whoever comes to be `subject`.
 */
export class OtherIssuer {
  subject = '';
  /** How it says that people have signed in (RFC 8176). */
  amr: string[] = ['pwd', 'mfa'];
  twist: (told: Told) => unknown = () => {};
  /** Changes the address by which the browser is sent back. */
  bend: (back: URL) => void = () => {};
  readonly client = {
    clientId: 'vung-manh',
    clientSecret: randomBytes(16).toString('hex'),
    redirectUri: 'http://vungmanh.test/api/sign-in/callback',
  };
  private readonly begun = new Map<string, Begun>();

  private constructor(
    private readonly server: Server,
    private readonly keys: GenerateKeyPairResult,
  ) {}

  static async start(): Promise<OtherIssuer> {
    const server = createServer((request, response) => {
      issuer.answer(request, response).catch((error: unknown) => send(response, 400, { error: 'invalid_request', error_description: String(error) }));
    });
    const issuer = new OtherIssuer(server, await generateKeyPair('RS256', { extractable: true }));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return issuer;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/realms/tinh`;
  }

  stop(): Promise<unknown> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', this.address);
    switch (url.pathname) {
      case '/realms/tinh/.well-known/openid-configuration':
        return send(response, 200, {
          issuer: this.address,
          authorization_endpoint: `${this.address}/authorize`,
          token_endpoint: `${this.address}/token`,
          jwks_uri: `${this.address}/certs`,
          end_session_endpoint: `${this.address}/logout`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
          code_challenge_methods_supported: ['S256'],
        });
      case '/realms/tinh/certs':
        return send(response, 200, { keys: [{ ...(await exportJWK(this.keys.publicKey)), kid: 'tinh-1', alg: 'RS256', use: 'sig' }] });
      case '/realms/tinh/authorize':
        return this.authorize(url.searchParams, response);
      case '/realms/tinh/token':
        return this.exchange(new URLSearchParams(await text(request)), response);
      default:
        return send(response, 404, {});
    }
  }

  private authorize(query: URLSearchParams, response: ServerResponse): void {
    const asked = (name: string): string => query.get(name) ?? '';
    if (asked('client_id') !== this.client.clientId || asked('redirect_uri') !== this.client.redirectUri) throw new Error('another client');
    if (asked('response_type') !== 'code' || asked('code_challenge_method') !== 'S256') throw new Error('another flow');
    const code = randomBytes(16).toString('hex');
    this.begun.set(code, { challenge: asked('code_challenge'), nonce: asked('nonce'), subject: this.subject });
    const back = new URL(this.client.redirectUri);
    back.search = new URLSearchParams({ code, state: asked('state') }).toString();
    this.bend(back);
    response.writeHead(302, { location: back.href }).end();
  }

  private async exchange(form: URLSearchParams, response: ServerResponse): Promise<void> {
    const { clientId, clientSecret } = this.client;
    if (form.get('client_id') !== clientId || form.get('client_secret') !== clientSecret) return send(response, 401, { error: 'invalid_client' });
    const code = form.get('code') ?? '';
    const begun = this.begun.get(code);
    this.begun.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (begun?.challenge !== challenge) return send(response, 400, { error: 'invalid_grant' });
    const now = Math.floor(Date.now() / 1000);
    const told: Told = {
      claims: {
        iss: this.address,
        aud: clientId,
        sub: begun.subject,
        amr: this.amr,
        nonce: begun.nonce,
        iat: now,
        exp: now + 300,
        azp: clientId,
        preferred_username: 'x',
        groups: ['/tinh'],
      },
      header: { alg: 'RS256', kid: 'tinh-1' },
      keys: this.keys,
    };
    await this.twist(told);
    const signed = await new SignJWT(told.claims).setProtectedHeader({ typ: 'JWT', ...told.header }).sign(told.keys.privateKey);
    send(response, 200, { access_token: 'not-looked-at', token_type: 'Bearer', expires_in: 60, id_token: told.token?.(signed) ?? signed });
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
