import { vietnamese } from '@vungmanh/contracts/zod-messages';
import { z } from 'zod';

/** `jitless` because probing `Function('')` is reported by our content security policy. */
export function speakVietnamese(): void {
  z.config({ jitless: true, customError: vietnamese });
}
