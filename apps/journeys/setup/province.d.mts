import type { RunningPlatform } from '../../../infra/local/platform.mjs';

export function startProvince(
  dataDir: string,
  more?: Readonly<Record<string, string>>,
): Promise<{ platform: RunningPlatform; provinceId: string; clockFile: string }>;
