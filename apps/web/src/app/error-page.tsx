import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { ProblemError } from '../api/problem-error.js';
import { Button, buttonClass } from '../ui/button.js';
import { EmptyState, ProblemNote } from '../ui/notes.js';
import { Page } from '../ui/page.js';

/** A chunk that cannot be fetched: no network, or a new version has replaced the files of this one. */
const lostChunk = (error: unknown): boolean => error instanceof TypeError && /import|module/i.test(error.message);

export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const again = () => {
    reset();
    void router.invalidate();
  };
  if (error instanceof ProblemError) {
    return (
      <Page title="Chưa mở được trang này" narrow>
        <ProblemNote problem={error} onRetry={again} />
      </Page>
    );
  }
  return (
    <Page title={lostChunk(error) ? 'Cần có mạng để mở trang này' : 'Trang này gặp lỗi'} narrow>
      <EmptyState
        icon={lostChunk(error) ? 'offline' : 'warning'}
        title={lostChunk(error) ? 'Chưa tải được trang' : 'Lỗi ngoài dự kiến'}
        action={
          <div className="row">
            <Button look="primary" icon="reload" onClick={() => location.reload()}>
              Tải lại trang
            </Button>
            <Link to="/" className={buttonClass()}>
              Về Việc của tôi
            </Link>
          </div>
        }
      >
        <p>
          {lostChunk(error)
            ? 'Đồng chí kiểm tra lại mạng rồi tải lại trang.'
            : 'Những gì đã bấm lưu vẫn được giữ. Nếu tải lại mà vẫn lỗi, đồng chí báo cho cán bộ kỹ thuật của cấp ủy.'}
        </p>
      </EmptyState>
    </Page>
  );
}

export function NotFoundPage() {
  return (
    <Page title="Không tìm thấy trang" narrow>
      <EmptyState
        icon="search"
        title="Không có trang này, hoặc đồng chí không được giao quyền xem"
        action={
          <Link to="/" className={buttonClass({ look: 'primary' })}>
            Về Việc của tôi
          </Link>
        }
      />
    </Page>
  );
}
