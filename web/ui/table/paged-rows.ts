import { useCallback, useEffect, useMemo, useState } from 'react';
import { type Params, type Problem, usePages } from '../../api.ts';
import type { PagedRows } from './column.ts';

export type PagedAnswer<Row> = {
  /** Undefined until the first page is there. */
  readonly rows: PagedRows<Row> | undefined;
  /** How many rows there are, where the server says so. */
  readonly total: number | undefined;
  readonly asOf: string | null;
  readonly problem: Problem | null;
  /** Whether what is shown answers an earlier question. */
  readonly old: boolean;
  readonly retry: () => void;
};

/** A list of the API as rows of a table, which is as long as its total says and reads on as far as someone scrolls. */
export function usePagedRows<Row>(path: string | null, params: Params = {}): PagedAnswer<Row> {
  const { data, error, hasNextPage, isFetching, isPlaceholderData, fetchNextPage, refetch } = usePages<Row>(
    path,
    params,
  );
  const loaded = useMemo(() => data?.pages.flatMap((page) => page.items), [data]);
  const [needed, setNeeded] = useState(0);
  const count = loaded?.length ?? 0;
  useEffect(() => {
    // Cursors lead from page to page, so whoever jumps to the end has all pages before it read too.
    if (needed >= count && hasNextPage && !isFetching && error === null) void fetchNextPage();
  }, [needed, count, hasNextPage, isFetching, error, fetchNextPage]);
  // What is there already needs nothing, and scrolling over it must not draw the page anew.
  const need = useCallback((index: number) => setNeeded(index < count ? 0 : index), [count]);
  const total = data?.pages[0]?.total;
  const rows = useMemo(
    () =>
      loaded && {
        count: hasNextPage ? Math.max(total ?? loaded.length + 1, loaded.length) : loaded.length,
        at: (index: number) => loaded[index],
        need,
      },
    [loaded, total, hasNextPage, need],
  );
  return {
    rows,
    total,
    asOf: data?.pages[0]?.asOf ?? null,
    problem: error,
    old: isPlaceholderData,
    retry: () => void refetch(),
  };
}
