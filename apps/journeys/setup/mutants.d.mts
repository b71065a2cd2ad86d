interface Mutant {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

export const mutants: readonly Mutant[];
export const layers: readonly Mutant[];
export const ROWS_ALONE: string;
export const WITHOUT_GUARD: string;
export function mutated(source: string, file: string, name: string): string;
export function builtFile(file: string): URL;
