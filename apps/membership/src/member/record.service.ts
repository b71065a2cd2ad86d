import { Injectable } from '@nestjs/common';
import { getMember, myRecord, type Member } from '@vungmanh/contracts/membership/member';
import { maskedFields } from '@vungmanh/contracts/privacy/register';
import { ReadTrail } from '@vungmanh/platform/db/read-trail';
import { refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { Grants } from '@vungmanh/platform/scope/grants';
import { RecordQueries } from './record.queries.js';
import { masked } from './member.rules.js';

/** Reading a member's record: every reading leaves a trace that the member can see. */
@Injectable()
export class RecordService {
  constructor(
    private readonly records: RecordQueries,
    private readonly grants: Grants,
    private readonly trail: ReadTrail,
  ) {}

  @Rpc(getMember)
  async get(call: Call<typeof getMember>): Promise<Member> {
    const { scope, input, actor } = call;
    const { member, editable } = await this.records.find(input.personId, scope, await this.grants.scope(actor, 'membership:edit'));
    await this.trail.recordRead(call, { persons: [member.id], node: member.nodeId });
    return editable ? member : hidden(member);
  }

  @Rpc(myRecord)
  async mine(call: Call<typeof myRecord>): Promise<Member> {
    const { person } = call.actor;
    if (person === undefined) throw refuse('request/forbidden');
    const { member } = await this.records.find(person);
    await this.trail.recordRead(call, { persons: [member.id], node: member.nodeId });
    return member;
  }
}

/** What the register of personal data says is masked. */
function hidden(member: Member): Member {
  const shown = { ...member };
  for (const field of maskedFields) {
    const whole = member[field];
    if (whole !== undefined) shown[field] = masked(whole);
  }
  return shown;
}
