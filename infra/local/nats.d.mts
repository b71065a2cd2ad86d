export interface NatsServer {
  readonly binary: string;
  readonly version: string;
  readonly source: string;
}

export function findNatsServer(options?: {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly wellKnown?: readonly string[];
  readonly log?: (line: string) => void;
}): Promise<NatsServer>;
