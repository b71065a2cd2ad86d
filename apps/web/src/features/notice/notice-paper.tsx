import { meetingKindLabel } from '@vungmanh/contracts/meetings/meeting-state';
import type { Meeting } from '@vungmanh/contracts/meetings/meeting';
import { showMinutes } from '../../text/numbers.js';
import { AgendaView } from '../meeting/agenda-view.js';
import { minutesOf } from '../meeting/agenda.js';
import { whenOf } from '../meeting/meeting-title.js';
import './notice.css';

type Told = Pick<Meeting, 'bodyName' | 'kind' | 'coversThematic' | 'topic' | 'plannedOn' | 'startsAt' | 'place' | 'agenda' | 'people' | 'chapters'>;

/** The notice in the words in which members read it. */
export function NoticePaper({ told }: { told: Told }) {
  return (
    <article className="notice-paper">
      <p className="notice-kind">Thông báo</p>
      <p className="notice-title">
        {meetingKindLabel[told.kind]}
        {told.coversThematic && ' kết hợp chuyên đề'}
      </p>
      <p>{told.bodyName} trân trọng kính mời đồng chí dự buổi sinh hoạt:</p>
      <dl className="notice-facts">
        <div>
          <dt>Thời gian</dt>
          <dd className="strong">{whenOf(told)}</dd>
        </div>
        <div>
          <dt>Địa điểm</dt>
          <dd className="strong">{told.place ?? 'Sẽ thông báo sau'}</dd>
        </div>
        {told.topic !== undefined && (
          <div>
            <dt>Chuyên đề</dt>
            <dd>{told.topic}</dd>
          </div>
        )}
      </dl>
      <h2 className="notice-heading">Nội dung{told.agenda.length > 0 && `, khoảng ${showMinutes(minutesOf(told.agenda))}`}</h2>
      <AgendaView agenda={told.agenda} openTasks={0} people={told.people} chapters={told.chapters} />
    </article>
  );
}
