import { Injectable } from '@nestjs/common';
import { Clock } from '@vungmanh/platform/clock';
import { Sealer } from '@vungmanh/platform/crypto/sealer';
import { Db } from '@vungmanh/platform/db/db';
import { againstOf, namedIn, seatedIn, type CellMember, type SeatedIn } from './cell-grades.js';
import type { Against } from './judge-sheet.js';

/** The grades of a cell's quarter with all that a sheet is held against, for who sits in its committee today. */
@Injectable()
export class GradeView {
  constructor(
    private readonly db: Db,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  async of(supervisionId: string, person: string | undefined): Promise<{ seated: SeatedIn; members: CellMember[]; against: Against }> {
    const today = this.clock.today();
    const seated = await seatedIn(this.db, { supervisionId, person, today });
    const members = await namedIn(this.db, supervisionId);
    return { seated, members, against: await againstOf(this.db, this.sealer, { supervisionId, today, ...seated }, members) };
  }
}
