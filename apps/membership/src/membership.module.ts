import { Module } from '@nestjs/common';
import { ListService } from './member/list.service.js';
import { MemberService } from './member/member.service.js';
import { MemberStore } from './member/member.store.js';
import { RecordQueries } from './member/record.queries.js';
import { RecordService } from './member/record.service.js';
import { RosterService } from './roster/roster.service.js';

@Module({ providers: [MemberService, RecordService, ListService, RosterService, MemberStore, RecordQueries] })
export class MembershipModule {}
