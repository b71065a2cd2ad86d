/** Where a service's database is reached, by its owner, by the application and by who only reads. */
interface ServiceUrls {
  readonly database: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly readUrl: string;
}

/** What `prepareDatabases` reads of infra/platform.json. */
interface PlatformDatabases {
  readonly postgres: {
    readonly extensions: readonly string[];
    readonly appRole: Readonly<Record<string, string>>;
    readonly readRole: Readonly<Record<string, string>>;
  };
  readonly services: readonly {
    readonly name: string;
    readonly database?: { readonly name: string; readonly owner: string; readonly app: string; readonly read: string };
  }[];
}

export function prepareDatabases(
  adminUrl: string,
  platform: PlatformDatabases,
  options?: { readonly prefix?: string; readonly secretsFile?: string },
): Promise<Readonly<Record<string, ServiceUrls>>>;
