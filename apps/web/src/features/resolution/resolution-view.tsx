import type { Resolution } from '@vungmanh/contracts/meetings/resolution';
import { showDate, showInstant } from '../../text/dates.js';
import { Badge } from '../../ui/badge.js';
import { Card, Facts } from '../../ui/card.js';
import { doersOf, sections } from './resolution-text.js';

type Shown = Pick<Resolution, 'state' | 'content' | 'adoptedAt' | 'number' | 'numberAwaited'>;

/** A resolution to read: adopted, or a draft that somebody else writes. */
export function ResolutionView({ resolution, nameOf }: { resolution: Shown; nameOf: (id: string) => string }) {
  const { content } = resolution;
  const written = sections.filter(([key]) => content[key] !== undefined);
  return (
    <div className="stack">
      <Card
        title={resolution.number ?? 'Nghị quyết'}
        aside={<Badge tone={resolution.state === 'ADOPTED' ? 'done' : 'plain'}>{resolution.state === 'ADOPTED' ? 'Đã thông qua' : 'Dự thảo'}</Badge>}
      >
        <div className="stack prose">
          {resolution.adoptedAt !== undefined && (
            <p className="soft">
              Thông qua lúc {showInstant(resolution.adoptedAt)}.{resolution.numberAwaited && ' Đang chờ cấp số.'}
            </p>
          )}
          {written.map(([key, label]) => (
            <section key={key} className="stack tight">
              <h3>{label}</h3>
              <p className="pre-line">{content[key]}</p>
            </section>
          ))}
          {written.length === 0 && content.items.length === 0 && <p className="soft">Nghị quyết chưa có nội dung.</p>}
        </div>
      </Card>
      {content.items.map((item, i) => (
        <Card key={item.id} title={`Việc ${i + 1}`}>
          <div className="stack tight">
            <p className="strong">{item.content}</p>
            <Facts
              items={[
                ['Yêu cầu', item.requirement],
                ['Biện pháp', item.measure],
                ['Thời hạn', item.deadline && showDate(item.deadline)],
                ['Người thực hiện', doersOf(item, nameOf)],
                ['Người kiểm tra', item.checkerId && nameOf(item.checkerId)],
                ['Mức độ hoàn thành', item.degree],
              ]}
            />
          </div>
        </Card>
      ))}
    </div>
  );
}
