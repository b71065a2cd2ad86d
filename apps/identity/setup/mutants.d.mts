interface Mutant {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly by: string;
}

export const mutants: readonly Mutant[];
export function lostMutants(): string[];
