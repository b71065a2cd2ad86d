/** One release and the sums of its archives, by `<platform>-<arch>`. */
export interface Release {
  readonly version: string;
  readonly archives: Readonly<Record<string, { readonly name: string; readonly sha256: string }>>;
}

export function fetchRelease(cache: string, from?: { readonly base?: string; readonly release?: Release }): Promise<string>;
