import { Injectable } from '@nestjs/common';
import {
  changeStatus,
  correctMember,
  endExemption,
  endTemporaryEnrollment,
  endWorkingAway,
  enrollTemporarily,
  enterMember,
  grantExemption,
  recordWorkingAway,
  transferMember,
  type MemberVersion,
} from '@vungmanh/contracts/membership/member-change';
import { fail, refuse } from '@vungmanh/platform/problem';
import type { Call } from '@vungmanh/platform/rpc/call';
import { Rpc } from '@vungmanh/platform/rpc/rpc';
import { MemberRecord } from './member-record.js';
import { MemberStore } from './member.store.js';
import { PersonEntity } from './person.entity.js';

/** What changes the record of a member; each change with its dates. */
@Injectable()
export class MemberService {
  constructor(private readonly store: MemberStore) {}

  @Rpc(enterMember)
  enter(call: Call<typeof enterMember>): Promise<MemberVersion> {
    const { input } = call;
    return this.store.enter(call, async (tx) => {
      if (!(await this.store.isCell(tx, input.nodeId))) throw fail(enterMember, 'membership/not-a-cell');
      const { id } = this.store.act;
      const record = new MemberRecord(PersonEntity.enter(id, input, this.store.sealer), { statuses: [], enrollments: [], exemptions: [], away: [] });
      record.enter(this.store.act, { ...input, officialId: this.store.act.id });
      return record;
    });
  }

  @Rpc(correctMember)
  correct(call: Call<typeof correctMember>): Promise<MemberVersion> {
    const { input } = call;
    return this.store.change(call, (record) => {
      if (input.admittedOn !== undefined) record.readmit(this.store.act, input.admittedOn);
      record.person.describe(input, this.store.sealer);
    });
  }

  @Rpc(changeStatus)
  changeStatus(call: Call<typeof changeStatus>): Promise<MemberVersion> {
    return this.store.change(call, (record) => record.changeStatus(this.store.act, call.input));
  }

  @Rpc(transferMember)
  transfer(call: Call<typeof transferMember>): Promise<MemberVersion> {
    const { toNodeId, from, letterNumber } = call.input;
    return this.store.change(call, async (record, tx) => {
      if (!(await this.store.isCell(tx, toNodeId))) throw fail(transferMember, 'membership/not-a-cell');
      record.transfer(this.store.act, { nodeId: toNodeId, from, letterNumber });
    });
  }

  @Rpc(enrollTemporarily)
  enrollTemporarily(call: Call<typeof enrollTemporarily>): Promise<MemberVersion> {
    const { toNodeId, from, to } = call.input;
    return this.store.change(call, async (record, tx) => {
      if (!(await this.store.isCell(tx, toNodeId))) throw fail(enrollTemporarily, 'membership/not-a-cell');
      record.enrollTemporarily(this.store.act, { nodeId: toNodeId, from, to });
    });
  }

  @Rpc(grantExemption)
  exempt(call: Call<typeof grantExemption>): Promise<MemberVersion> {
    return this.store.change(call, (record) => record.exempt(this.store.act, call.input));
  }

  @Rpc(recordWorkingAway)
  goAway(call: Call<typeof recordWorkingAway>): Promise<MemberVersion> {
    return this.store.change(call, (record) => record.goAway(this.store.act, call.input));
  }

  @Rpc(endTemporaryEnrollment)
  endTemporaryEnrollment(call: Call<typeof endTemporaryEnrollment>): Promise<MemberVersion> {
    return this.end(call, 'enrollments');
  }

  @Rpc(endExemption)
  endExemption(call: Call<typeof endExemption>): Promise<MemberVersion> {
    return this.end(call, 'exemptions');
  }

  @Rpc(endWorkingAway)
  endWorkingAway(call: Call<typeof endWorkingAway>): Promise<MemberVersion> {
    return this.end(call, 'away');
  }

  private end(call: Call<typeof endExemption>, list: 'enrollments' | 'exemptions' | 'away'): Promise<MemberVersion> {
    const { periodId, to } = call.input;
    return this.store.change(call, (record) => {
      if (!record.end(list, periodId, to)) throw refuse('request/not-found');
    });
  }
}
