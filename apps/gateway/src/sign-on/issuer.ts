import { Inject, Injectable } from '@nestjs/common';
import { readKeys } from '@vungmanh/platform/actor/keys';
import { CONFIG, type Config } from '@vungmanh/platform/config';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  type ClientAuth,
  ClientSecretPost,
  type Configuration,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  type FetchBody,
  PrivateKeyJwt,
} from 'openid-client';
import type { Attempt } from './attempt.js';

const OURS = 'gateway';
/** Ways of signing in that a password alone is not (RFC 8176). */
const STRONG = new Set(['otp', 'mfa', 'hwk', 'swk', 'sc', 'fpt', 'face']);
const TIMEOUT_SECONDS = 5;

/** Who vouches for people: identity's provider, or the province's own in its place. Nothing but the settings tells the two apart. */
@Injectable()
export class Issuer {
  private discovered: Promise<Configuration> | undefined;
  /** How people write the address of the platform. */
  readonly origin: string;
  readonly ours: boolean;
  readonly mode: Config['mode'];
  private readonly redirectUri: string;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.origin = config.publicUrl ?? `http://127.0.0.1:${config.port}`;
    this.mode = config.mode;
    this.ours = config.foreignIssuer === undefined;
    this.redirectUri = config.foreignIssuer?.redirectUri ?? `${this.origin}/api/sign-in/callback`;
  }

  /** Where the browser goes to sign in. */
  async begin({ state, nonce, verifier }: Attempt): Promise<URL> {
    return buildAuthorizationUrl(await this.client(), {
      redirect_uri: this.redirectUri,
      response_type: 'code',
      scope: 'openid',
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
  }

  /** Exchanges the code of a callback; answers whom the id token names, and whether by more than a password. Throws whatever is wrong with either. */
  async finish(query: string, { state, nonce, verifier }: Attempt): Promise<{ subject: string; strong: boolean }> {
    const tokens = await authorizationCodeGrant(await this.client(), new URL(`${this.redirectUri}${query}`), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new Error('an answer without an id token');
    const said: unknown = claims['amr'];
    return { subject: claims.sub, strong: Array.isArray(said) && said.some((method) => STRONG.has(String(method))) };
  }

  /** Where the browser goes after signing out: another provider may remember people, ours does not. */
  async leave(): Promise<string> {
    if (this.ours) return '/sign-in';
    const client = await this.client();
    if (client.serverMetadata().end_session_endpoint === undefined) return '/sign-in?trouble=left';
    return buildEndSessionUrl(client, { post_logout_redirect_uri: `${this.origin}/sign-in?trouble=left` }).href;
  }

  /** Discovered at the first sign-in and kept; a provider that is away is asked again the next time. */
  private client(): Promise<Configuration> {
    this.discovered ??= this.discover().catch((error: unknown) => {
      this.discovered = undefined;
      throw error;
    });
    return this.discovered;
  }

  private async discover(): Promise<Configuration> {
    const { foreignIssuer: foreign } = this.config;
    const issuer = new URL(foreign?.issuer ?? `${this.origin}/oidc`);
    const mayBePlain = this.ours || this.mode === 'trial';
    return discovery(issuer, foreign?.clientId ?? OURS, {}, foreign ? ClientSecretPost(foreign.clientSecret) : await this.proof(), {
      timeout: TIMEOUT_SECONDS,
      execute: [enableNonRepudiationChecks, ...(mayBePlain ? [allowInsecureRequests] : [])],
      ...(this.ours ? { [customFetch]: (url, init) => this.inside(url, init) } : {}),
    });
  }

  /** The gateway proves to its own provider who it is with the key that signs its actor tokens. */
  private async proof(): Promise<ClientAuth> {
    const { own } = await readKeys(this.config.keysDir, 'gateway');
    return PrivateKeyJwt({ key: own, kid: 'gateway' });
  }

  /** Our own provider is reached on its internal address, whatever the platform is called outside. */
  private inside(url: string, init: RequestInit & { body: FetchBody }): Promise<Response> {
    const { pathname, search, host, protocol } = new URL(url);
    const headers = new Headers(init.headers);
    headers.set('x-forwarded-host', host);
    headers.set('x-forwarded-proto', protocol.slice(0, -1));
    return fetch(`${this.config.oidcAddress ?? ''}${pathname}${search}`, { ...init, headers });
  }
}
