import { Card } from '../../ui/card.js';
import { ChapterBody } from './chapter-body.js';

/** What is typed as members will read it. */
export function ChapterPreview({ body }: { body: string }) {
  return (
    <Card title="Xem trước">
      {body.trim() === '' ? <p className="soft">Gõ nội dung để xem chương như đảng viên sẽ đọc.</p> : <ChapterBody body={body} />}
    </Card>
  );
}
