import { Injectable } from '@nestjs/common';
import { type CellNotice, downloadCheckNotice, myCheckNotices, readCheckNotice } from '@vungmanh/contracts/inspection/check-notice';
import type { OutputOf } from '@vungmanh/contracts/operation';
import type { Page } from '@vungmanh/contracts/types';
import { Clock } from '@vungmanh/platform/clock';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import { pageOf, readCursor } from '@vungmanh/platform/db/page';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { onListSql } from './find-check.js';
import { MeetingCheckEntity } from './meeting-check.entity.js';
import { NoticePapers } from './notice-papers.js';

interface Row {
  id: string;
  nodeName: string;
  half: string;
  number: string | null;
  publishedAt: Date;
}

/** A published check `c` whose notice was sent to a cell in which the person is enrolled today. */
const toldSql = (personSql: string, todaySql: string): string => `c.state = 'PUBLISHED' and exists (
  select 1 from meeting_check_told t join roster_enrollment e on e.node_id = t.node_id where t.check_id = c.id and e.person_id = ${personSql}
    and e.valid_from <= ${todaySql}::date and (e.valid_to is null or e.valid_to > ${todaySql}::date))`;

/** The notice as all cells of the check read it, secretary and member alike. */
@Injectable()
export class CheckNoticeService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly sealer: Sealer,
    private readonly papers: NoticePapers,
  ) {}

  @Rpc(myCheckNotices)
  async mine(call: Call<typeof myCheckNotices>): Promise<Page<CellNotice>> {
    const { cursor, limit } = call.input;
    const params: unknown[] = [call.actor.person, this.clock.today()];
    const p = (value: unknown): string => `$${params.push(value)}`;
    const [at, id] = readCursor(cursor, 2) ?? [];
    const afterSql = at === undefined ? 'true' : `(c.published_at, c.id) < (${p(at)}::timestamptz, ${p(id)}::uuid)`;
    const rows = await this.rows(`${toldSql('$1', '$2')} and ${afterSql} order by c.published_at desc, c.id desc limit ${p(limit + 1)}`, params);
    return pageOf(rows, limit, (n) => [n.publishedAt, n.id]);
  }

  @Rpc(readCheckNotice)
  async read(call: Call<typeof readCheckNotice>): Promise<OutputOf<typeof readCheckNotice>> {
    const { checkId } = call.input;
    const [row] = await this.rows(`c.id = $3 and ${toldSql('$1', '$2')}`, [call.actor.person, this.clock.today(), checkId]);
    const check = row && (await this.find(checkId));
    const notice = check?.notice(this.sealer);
    if (!row || !notice || !check?.counts) throw refuse('request/not-found');
    return { ...row, notice, counts: check.counts };
  }

  @Rpc(downloadCheckNotice)
  async download(call: Call<typeof downloadCheckNotice>): Promise<OutputOf<typeof downloadCheckNotice>> {
    const { checkId, format } = call.input;
    const params = [call.actor.person, this.clock.today(), checkId];
    const found = await this.db.query(
      `select 1 as found from meeting_check c where c.id = $3
         and (c.state in ('CONCLUDED', 'PUBLISHED') and ${onListSql('c.id', '$1')} or ${toldSql('$1', '$2')})`,
      params,
    );
    const check = found.length === 0 ? undefined : await this.find(checkId);
    if (!check) throw refuse('request/not-found');
    return this.papers.file(check, format);
  }

  private find(id: string): Promise<MeetingCheckEntity | null> {
    return this.db.load((manager) => manager.findOneBy(MeetingCheckEntity, { id }));
  }

  private async rows(whereSql: string, params: unknown[]): Promise<CellNotice[]> {
    const rows = await this.db.query<Row>(
      `select c.id, n.name as "nodeName", c.half, c.number, c.published_at as "publishedAt"
       from meeting_check c join node_view n on n.id = c.node_id where ${whereSql}`,
      params,
    );
    return rows.map(({ number, publishedAt, ...row }) => ({
      ...row,
      publishedAt: publishedAt.toISOString(),
      ...(number === null ? {} : { number }),
    }));
  }
}
