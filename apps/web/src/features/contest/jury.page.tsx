import { getRouteApi, Link } from '@tanstack/react-router';
import { getJurySheet, type JuryEntry, type JurySheet, markEntry } from '@vungmanh/contracts/training/contest-jury';
import { useState } from 'react';
import { useCommand, useQueryOf } from '../../api/queries.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Card } from '../../ui/card.js';
import { Note, ProblemNote, Skeleton } from '../../ui/notes.js';
import { Crumbs, Page } from '../../ui/page.js';
import { TextField } from '../../ui/text-field.js';
import { useToast } from '../../ui/toast.js';
import '../quiz/quiz.css';
import { pointsText, readPoints } from './contest-text.js';
import './contest.css';

const route = getRouteApi('/app/juries/$roundId');

function MarkEntry({ sheet, entry }: { sheet: JurySheet; entry: JuryEntry }) {
  const toast = useToast();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(entry.points.map(({ key, points }) => [key, pointsText(points)])),
  );
  const command = useCommand(markEntry, { onDone: () => toast({ text: `Đã lưu điểm của ${entry.name}.` }) });
  const points = sheet.criteria.flatMap(({ key, max }) => {
    const read = readPoints(typed[key] ?? '', max);
    return read === undefined ? [] : [{ key, points: read }];
  });
  const complete = entry.points.length === sheet.criteria.length;
  const marking = sheet.state === 'MARKING';
  const total = points.reduce((sum, one) => sum + one.points, 0);
  return (
    <Card
      title={entry.name}
      aside={entry.conflict ? <Badge>Cùng chi bộ</Badge> : complete ? <Badge tone="done">Đã chấm</Badge> : <Badge tone="wait">Chưa chấm đủ</Badge>}
    >
      <form
        className="stack"
        onSubmit={(e) => {
          e.preventDefault();
          if (points.length === sheet.criteria.length) command.mutate({ input: { roundId: sheet.roundId, entryId: entry.entryId, points } });
        }}
      >
        <p className="small soft">{entry.nodeName}</p>
        {entry.conflict ? (
          <p>Đồng chí cùng chi bộ với người này nên giám khảo khác chấm.</p>
        ) : (
          <>
            <div className="jury-points">
              {sheet.criteria.map(({ key, label, max }) => {
                const value = typed[key] ?? '';
                return (
                  <TextField
                    key={key}
                    short
                    label={`${label} (tối đa ${max})`}
                    inputMode="decimal"
                    disabled={!marking}
                    value={value}
                    error={
                      value !== '' && readPoints(value, max) === undefined
                        ? `Ghi điểm từ 0 đến ${max}; phần lẻ là 0,25, 0,5 hoặc 0,75 (ví dụ ${max - 1},25)`
                        : undefined
                    }
                    onChange={(next) => setTyped({ ...typed, [key]: next })}
                  />
                );
              })}
            </div>
            <ProblemNote problem={command.error} />
            <div className="row">
              {marking && (
                <Button type="submit" look="primary" disabled={points.length < sheet.criteria.length} busy={command.isPending}>
                  Lưu điểm
                </Button>
              )}
              <span className="strong">Tổng {pointsText(total)}</span>
            </div>
          </>
        )}
      </form>
    </Card>
  );
}

/** A juror's own sheet: everybody whom they mark, on the printed scale. */
export function JuryPage() {
  const { roundId } = route.useParams();
  const found = useQueryOf(getJurySheet, { roundId });
  const sheet = found.data;
  return (
    <Page
      title={sheet?.title ?? 'Chấm hội thi'}
      about="Phiếu chấm của đồng chí. Giám khảo khác không xem được điểm này trước khi chốt kết quả."
      crumbs={
        <Crumbs>
          {[
            <Link key="home" to="/">
              Việc của tôi
            </Link>,
          ]}
        </Crumbs>
      }
    >
      <ProblemNote problem={found.error} onRetry={() => void found.refetch()} />
      {sheet ? (
        <div className="stack loose paper-width">
          {sheet.state === 'ENTERING' && <Note title="Vòng thi chưa bắt đầu, chưa chấm được" />}
          {sheet.state === 'CLOSED' && <Note tone="done" title="Kết quả đã chốt, điểm không sửa được nữa" />}
          {sheet.entries.map((entry) => (
            <MarkEntry key={entry.entryId} sheet={sheet} entry={entry} />
          ))}
        </div>
      ) : (
        !found.error && <Skeleton lines={8} />
      )}
    </Page>
  );
}
