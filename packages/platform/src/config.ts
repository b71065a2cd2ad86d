import { serviceNames } from '@vungmanh/contracts/service';
import { z } from 'zod';

const issuerSettings = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_REDIRECT_URI'] as const;

/** Twenty requests a second for a whole minute is no person at work; a trial is also loaded with data and measured. */
const generous = { production: 1200, trial: 120_000 } as const;

const Environment = z
  .object({
    SERVICE: z.enum(serviceNames),
    DATABASE_URL: z.string().min(1),
    READ_DATABASE_URL: z.string().min(1),
    NATS_URL: z.string().min(1),
    KEYS_DIR: z.string().min(1),
    FILES_DIR: z.string().min(1),
    HEADS_DIR: z.string().min(1),
    HEADS_MINUTES: z.coerce.number().positive().max(60).default(10),
    HEALTH_PORT: z.coerce.number().int().min(0).default(0),
    HOST: z.string().min(1).default('127.0.0.1'),
    PORT: z.coerce.number().int().min(0).default(8080),
    LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
    VUNGMANH_MODE: z.enum(['trial', 'production']).default('trial'),
    CLOCK_FILE: z.string().optional(),
    REQUESTS_PER_ACCOUNT: z.coerce.number().int().positive().optional(),
    REQUESTS_PER_ADDRESS: z.coerce.number().int().positive().optional(),
    TRUSTED_PROXIES: z.string().min(1).optional(),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    OIDC_PORT: z.coerce.number().int().min(0).default(0),
    OIDC_ADDRESS: z.url({ protocol: /^http$/ }).optional(),
    OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
    OIDC_CLIENT_ID: z.string().min(1).optional(),
    OIDC_CLIENT_SECRET: z.string().min(1).optional(),
    OIDC_REDIRECT_URI: z.url({ protocol: /^https?$/ }).optional(),
  })
  .refine((e) => e.CLOCK_FILE === undefined || e.VUNGMANH_MODE === 'trial', {
    path: ['CLOCK_FILE'],
    error: 'a clock that is moved has no place in production',
  })
  .refine((e) => new Set(issuerSettings.map((name) => e[name] === undefined)).size === 1, {
    path: ['OIDC_ISSUER'],
    error: `another provider needs all of ${issuerSettings.join(', ')}`,
  });

/** The injection token of the process's {@link Config}. */
export const CONFIG = Symbol('config');

/** Everything that a process is told from outside, read once at its start. */
export interface Config {
  readonly service: z.infer<typeof Environment>['SERVICE'];
  /** As the role that reads and writes rows. */
  readonly databaseUrl: string;
  /** As the role that only reads. */
  readonly readDatabaseUrl: string;
  readonly natsUrl: string;
  /** Folder of the process's own private key, of everybody's public keys, and of the data keys. */
  readonly keysDir: string;
  readonly filesDir: string;
  /** Folder of the audit's signed heads, outside the database; better on another machine. */
  readonly headsDir: string;
  /** How often they are signed. */
  readonly headsMinutes: number;
  readonly healthPort: number;
  /** The address that the process listens on; this machine alone unless told otherwise. */
  readonly host: string;
  /** Only the gateway listens to people. */
  readonly port: number;
  readonly logLevel: z.infer<typeof Environment>['LOG_LEVEL'];
  readonly mode: 'trial' | 'production';
  /** Milliseconds by which the clock stands ahead; journeys only. */
  readonly clockFile?: string;
  /** How people write the address of the platform, without a path; the gateway's own port on this machine unless told otherwise. */
  readonly publicUrl?: string;
  /** Requests within a minute: of one account, and of one address for which nobody is signed in. */
  readonly requestsPerMinute?: { readonly account: number; readonly address: number };
  /** Addresses or networks of our own proxies, which say where a request comes from; nobody else is believed. */
  readonly trustedProxies?: readonly string[];
  /** Where identity's OpenID provider listens; 0 or none: any free port. */
  readonly oidcPort?: number;
  /** Where the gateway reaches it. */
  readonly oidcAddress?: string;
  /** A provider that people sign in at instead of ours. */
  readonly foreignIssuer?: ForeignIssuer;
}

/** Another OpenID provider, as it knows us. */
export interface ForeignIssuer {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
}

/** Reads the configuration from environment variables; throws one sentence that names every variable that is wrong. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const read = Environment.safeParse(env);
  if (!read.success) {
    throw new Error(`Configuration refused: ${read.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')}`);
  }
  const e = read.data;
  return {
    service: e.SERVICE,
    databaseUrl: e.DATABASE_URL,
    readDatabaseUrl: e.READ_DATABASE_URL,
    natsUrl: e.NATS_URL,
    keysDir: e.KEYS_DIR,
    filesDir: e.FILES_DIR,
    headsDir: e.HEADS_DIR,
    headsMinutes: e.HEADS_MINUTES,
    healthPort: e.HEALTH_PORT,
    host: e.HOST,
    port: e.PORT,
    logLevel: e.LOG_LEVEL,
    mode: e.VUNGMANH_MODE,
    ...(e.CLOCK_FILE === undefined ? {} : { clockFile: e.CLOCK_FILE }),
    requestsPerMinute: { account: e.REQUESTS_PER_ACCOUNT ?? generous[e.VUNGMANH_MODE], address: e.REQUESTS_PER_ADDRESS ?? generous[e.VUNGMANH_MODE] },
    ...(e.TRUSTED_PROXIES === undefined ? {} : { trustedProxies: e.TRUSTED_PROXIES.split(',').map((address) => address.trim()) }),
    publicUrl: e.PUBLIC_URL === undefined ? `http://127.0.0.1:${e.PORT}` : new URL(e.PUBLIC_URL).origin,
    oidcPort: e.OIDC_PORT,
    ...(e.OIDC_ADDRESS === undefined ? {} : { oidcAddress: e.OIDC_ADDRESS }),
    ...foreignIssuerOf(e),
  };
}

function foreignIssuerOf(e: z.infer<typeof Environment>): { foreignIssuer?: ForeignIssuer } {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_REDIRECT_URI: redirectUri } = e;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined || redirectUri === undefined) return {};
  return { foreignIssuer: { issuer, clientId, clientSecret, redirectUri } };
}
