import type { Meeting } from '@vungmanh/contracts/meetings/meeting';
import { useState } from 'react';
import { showMinutes } from '../../text/numbers.js';
import { Button } from '../../ui/button.js';
import { Card, Facts } from '../../ui/card.js';
import { AgendaView } from './agenda-view.js';
import { minutesOf } from './agenda.js';
import { whenOf } from './meeting-title.js';
import { nameIn } from './people.js';
import { PreparationForm } from './preparation-form.js';

/** Time, place, people and agenda: a form while nothing is set, then what was set with a button to change it. */
export function PreparationCard({ meeting }: { meeting: Meeting }) {
  const [editing, setEditing] = useState(false);
  const may = meeting.may.includes('prepare');
  const isSet = meeting.agenda.length > 0;
  const form = may && (editing || !isSet);
  return (
    <div id="chuan-bi" className="anchor">
      <Card
        title="Chuẩn bị: thời gian, địa điểm, chương trình"
        aside={
          may &&
          !form && (
            <Button size="small" icon="edit" onClick={() => setEditing(true)}>
              Sửa
            </Button>
          )
        }
      >
        {form ? (
          <PreparationForm key={meeting.version} meeting={meeting} onDone={isSet ? () => setEditing(false) : undefined} />
        ) : isSet ? (
          <div className="stack">
            <Facts
              items={[
                ['Thời gian', whenOf(meeting)],
                ['Địa điểm', meeting.place],
                ['Chủ trì', nameIn(meeting.people, meeting.chairId)],
                ['Người ghi biên bản', nameIn(meeting.people, meeting.minuteTakerId)],
                ['Chuyên đề', meeting.topic],
                ['Thời lượng dự kiến', showMinutes(minutesOf(meeting.agenda))],
              ]}
            />
            {!meeting.may.includes('give-notice') && (
              <AgendaView agenda={meeting.agenda} openTasks={meeting.openTasks.length} people={meeting.people} chapters={meeting.chapters} />
            )}
          </div>
        ) : (
          <p className="soft">Chưa soạn chương trình.</p>
        )}
      </Card>
    </div>
  );
}
