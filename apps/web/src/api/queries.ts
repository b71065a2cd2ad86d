import type { Command, ErrorOf, InputOf, Operation, OutputOf, Query, SentOf } from '@vungmanh/contracts/operation';
import {
  QueryClient,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  type UseMutationResult,
  useQuery,
  useQueryClient,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useState } from 'react';
import { api } from './api.js';
import { IntentKey } from './intent.js';
import { ownLatest, rememberOwn } from './own-versions.js';
import { ProblemError } from './problem-error.js';

/** Reads are repeated twice when the network or a service is away for a moment; writes only when the person says so. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // 'always', so that being offline is an answer with a sentence and not a spinner without end.
        networkMode: 'always',
        retry: (count, problem) => count < 2 && problem instanceof ProblemError && problem.passing,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** Key and function of a query, for route loaders and hooks alike. */
export function ask<Q extends Query>(operation: Q, input: SentOf<Q>) {
  return queryOptions<OutputOf<Q>, ProblemError<ErrorOf<Q>>>({
    queryKey: [operation.subject, input],
    queryFn: ({ signal }) => api(operation, input, { signal }),
  });
}

export interface AskWhen<Answer = unknown> {
  /** Not asked until true, for an input that is not known yet. */
  readonly when?: boolean;
  readonly everySeconds?: number;
  /** Ends the asking again: nothing more is expected. */
  readonly until?: (answer: Answer) => boolean;
}

export function useQueryOf<Q extends Query>(
  operation: Q,
  input: SentOf<Q>,
  { when = true, everySeconds, until }: AskWhen<OutputOf<Q>> = {},
): UseQueryResult<OutputOf<Q>, ProblemError<ErrorOf<Q>>> {
  return useQuery({
    ...ask(operation, input),
    enabled: when,
    refetchInterval: ({ state: { data, error } }) =>
      // What is refused stays refused: asking on would only tire the server, and keep asking after the session has ended.
      everySeconds === undefined || (error !== null && !error.passing) || (data !== undefined && until?.(data)) ? false : everySeconds * 1000,
  });
}

type ListQuery = Query & { readonly input: { readonly _output: { cursor?: string | undefined } } };
type RowOf<Q extends Query> = OutputOf<Q> extends { items: (infer T)[] } ? T : never;

export interface Listed<T> {
  readonly rows: readonly T[];
  readonly problem: ProblemError | undefined;
  readonly loading: boolean;
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  readonly more: () => void;
  readonly reload: () => void;
}

/**
 * A keyset list that grows by "Xem thêm"; the input is the filter without its cursor. `once`: each reading is on record, so none is made by
 * coming back to the window.
 */
export function useListOf<Q extends ListQuery>(
  operation: Q,
  input: Omit<SentOf<Q>, 'cursor'>,
  { when = true, once = false }: AskWhen & { readonly once?: boolean } = {},
): Listed<RowOf<Q>> {
  const list = useInfiniteQuery({
    queryKey: [operation.subject, 'list', input],
    queryFn: ({ pageParam, signal }) =>
      api(operation, { ...input, ...(pageParam === undefined ? {} : { cursor: pageParam }) } as SentOf<Q>, { signal }) as Promise<{
        items: RowOf<Q>[];
        next?: string;
      }>,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    enabled: when,
    ...(once ? { refetchOnWindowFocus: false, refetchOnReconnect: false } : {}),
  });
  return {
    rows: list.data?.pages.flatMap((p) => p.items) ?? [],
    problem: list.error instanceof ProblemError ? list.error : undefined,
    loading: list.isPending && when,
    hasMore: list.hasNextPage,
    loadingMore: list.isFetchingNextPage,
    more: () => void list.fetchNextPage(),
    reload: () => void list.refetch(),
  };
}

/** A command's input and, where it changes an existing thing, the version that the person saw. */
export type Ordered<C extends Command> = C['on'] extends 'existing' ? { input: SentOf<C>; version: number } : { input: SentOf<C>; version?: number };

export interface CommandOptions<C extends Command> {
  /** Queries whose answers this act changes; without it every shown query is asked again. */
  readonly changes?: readonly Operation[];
  readonly onDone?: (output: OutputOf<C>, input: InputOf<C>) => void;
}

/** Runs a command. `mutate({ input, version })` again after a failure is the same intent and sends the same key. */
export function useCommand<C extends Command>(
  operation: C,
  { changes, onDone }: CommandOptions<C> = {},
): UseMutationResult<OutputOf<C>, ProblemError<ErrorOf<C>>, Ordered<C>> {
  const client = useQueryClient();
  const [intent] = useState(() => new IntentKey());
  return useMutation<OutputOf<C>, ProblemError<ErrorOf<C>>, Ordered<C>>({
    mutationKey: [operation.subject],
    mutationFn: async ({ input, version: shown }) => {
      const send = async (version: number | undefined) => {
        const output = await api(operation, input, { key: intent.of([operation.subject, input, version]), version });
        rememberOwn(operation, output, version);
        return output;
      };
      const own = ownLatest(operation, input as Record<string, unknown>, shown);
      try {
        return await send(own);
      } catch (error) {
        if (own === shown || !(error instanceof ProblemError) || error.code !== 'request/stale') throw error;
        return send(shown);
      }
    },
    onSuccess: (output, { input }) => {
      intent.settle();
      void (changes ? Promise.all(changes.map((q) => client.invalidateQueries({ queryKey: [q.subject] }))) : client.invalidateQueries());
      onDone?.(output, input as InputOf<C>);
    },
  });
}
