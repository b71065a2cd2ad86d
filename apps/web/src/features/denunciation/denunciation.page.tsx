import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type Denunciation, getDenunciation } from '@vungmanh/contracts/inspection/denunciation';
import {
  denunciationNoteLabel,
  denunciationStateLabel,
  denunciationWayLabel,
  itemResultLabel,
} from '@vungmanh/contracts/inspection/denunciation-state';
import { ask } from '../../api/queries.js';
import { showDate, showDue, showInstant } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Card, Facts } from '../../ui/card.js';
import { Note, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import '../discipline/discipline.css';
import { bodyText } from '../discipline/discipline-text.js';
import { DenunciationActs } from './denunciation-acts.js';
import { DenunciationPeople } from './denunciation-people.js';
import { DenunciationPapers } from './denunciation-papers.js';
import { stateTone } from './denunciation-text.js';
import { VaultCard } from './vault-card.js';

const route = getRouteApi('/app/denunciations/$denunciationId');

function Items({ found }: { found: Denunciation }) {
  return (
    <Card title="Nội dung tố cáo">
      <ol className="discipline-list">
        {found.items.map((item, i) => (
          <li key={item.id} className="stack tight">
            <span className="row apart">
              <span className="strong">Nội dung {i + 1}</span>
              {item.result && <Badge tone={item.result === 'VIOLATION' ? 'late' : 'plain'}>{itemResultLabel[item.result]}</Badge>}
            </span>
            <p className="pre-line">{item.text}</p>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Notes({ found }: { found: Denunciation }) {
  if (found.notes.length === 0) return null;
  return (
    <Card title="Diễn biến">
      <ul className="discipline-list">
        {found.notes.map((note) => (
          <li key={note.id} className="stack tight">
            <span className="strong">{denunciationNoteLabel[note.kind]}</span>
            <p className="pre-line">{note.text}</p>
            <span className="soft small">
              {note.by} · {showInstant(note.at)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function View({ found }: { found: Denunciation }) {
  const mine = found.parts.includes('SUBJECT');
  const { acceptedOn, dueOn, settledOn, way, signed } = found;
  return (
    <>
      {mine && (
        <Note title="Nội dung này nói về đồng chí">
          <p>Đồng chí được giải trình từng nội dung. Trong khi chờ kết luận, đồng chí giữ đầy đủ quyền của mình.</p>
        </Note>
      )}
      <DenunciationActs found={found} />
      <div className="discipline-page">
        <div className="stack loose">
          <Items found={found} />
          <Notes found={found} />
        </div>
        <div className="stack loose">
          <Card title="Thời hạn">
            <div className="stack">
              <Facts
                items={[
                  ['Ngày nhận', showDate(found.receivedOn)],
                  ['Cách nhận', way && denunciationWayLabel[way]],
                  ['Ký tên', signed === undefined ? undefined : signed ? 'Có ký tên' : 'Không ký tên'],
                  ['Ngày thụ lý', acceptedOn && showDate(acceptedOn)],
                  ['Số thông báo', found.papers.find((paper) => paper.kind === 'ACCEPTANCE')?.number],
                  ['Số kết luận', found.papers.find((paper) => paper.kind === 'CONCLUSION')?.number],
                  ['Hạn giải quyết', dueOn && (settledOn === undefined ? `${showDate(dueOn)} · ${showDue(dueOn)}` : showDate(dueOn))],
                  ['Gia hạn', found.extended ? 'Đã gia hạn một lần' : undefined],
                  ['Ngày kết luận', settledOn && showDate(settledOn)],
                  ['Người bị tố cáo', mine || found.personId === undefined ? undefined : found.told ? 'Đã được thông báo' : 'Chưa được thông báo'],
                ]}
              />
              {found.rule !== undefined && <p className="soft small">{found.rule}</p>}
            </div>
          </Card>
          <DenunciationPapers found={found} />
          {!mine && <VaultCard found={found} />}
          <DenunciationPeople found={found} />
        </div>
      </div>
    </>
  );
}

/** One denunciation for whoever stands on its lists: what, by when, what came of it; who denounces is not here. */
export function DenunciationPage() {
  const { denunciationId } = route.useParams();
  const found = useQuery({ ...ask(getDenunciation, { denunciationId }), refetchOnWindowFocus: false, refetchOnReconnect: false });
  const one = found.data;
  const mine = one?.parts.includes('SUBJECT') === true;
  return (
    <Page
      title={one ? `Tố cáo: ${one.name}` : 'Hồ sơ tố cáo'}
      crumbs={
        <Crumbs>
          {[
            mine ? (
              <Link key="mine" to="/my/record">
                Hồ sơ của tôi
              </Link>
            ) : (
              <Link key="all" to="/discipline" search={{ view: 'denunciations' }}>
                Kỷ luật đảng, tố cáo
              </Link>
            ),
          ]}
        </Crumbs>
      }
      about={
        one && (
          <span className="row">
            {bodyText(one.actor, one.nodeName)}
            <Badge tone={stateTone[one.state]}>{denunciationStateLabel[one.state]}</Badge>
            {one.overdue && <Badge tone="late">Quá hạn</Badge>}
          </span>
        )
      }
    >
      <ProblemNote problem={found.error} onRetry={() => void found.refetch()} />
      {one ? <View key={one.version} found={one} /> : !found.error && <Skeleton lines={10} />}
    </Page>
  );
}
