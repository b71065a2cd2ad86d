declare function teardown(globalConfig: { readonly testPathPatterns?: { readonly patterns: readonly string[] } }): Promise<void>;

export { teardown as default };
