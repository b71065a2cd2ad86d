import { Button } from './button.js';

interface MoreButtonProps {
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  readonly more: () => void;
}

/** The next page of a list; nothing where there is none. */
export function MoreButton({ hasMore, loadingMore, more }: MoreButtonProps) {
  if (!hasMore) return null;
  return (
    <Button look="quiet" busy={loadingMore} onClick={more}>
      Xem thêm
    </Button>
  );
}
