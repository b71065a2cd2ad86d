import { Injectable } from '@nestjs/common';
import { newId } from '@vungmanh/contracts/new-id';
import {
  amendStudyCampaign,
  cancelStudyCampaign,
  cascadeStudyCampaign,
  catchUpStudyCampaign,
  closeStudyCampaign,
  openStudyCampaign,
  type StudyCampaignLine,
  type StudyOrder,
} from '@vungmanh/contracts/training/study-campaign';
import { Clock } from '@vungmanh/platform/clock';
import { Db } from '@vungmanh/platform/db/db';
import type { Tx } from '@vungmanh/platform/db/tx';
import { namesSecret } from '@vungmanh/platform/names-secret';
import { fail } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { addLevels, followTree, moveDeadlines, releaseLevels } from './all-levels.js';
import { campaignLine } from './campaign-line.js';
import { lockCampaign } from './find-study.js';
import { StudyCampaignEntity } from './study-campaign.entity.js';
import { areDeadlines } from './study.rules.js';
import { tellLevels } from './study-told.js';

type Leading =
  | typeof amendStudyCampaign
  | typeof cascadeStudyCampaign
  | typeof catchUpStudyCampaign
  | typeof closeStudyCampaign
  | typeof cancelStudyCampaign;

/** The course of a campaign, led by who plans for the organization and everything below it. */
@Injectable()
export class StudyCampaignService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  @Rpc(openStudyCampaign)
  async open(call: Call<typeof openStudyCampaign>): Promise<StudyCampaignLine> {
    const { nodeId } = call.input;
    const order = this.orderOf(call);
    const today = this.clock.today();
    return this.db.commit(call, async (tx) => {
      const campaign = StudyCampaignEntity.open({ id: newId(this.clock.millis()), nodeId, order, openedOn: today });
      await tx.insert(campaign);
      tx.about({ node: nodeId, target: campaign.id });
      return campaignLine(tx, campaign, today);
    });
  }

  @Rpc(amendStudyCampaign)
  async amend(call: Call<typeof amendStudyCampaign>): Promise<StudyCampaignLine> {
    return this.apply(call, async (tx, campaign) => {
      const replaced = campaign.amend(this.orderOf(call), call.input.because);
      if (replaced === undefined) return;
      await tx.query(
        `insert into study_amendment (campaign_id, number, made_on, because, before)
         select $1, count(*) + 1, $2, $3, $4 from study_amendment where campaign_id = $1`,
        [campaign.id, this.clock.today(), replaced.because, JSON.stringify(replaced.before)],
      );
      const moved = await moveDeadlines(tx, campaign);
      const added = await addLevels(tx, campaign);
      tellLevels(tx, campaign.state, [...moved, ...added]);
    });
  }

  @Rpc(cascadeStudyCampaign)
  cascade(call: Call<typeof cascadeStudyCampaign>): Promise<StudyCampaignLine> {
    return this.apply(call, async (tx, campaign) => {
      campaign.cascade(this.clock.today());
      const reached = await addLevels(tx, campaign);
      if (reached.length === 0) throw fail(cascadeStudyCampaign, 'training/study-nobody');
      tellLevels(tx, campaign.state, reached);
    });
  }

  @Rpc(catchUpStudyCampaign)
  catchUp(call: Call<typeof catchUpStudyCampaign>): Promise<StudyCampaignLine> {
    return this.apply(call, async (tx, campaign) => {
      campaign.check('catch-up');
      await catchUp(tx, campaign);
    });
  }

  @Rpc(closeStudyCampaign)
  close(call: Call<typeof closeStudyCampaign>): Promise<StudyCampaignLine> {
    const { conclusion, because } = call.input;
    return this.apply(call, async (tx, campaign) => {
      const open = await releaseLevels(tx, campaign);
      campaign.close({ conclusion, because, unfinished: open.length }, this.clock.today());
      tellLevels(tx, campaign.state, open);
    });
  }

  @Rpc(cancelStudyCampaign)
  cancel(call: Call<typeof cancelStudyCampaign>): Promise<StudyCampaignLine> {
    return this.apply(call, async (tx, campaign) => {
      campaign.cancel(call.input.because, this.clock.today());
      tellLevels(tx, campaign.state, await releaseLevels(tx, campaign));
    });
  }

  private orderOf({ contract, input }: Call<typeof openStudyCampaign> | Call<typeof amendStudyCampaign>): StudyOrder {
    const { paper, deadlines, requirement } = input;
    if (namesSecret(`${paper.number} ${paper.subject}`)) throw fail(contract, 'training/secret-document');
    if (paper.issuedOn > this.clock.today()) throw fail(contract, 'training/study-paper-later');
    if (!areDeadlines(input)) throw fail(contract, 'training/study-deadlines');
    return { paper, deadlines, ...(requirement === undefined ? {} : { requirement }) };
  }

  private apply(call: Call<Leading>, act: (tx: Tx, campaign: StudyCampaignEntity) => Promise<void>): Promise<StudyCampaignLine> {
    return this.db.commit(call, async (tx) => {
      const campaign = await lockCampaign(tx, call, call.input.campaignId);
      tx.expectVersion(call, campaign);
      tx.about({ node: campaign.nodeId, target: campaign.id });
      await act(tx, campaign);
      await tx.update(campaign);
      return campaignLine(tx, campaign, this.clock.today());
    });
  }
}

/** Brings one campaign in line with the tree of today. */
export async function catchUp(tx: Tx, campaign: StudyCampaignEntity): Promise<void> {
  const changed = await followTree(tx, campaign);
  const added = await addLevels(tx, campaign);
  tellLevels(tx, campaign.state, [...changed, ...added]);
}
