import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { getMember, myRecord } from '@vungmanh/contracts/membership/member';
import { ask } from '../../api/queries.js';
import { may, useSession } from '../../session/session.js';
import { buttonClass } from '../../ui/button.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { MyDenunciations } from '../denunciation/my-denunciations.js';
import { MyDisciplines } from '../discipline/my-disciplines.js';
import { MyTakenCourses, TakenCourses } from '../training-past/taken-courses.js';
import { MemberRecord } from './member-record.js';
import { RecordCommands } from './record-commands.js';
import { statusShort } from './status.js';

const route = getRouteApi('/app/members/$personId');

// Every reading is traced: coming back to the window must not count as another one.
const once = { refetchOnWindowFocus: false, refetchOnReconnect: false } as const;

/** The record of a member, with what may be changed. */
export function RecordPage() {
  const session = useSession();
  const { personId } = route.useParams();
  const record = useQuery({ ...ask(getMember, { personId }), ...once });
  const member = record.data;
  return (
    <Page
      title={member?.name ?? 'Hồ sơ đảng viên'}
      crumbs={
        <Crumbs>
          <Link to="/members">Đảng viên</Link>
          {member && (
            <Link to="/members" search={{ node: member.nodeId }}>
              {member.nodeName}
            </Link>
          )}
        </Crumbs>
      }
      about={member && statusShort[member.status]}
      actions={member && may(session, 'membership:edit') && <RecordCommands member={member} />}
    >
      <ProblemNote problem={record.error} onRetry={() => void record.refetch()} />
      {member ? <MemberRecord member={member} editable={may(session, 'membership:edit')} /> : !record.error && <Skeleton lines={10} />}
      {member && may(session, 'training:read') && <TakenCourses personId={personId} />}
    </Page>
  );
}

/** What the Party has written of the signed-in person. */
export function MyRecordPage() {
  const record = useQuery({ ...ask(myRecord, {}), ...once });
  return (
    <Page
      title="Hồ sơ của tôi"
      about={record.data?.nodeName}
      actions={
        <>
          <Link to="/rules/inspection" className={buttonClass({ look: 'quiet' })}>
            Quy định kiểm tra, giám sát
          </Link>
          <Link to="/my/readers" className={buttonClass({ look: 'quiet' })}>
            Ai đã xem hồ sơ của tôi
          </Link>
        </>
      }
    >
      <ProblemNote problem={record.error} onRetry={() => void record.refetch()} />
      <MyDisciplines />
      <MyDenunciations />
      {record.data ? <MemberRecord member={record.data} editable={false} /> : !record.error && <Skeleton lines={10} />}
      <MyTakenCourses />
    </Page>
  );
}
