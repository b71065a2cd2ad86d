import type { Citation, CitedChapter } from '@vungmanh/contracts/meetings/citation';
import type { Vote } from '@vungmanh/contracts/meetings/vote';
import type { BodyKind, Post } from '@vungmanh/contracts/organization/body';
import type { NodeTraits } from '@vungmanh/contracts/organization/tree';
import type { PersonAtWork } from '@vungmanh/documents/papers/minutes-input';
import { issuingName, officeText, placeName, signingOffice } from '@vungmanh/documents/papers/body-names';
import { cellTerms, committeeTerms, type Issuer, type Signer } from '@vungmanh/documents/papers/issuer';
import { addMonthsTo } from '@vungmanh/regulations/calendar';
import { citedSql } from '../handbook/citable.js';
import type { MeetingEntity } from '../meeting/meeting.entity.js';
import type { Reader } from '../roster/roster-of.js';
import { votesOf } from '../vote/votes-of.js';

interface Around {
  kind: BodyKind;
  names: string[];
  traits: NodeTraits;
  seats: { personId: string; post: Post }[];
  followers: string[];
  documents: string[];
  chapters: CitedChapter[];
  people: { id: string; name: string; birthYear: number | null }[];
}

/** A task of an earlier resolution, as the table of results prints it. */
export interface EarlierTask {
  readonly content: string;
  readonly doer: string;
  readonly deadline: string;
  readonly state: string;
  readonly result: string | null;
}

/** What papers of one meeting are made of beside its own rows. */
export class PaperFacts {
  constructor(
    readonly meeting: MeetingEntity,
    private readonly around: Around,
    /** Marks the paper as that of a trial. */
    readonly simulated: boolean,
  ) {}

  get bodyKind(): BodyKind {
    return this.around.kind;
  }

  get documents(): readonly string[] {
    return this.around.documents;
  }

  /** What an item of the agenda cites: 'ST-02 “Đảng phí” (bản 1)'. */
  cited(citations: readonly Citation[] = []): string[] {
    return citations.flatMap(({ chapterId, edition }) => {
      const chapter = this.around.chapters.find((one) => one.id === chapterId && one.edition === edition);
      return chapter ? [`${chapter.code} “${chapter.title}” (bản ${edition})`] : [];
    });
  }

  get followers(): readonly string[] {
    return this.around.followers.map((id) => this.name(id));
  }

  /** Everybody whom a paper of the meeting may name. */
  get personIds(): string[] {
    return this.around.people.map((p) => p.id);
  }

  get issuer(): Issuer {
    const { kind, names, traits } = this.around;
    const [own = '', superior] = names;
    const terms = kind === 'CELL' ? cellTerms : committeeTerms;
    return {
      ...(superior === undefined ? {} : { superior: issuingName(superior, 'CELL') }),
      name: issuingName(own, kind),
      place: placeName(names),
      terms: { ...terms, symbol: traits.symbol },
      seal: traits.hasSeal ? 'own' : superior === undefined ? 'none' : 'superior',
    };
  }

  name(personId: string | null | undefined): string {
    return this.around.people.find((p) => p.id === personId)?.name ?? '';
  }

  birthYear(personId: string): number | undefined {
    return this.around.people.find((p) => p.id === personId)?.birthYear ?? undefined;
  }

  atWork(personId: string | null): PersonAtWork {
    const post = this.post(personId);
    return { name: this.name(personId), ...(post === undefined ? {} : { office: officeText(post, this.bodyKind) }) };
  }

  /** Whoever chaired, if their office lets them sign for the body, else its secretary. */
  get signer(): Signer {
    const chairs = signingOffice[this.post(this.meeting.chairId) ?? 'MEMBER'];
    if (chairs !== undefined) return { office: chairs, name: this.name(this.meeting.chairId) };
    const secretary = this.around.seats.find((s) => s.post === 'SECRETARY');
    return { office: 'Bí thư', ...(secretary ? { name: this.name(secretary.personId) } : {}) };
  }

  private post(personId: string | null): Post | undefined {
    return this.around.seats.find((s) => s.personId === personId)?.post;
  }
}

/** Reads what stands around a meeting whose scope has been checked; `more` are further people whom the paper names. */
export async function paperFacts(
  reader: Reader,
  meeting: MeetingEntity,
  { more, simulated }: { more: readonly string[]; simulated: boolean },
): Promise<PaperFacts> {
  const named = [meeting.chairId, meeting.minuteTakerId, ...meeting.agenda.map((a) => a.presenterId), ...more];
  const [around] = await reader.query<Around>(AROUND_SQL, [
    meeting.bodyId,
    meeting.nodeId,
    meeting.id,
    meeting.day,
    named.filter((id) => id !== null && id !== undefined),
    JSON.stringify(meeting.agenda),
  ]);
  if (!around) throw new Error(`Meeting ${meeting.id} belongs to a body that is not known`);
  return new PaperFacts(meeting, around, simulated);
}

const AROUND_SQL = `
  with seat as (
    select person_id, post from seat_view where body_id = $1 and valid_from <= $4::date and (valid_to is null or valid_to > $4::date)
  ), follower as (
    select person_id from follower_view where body_id = $1 and valid_from <= $4::date and (valid_to is null or valid_to > $4::date)
  )
  select b.kind, n.traits,
    array(select a.name from tree_now t join node_view a on a.id = t.ancestor where t.descendant = $2 order by t.depth) as names,
    (select coalesce(jsonb_agg(jsonb_build_object('personId', person_id, 'post', post)), '[]') from seat) as seats,
    array(select person_id from follower) as followers,
    array(select d.name from meeting_document d where d.meeting_id = $3 order by d.id) as documents,
    ${citedSql('$6::jsonb')} as chapters,
    (select coalesce(jsonb_agg(jsonb_build_object('id', p.person_id, 'name', p.name, 'birthYear', p.birth_year)), '[]') from person_name p
       where p.person_id = any($5::uuid[]) or p.person_id in (select person_id from follower)
          or p.person_id in (select person_id from seat where post = 'SECRETARY')) as people
  from body_view b join node_view n on n.id = b.node_id where b.id = $1`;

/** Tasks of the resolutions before this meeting that were open in the month before it or ended since, the soonest deadline first. */
export function earlierTasks(reader: Reader, meeting: MeetingEntity): Promise<EarlierTask[]> {
  return reader.query<EarlierTask>(
    `select t.content, t.deadline::text, t.state, t.result, case when t.doer_is_body then '' else coalesce(
       (select string_agg(p.name, ', ' order by p.sort_key) from person_name p where p.person_id = any(t.doer_ids)), '') end as doer
     from task t join meeting o on o.id = t.meeting_id
     where t.body_id = $1 and o.id <> $2 and coalesce(o.held_on, o.planned_on) < $3::date and t.state <> 'CANCELLED'
       and (t.verified_at is null or t.verified_at >= ($4::date)::timestamp at time zone 'Asia/Ho_Chi_Minh')
     order by t.deadline, t.id limit 100`,
    [meeting.bodyId, meeting.id, meeting.day, `${addMonthsTo(meeting.month, -1)}-01`],
  );
}

/** The vote by which a resolution was adopted. */
export async function adoptingVote(reader: Reader, meetingId: string, voteId: string | null): Promise<Vote | undefined> {
  return (await votesOf(reader, meetingId)).find((v) => v.id === voteId);
}
