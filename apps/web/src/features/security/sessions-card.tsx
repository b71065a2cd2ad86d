import { endMySessions, type MySession, mySessions } from '@vungmanh/contracts/gateway/session';
import { useCommand, useQueryOf } from '../../api/queries.js';
import { showInstant } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { type Column, DataTable } from '../../ui/data-table.js';
import { ProblemNote, Skeleton } from '../../ui/notes.js';
import { useToast } from '../../ui/toast.js';
import { deviceOf } from './device.js';

/** Where the person is signed in; what they do not know they end. */
export function SessionsCard() {
  const sessions = useQueryOf(mySessions, {});
  const toast = useToast();
  const command = useCommand(endMySessions, {
    changes: [mySessions],
    onDone: ({ ended }) => toast({ text: `Đã kết thúc ${ended} phiên đăng nhập.` }),
  });
  const columns: readonly Column<MySession>[] = [
    { key: 'device', header: 'Thiết bị', phone: 'title', cell: (s) => deviceOf(s.agent) },
    { key: 'address', header: 'Địa chỉ mạng', cell: (s) => s.address, nowrap: true },
    { key: 'began', header: 'Đăng nhập lúc', cell: (s) => showInstant(s.beganAt), nowrap: true },
    { key: 'seen', header: 'Hoạt động gần nhất', cell: (s) => showInstant(s.lastSeen), nowrap: true },
    {
      key: 'end',
      header: 'Việc',
      phone: 'mark',
      cell: (s) =>
        s.current ? (
          <Badge tone="done">Thiết bị này</Badge>
        ) : (
          <Button size="small" busy={command.isPending} onClick={() => command.mutate({ input: { sessionId: s.id } })}>
            Kết thúc
          </Button>
        ),
    },
  ];
  const others = (sessions.data?.items.length ?? 0) > 1;
  return (
    <Card
      title="Nơi đang đăng nhập"
      flush
      aside={
        others && (
          <Button busy={command.isPending} onClick={() => command.mutate({ input: {} })}>
            Kết thúc các phiên khác
          </Button>
        )
      }
    >
      <ProblemNote problem={sessions.error ?? command.error} />
      {sessions.data ? (
        <DataTable caption="Nơi đang đăng nhập" columns={columns} rows={sessions.data.items} rowKey={(s) => s.id} />
      ) : (
        <Skeleton lines={3} />
      )}
    </Card>
  );
}
