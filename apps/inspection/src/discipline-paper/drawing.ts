import { Inject, Injectable } from '@nestjs/common';
import { toDocx } from '@vungmanh/documents/docx';
import type { Paper } from '@vungmanh/documents/paper';
import { toPdf } from '@vungmanh/documents/pdf';
import { Clock } from '@vungmanh/platform/clock';
import { CONFIG, type Config } from '@vungmanh/platform/config';
import { Files } from '@vungmanh/platform/files';

const drawn = { docx: toDocx, pdf: toPdf } as const;
export const paperTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;

/** Draws a paper into a file that dies after a day. */
@Injectable()
export class Drawing {
  constructor(
    private readonly files: Files,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  get today(): string {
    return this.clock.today();
  }

  get simulated(): boolean {
    return this.config.mode === 'trial';
  }

  async file(paper: Paper, format: keyof typeof drawn): Promise<string> {
    return (await this.files.put([await drawn[format](paper)], { by: 'service:inspection', type: paperTypes[format] })).fileId;
  }
}
