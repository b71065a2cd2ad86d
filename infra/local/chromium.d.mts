/** What playwright's `chromium.launch` needs. */
export interface Chromium {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
  readonly source: string;
}

export function findChromium(options?: {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly installed?: readonly string[];
}): Promise<Chromium | undefined>;
