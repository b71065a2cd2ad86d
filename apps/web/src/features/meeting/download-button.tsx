import type { Query, SentOf } from '@vungmanh/contracts/operation';
import { useState } from 'react';
import { download } from '../../api/api.js';
import { ProblemError } from '../../api/problem-error.js';
import { Button } from '../../ui/button.js';
import { useToast } from '../../ui/toast.js';

interface DownloadProps<Q extends Query> {
  readonly operation: Q;
  readonly input: SentOf<Q>;
  /** What is downloaded, for those who only hear the button. */
  readonly name: string;
  readonly children: string;
}

/** Saves a file; says why when there is none. */
export function DownloadButton<Q extends Query>({ operation, input, name, children }: DownloadProps<Q>) {
  const [busy, setBusy] = useState(false);
  const toast = useToast();
  const save = async () => {
    setBusy(true);
    try {
      await download(operation, input);
    } catch (thrown) {
      toast({ text: thrown instanceof ProblemError ? thrown.title : 'Chưa tải được tệp. Đồng chí thử lại.' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button size="small" icon="download" busy={busy} aria-label={`${children}: ${name}`} onClick={() => void save()}>
      {children}
    </Button>
  );
}
