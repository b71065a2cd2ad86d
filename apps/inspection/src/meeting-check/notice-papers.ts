import { Inject, Injectable } from '@nestjs/common';
import type { CheckCounts, CheckNotice } from '@vungmanh/contracts/inspection/meeting-check';
import { halfYearText, monthsOfHalf } from '@vungmanh/contracts/inspection/meeting-check-state';
import type { NodeTraits } from '@vungmanh/contracts/organization/tree';
import { toDocx } from '@vungmanh/documents/docx';
import type { Paper } from '@vungmanh/documents/paper';
import { issuingName, numberIn, placeName } from '@vungmanh/documents/papers/body-names';
import { cellCheckNoticePaper } from '@vungmanh/documents/papers/cell-check-notice';
import { committeeTerms, type Issuer } from '@vungmanh/documents/papers/issuer';
import { toPdf } from '@vungmanh/documents/pdf';
import { CONFIG, type Config } from '@vungmanh/platform/config';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import { Files } from '@vungmanh/platform/files';
import { refuse } from '@vungmanh/platform/problem';
import { lastOfMonth } from '@vungmanh/regulations/calendar';
import { dayOf } from '@vungmanh/regulations/day-of';
import type { MeetingCheckEntity } from './meeting-check.entity.js';

type Format = 'docx' | 'pdf';

const drawn = { docx: toDocx, pdf: toPdf } as const;
const types: Readonly<Record<Format, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};
const BY = 'service:inspection';

interface Around {
  names: string[];
  traits: NodeTraits;
  secretary: string | null;
}

/** The notice of a check in the prescribed form, drawn when it is asked for: what it is made of does not change after the conclusion. */
@Injectable()
export class NoticePapers {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly files: Files,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async file(check: MeetingCheckEntity, format: Format): Promise<{ fileId: string; name: string; type: string }> {
    const notice = check.notice(this.sealer);
    if (!notice || !check.counts) throw refuse('request/not-found');
    const paper = await this.paper(check, notice, check.counts);
    const { fileId } = await this.files.put([await drawn[format](paper)], { by: BY, type: types[format] });
    return { fileId, name: `Thông báo kiểm tra sinh hoạt chi bộ ${halfYearText(check.half)}.${format}`, type: types[format] };
  }

  private async paper(check: MeetingCheckEntity, notice: CheckNotice, counts: CheckCounts): Promise<Paper> {
    const [around] = await this.db.query<Around>(AROUND_SQL, [check.nodeId, check.concludedAt]);
    if (!around) throw new Error(`The organization of check ${check.id} is not known`);
    const { from, to } = monthsOfHalf(check.half);
    const number = numberIn(check.number);
    const issuedAt = check.publishedAt;
    const of = (count: number): string => `${count}/${counts.cells}`;
    return cellCheckNoticePaper({
      issuer: issuerOf(around),
      simulated: this.config.mode === 'trial',
      ...(number === undefined ? {} : { number }),
      ...(issuedAt === null ? {} : { date: dayOf(issuedAt) }),
      term: halfYearText(check.half),
      period: { from: `${from}-01`, to: lastOfMonth(`${to}-01`) },
      figures: [
        { what: 'Số chi bộ được kiểm tra, đọc sổ biên bản', result: of(counts.recorded) },
        { what: 'Số chi bộ được nghe phản ánh tình hình', result: of(counts.heard) },
        { what: 'Số chi bộ được dự sinh hoạt', result: of(counts.attended) },
      ],
      strengths: notice.strengths,
      weaknesses: notice.weaknesses,
      practices: notice.practices,
      ...(notice.heard === undefined ? {} : { heard: notice.heard }),
      demands: notice.demands.map(({ content, due }) => ({ content, doer: 'Các chi bộ', due })),
      signer: { office: 'Bí thư', ...(around.secretary ? { name: around.secretary } : {}) },
      recipients: ['Các chi bộ trực thuộc'],
    });
  }
}

function issuerOf({ names, traits }: Around): Issuer {
  const [own = '', superior] = names;
  return {
    ...(superior === undefined ? {} : { superior: issuingName(superior, 'CELL') }),
    name: issuingName(own, 'COMMITTEE'),
    place: placeName(names),
    terms: { ...committeeTerms, symbol: traits.symbol },
    seal: traits.hasSeal ? 'own' : 'none',
  };
}

/** The committee as it stood when it concluded. */
const AROUND_SQL = `select n.traits,
    array(select a.name from tree_now t join node_view a on a.id = t.ancestor where t.descendant = $1 order by t.depth) as names,
    (select p.name from body_view b join seat_view s on s.body_id = b.id and s.post = 'SECRETARY' join person_name p on p.person_id = s.person_id
     where b.node_id = $1 and b.kind = 'COMMITTEE' and s.valid_from <= $2::timestamptz::date and (s.valid_to is null or s.valid_to > $2::timestamptz::date)
     limit 1) as secretary
  from node_view n where n.id = $1`;
