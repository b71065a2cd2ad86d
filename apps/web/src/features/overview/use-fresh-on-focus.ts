import { useQueryClient } from '@tanstack/react-query';
import type { Query } from '@vungmanh/contracts/operation';
import { useEffect } from 'react';

/** Asks again for what is on the screen when somebody comes back to the window; a second screen beside it hides nothing, so only focus tells. */
export function useFreshOnFocus(queries: readonly Query[]): void {
  const client = useQueryClient();
  useEffect(() => {
    const refresh = () => {
      for (const { subject } of queries) void client.refetchQueries({ queryKey: [subject], type: 'active', stale: true });
    };
    window.addEventListener('focus', refresh);
    return () => window.removeEventListener('focus', refresh);
  }, [client, queries]);
}
