/** What Jest gives its teardown. */
interface GlobalConfig {
  readonly testPathPatterns?: { readonly patterns: readonly string[] };
}

export function commandsNotShown(globalConfig: GlobalConfig): string[];
