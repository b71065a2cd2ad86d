/** What `startPlatform` may be told; see platform.mjs. */
export interface PlatformOptions {
  readonly dataDir: string;
  /** 0 takes a free one. */
  readonly port?: number;
  /** Gives up durability: tests only. */
  readonly fast?: boolean;
  readonly scale?: 'demo' | 'province' | 'none';
  readonly log?: (line: string) => void;
  /** DATABASE_URL, NATS_URL, LOG_LEVEL, VUNGMANH_MODE and the machine's own variables; the process's by default. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Goes before database and role names on a shared server. */
  readonly prefix?: string;
  readonly signal?: AbortSignal;
  /** Where `<service>/dist` lies; the repository's `apps` by default. */
  readonly apps?: string;
}

export interface RunningProcess {
  /** Another one after a crash. */
  readonly pid: number;
  readonly healthUrl: string;
  readonly logFile: string;
  readonly databaseUrl: string;
  readonly readDatabaseUrl: string;
  readonly ownerUrl: string;
  /** Drains and ends it for good; `kill` it by its pid to see it come back. */
  stop(): Promise<void>;
  /** Runs another program of its `dist` with its environment; answers what it printed. */
  run(program: string, ...args: string[]): Promise<string>;
}

export interface RunningPlatform {
  readonly baseUrl: string;
  readonly about: { readonly postgres: string; readonly nats: string };
  readonly urls: { readonly admin: string; readonly nats: string; readonly natsMonitor?: string };
  readonly directories: { readonly keys: string; readonly files: string; readonly heads: string; readonly logs: string };
  readonly services: Readonly<
    Record<'gateway' | 'identity' | 'organization' | 'membership' | 'meetings' | 'inspection' | 'training', RunningProcess>
  >;
  stop(): Promise<void>;
}

export function startPlatform(options: PlatformOptions): Promise<RunningPlatform>;
