import { authenticate } from '@vungmanh/contracts/identity/account';
import { answerCode } from '@vungmanh/contracts/identity/second-factor';
import type { KnownDevice, SignInAnswer } from '@vungmanh/contracts/identity/sign-in';
import { readKeys } from '@vungmanh/platform/actor/keys';
import type { World } from '@vungmanh/testing/world';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  PrivateKeyJwt,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { Door } from '../src/provider/door.js';

/** Where a try comes from. */
interface From {
  address?: string;
  device?: KnownDevice;
}

/** What the gateway remembers of a browser that it has sent to the provider. */
interface Begun {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export const ISSUER = 'http://127.0.0.1:8080/oidc';
const REDIRECT = 'http://127.0.0.1:8080/api/sign-in/callback';

/** One browser before the provider, with the gateway at its side: the cookies are the browser's, the exchange is the gateway's. */
export class Browser {
  private readonly jar = new Map<string, string>();
  private begun: Begun = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };

  private constructor(
    private readonly world: World,
    readonly client: Configuration,
  ) {}

  static async open(world: World): Promise<Browser> {
    const { own } = await readKeys(world.keysDir, 'gateway');
    const client = await discovery(new URL(ISSUER), 'gateway', {}, PrivateKeyJwt({ key: own, kid: 'gateway' }), {
      execute: [allowInsecureRequests, enableNonRepudiationChecks],
      [customFetch]: (url, init) => fetch(insideOf(world, url), init),
    });
    return new Browser(world, client);
  }

  /** What it holds of the provider. */
  get cookies(): ReadonlyMap<string, string> {
    return this.jar;
  }

  /** Goes where the gateway sends it; answers where the provider sends it on. */
  async begin(more: Record<string, string> = {}): Promise<string> {
    this.begun = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const { state, nonce, verifier } = this.begun;
    const url = buildAuthorizationUrl(this.client, {
      redirect_uri: REDIRECT,
      response_type: 'code',
      scope: 'openid',
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      ...more,
    });
    return this.go(url.href);
  }

  /** Types a name and a password; answers where to go on, throws the problem. */
  async type(username: string, password: string, address = '10.0.0.1'): Promise<string> {
    const answer = await this.password(username, password, { address });
    if (answer.next === 'DONE') return answer.to;
    if (answer.next !== 'CODE' || answer.asked.simulatedCode === undefined) throw new Error(`asked for more: ${JSON.stringify(answer)}`);
    return toOf(await this.code(answer.asked.simulatedCode, { address }));
  }

  /** The password alone; answers what is asked for next. */
  password(username: string, password: string, from: From = {}): Promise<SignInAnswer> {
    return this.world.rpc.call(authenticate, { interaction: this.interaction, username, password, address: '10.0.0.1', ...from });
  }

  /** The code after it. */
  code(code: string, from: From = {}): Promise<SignInAnswer> {
    return this.world.rpc.call(answerCode, { interaction: this.interaction, code, address: '10.0.0.1', ...from });
  }

  private get interaction(): string {
    return this.jar.get('oidc-interaction') ?? '';
  }

  /** Follows one redirect; answers where it leads. */
  async go(url: string): Promise<string> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(insideOf(this.world, url), {
      redirect: 'manual',
      headers: { cookie, 'x-forwarded-host': '127.0.0.1:8080', 'x-forwarded-proto': 'http' },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.jar.delete(name);
      else this.jar.set(name, value);
    }
    return answer.headers.get('location') ?? `${answer.status} ${await answer.text()}`;
  }

  /** The gateway's part: the code for an id token; answers its claims. */
  async exchange(callback: string): Promise<Record<string, unknown>> {
    const { state, nonce, verifier } = this.begun;
    const tokens = await authorizationCodeGrant(this.client, new URL(callback), {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
    });
    return { ...tokens.claims() };
  }

  /** The whole walk; answers the subject. */
  async signIn(username: string, password: string, address?: string): Promise<string> {
    await this.begin();
    return String((await this.exchange(await this.go(await this.type(username, password, address))))['sub']);
  }
}

/** Where a finished sign-in goes on; throws while something is still asked for. */
export function toOf(answer: SignInAnswer): string {
  if ('to' in answer) return answer.to;
  throw new Error(`asked for more: ${JSON.stringify(answer)}`);
}

/** The provider's own door instead of the platform's address. */
function insideOf(world: World, url: string): string {
  const { pathname, search } = new URL(url, ISSUER);
  return `http://127.0.0.1:${world.service.app.get(Door).port}${pathname}${search}`;
}
