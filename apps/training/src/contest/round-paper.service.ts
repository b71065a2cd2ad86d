import { Inject, Injectable } from '@nestjs/common';
import type { OutputOf } from '@vungmanh/contracts/operation';
import { roundLevelLabel } from '@vungmanh/contracts/training/contest';
import { type ContestRound, downloadRoundPaper, jurorRoleLabel, roundPaperLabel } from '@vungmanh/contracts/training/contest-round';
import { toDocx } from '@vungmanh/documents/docx';
import { numberIn } from '@vungmanh/documents/papers/body-names';
import { contestPaper, type ContestPaperInput } from '@vungmanh/documents/papers/contest';
import type { SentPaper } from '@vungmanh/documents/papers/parts';
import { toPdf } from '@vungmanh/documents/pdf';
import { CONFIG, type Config } from '@vungmanh/platform/config';
import { Db } from '@vungmanh/platform/db/db';
import { IssuedPapers, paperTypes } from '@vungmanh/platform/issued-papers';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { issuingOf } from '../class-paper/issuing.js';
import { RoundReading } from './round-reading.js';

const drawn = { docx: toDocx, pdf: toPdf } as const;

/** Minutes of the jury and the list of results in the prescribed form, drawn from what was fixed when the round was closed. */
@Injectable()
export class RoundPaperService {
  constructor(
    private readonly db: Db,
    private readonly reading: RoundReading,
    private readonly papers: IssuedPapers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Rpc(downloadRoundPaper)
  async download(call: Call<typeof downloadRoundPaper>): Promise<OutputOf<typeof downloadRoundPaper>> {
    const { roundId, kind, format } = call.input;
    const found = await this.reading.of(call, roundId);
    if (found.state !== 'CLOSED') throw fail(downloadRoundPaper, 'training/paper-not-ready');
    const [closed] = await this.db.query<{ on: string }>('select closed_on::text as "on" from contest_round where id = $1', [roundId]);
    const date = closed?.on ?? found.heldOn;
    const number = numberIn(kind === 'MINUTES' ? found.minutesNumber : found.resultNumber);
    const paper = contestPaper(kind === 'MINUTES' ? 'minutes' : 'results', {
      ...(await issuingOf(this.db, found.nodeId, date)),
      simulated: this.config.mode === 'trial',
      date,
      ...(number === undefined ? {} : { number }),
      recipients: ['Các tổ chức đảng có người dự thi'],
      ...contentOf(found),
    });
    return {
      fileId: await this.papers.passing(format, await drawn[format](paper)),
      name: `${roundPaperLabel[kind]}.${format}`,
      type: paperTypes[format],
    };
  }
}

type Content = Omit<ContestPaperInput, keyof SentPaper>;

const contentOf = ({ contest, title, level, heldOn, place, jury, entries }: ContestRound): Content => ({
  contest: contest.title,
  ground: contest.ground,
  round: title,
  level: roundLevelLabel[level],
  heldOn,
  place,
  criteria: contest.criteria.map(({ key, label, max }) => ({ key, label, max })),
  jury: jury.map(({ name, role }) => ({ name, role: jurorRoleLabel[role] })),
  entries: entries.flatMap(({ name, nodeName, result }) => (result ? [{ ...result, name, unit: nodeName }] : [])),
});
