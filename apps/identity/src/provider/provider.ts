import { interactionCookie } from '@vungmanh/contracts/identity/interaction';
import type { Config } from '@vungmanh/platform/config';
import type { JsonWebKey } from 'node:crypto';
import Provider, { type Adapter, type Configuration, interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider';

/** A person may leave the page of signing in open while looking for the paper with the password. */
const INTERACTION_SECONDS = 3600;
/** From the right password to the gateway's session: a few redirects. */
const HANDOVER_SECONDS = 60;
const CLIENT = 'gateway';
const SESSION_COOKIE = 'oidc-session';

/** What the provider stands on. */
interface With {
  readonly config: Pick<Config, 'publicUrl'>;
  readonly signing: JsonWebKey;
  readonly cookieKey: string;
  /** The gateway's public key, by which it proves that it is the client. */
  readonly clientKey: JsonWebKey;
  readonly state: (model: string) => Adapter;
  /** Whether the account may still sign in. */
  readonly isOpen: (accountId: string) => Promise<boolean>;
}

/** How people write the address of the platform. */
export const originOf = (config: Pick<Config, 'publicUrl'>): string => config.publicUrl ?? 'http://127.0.0.1:8080';

/**
 * The OpenID provider: authorization code with PKCE for one client, the gateway, and nothing else of what the protocol knows.
 * It remembers nobody: whoever has signed out types the password again.
 */
export function makeProvider({ config, signing, cookieKey, clientKey, state, isOpen }: With): Provider {
  const origin = originOf(config);
  const off = { enabled: false };
  const configuration: Configuration = {
    adapter: state,
    jwks: { keys: [signing] },
    clients: [
      {
        client_id: CLIENT,
        redirect_uris: [`${origin}/api/sign-in/callback`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'private_key_jwt',
        id_token_signed_response_alg: 'ES256',
        jwks: { keys: [clientKey] },
      },
    ],
    responseTypes: ['code'],
    scopes: ['openid'],
    claims: { openid: ['sub', 'amr'] },
    pkce: { required: () => true },
    clientAuthMethods: ['private_key_jwt'],
    enabledJWA: { idTokenSigningAlgValues: ['ES256'], clientAuthSigningAlgValues: ['EdDSA', 'Ed25519'] },
    features: { devInteractions: off, userinfo: off, rpInitiatedLogout: off, resourceIndicators: off, pushedAuthorizationRequests: off, dPoP: off },
    ttl: {
      Interaction: INTERACTION_SECONDS,
      Session: HANDOVER_SECONDS,
      Grant: HANDOVER_SECONDS,
      AuthorizationCode: HANDOVER_SECONDS,
      IdToken: HANDOVER_SECONDS,
      AccessToken: HANDOVER_SECONDS,
    },
    cookies: {
      keys: [cookieKey],
      names: { session: SESSION_COOKIE, interaction: interactionCookie(origin), resume: 'oidc-resume' },
      short: { signed: false, httpOnly: true, sameSite: 'strict', path: '/' },
      long: { signed: true, httpOnly: true, sameSite: 'strict' },
    },
    interactions: { url: () => '/sign-in', policy: passwordAlone() },
    findAccount: async (_ctx, sub) => ((await isOpen(sub)) ? { accountId: sub, claims: () => ({ sub }) } : undefined),
    loadExistingGrant: granted,
    renderError: (ctx) => {
      ctx.status = 303;
      ctx.redirect('/sign-in?trouble=1');
    },
  };
  const provider = new Provider(`${origin}/oidc`, configuration);
  provider.proxy = true;
  provider.use(async (ctx, next) => {
    forgetSession(ctx.req.headers);
    await next();
    const set = ctx.response.headers['set-cookie'];
    if (Array.isArray(set))
      ctx.set(
        'Set-Cookie',
        set.filter((line) => !line.startsWith(SESSION_COOKIE)),
      );
  });
  return provider;
}

/** The only thing that anybody is asked for; once more of somebody whose account was closed since. */
function passwordAlone(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  const isClosed = ({ oidc }: KoaContextWithOIDC): boolean => oidc.session?.accountId !== undefined && oidc.account === undefined;
  policy.get('login')?.checks.add(new interactionPolicy.Check('account_closed', 'the account is closed', isClosed));
  return policy;
}

/** The gateway is ours: nobody is asked whether it may know who signs in. */
async function granted({ oidc }: KoaContextWithOIDC) {
  const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId, accountId: oidc.session?.accountId });
  grant.addOIDCScope('openid');
  // oxlint-disable-next-line vungmanh/guarded-writes -- the provider's own model, new each time; our adapter writes it
  await grant.save();
  return grant;
}

/** The provider's own session lives from the password to the code; a browser neither gets nor brings it. */
function forgetSession(headers: { cookie?: string | undefined }): void {
  if (headers.cookie === undefined) return;
  headers.cookie = headers.cookie
    .split(/; */)
    .filter((pair) => !pair.startsWith(SESSION_COOKIE))
    .join('; ');
}
