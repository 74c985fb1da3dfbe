import {
  type QueryClient,
  type UseInfiniteQueryResult,
  type InfiniteData,
  type UseMutationResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { Page } from '../src/api/contract/list.ts';
import type { ProblemCode } from '../src/api/contract/problem.ts';

/** What a request asks besides its path; what is undefined or null is left out. */
export type Params = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Why the server said no, or why it could not be reached (`status` 0). */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: ProblemCode | 'unreachable';
  readonly act: 'caller' | 'operator' | 'tenant' | 'wait';
  readonly requestId: string;
  /** The whole answer, where it says more than a problem has to (the steps of connecting). */
  readonly body: unknown;

  constructor(said: ProblemFields, body: unknown, options?: ErrorOptions) {
    super(said.detail, options);
    this.status = said.status;
    this.code = said.code;
    this.act = said.act;
    this.requestId = said.requestId;
    this.body = body;
  }
}

type ProblemFields = Pick<Problem, 'status' | 'code' | 'act' | 'requestId'> & { readonly detail: string };

export type CallOptions = {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly params?: Params;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
};

/** Asks the API once; throws a `Problem`. `path` stands below /api/v1. */
export async function call<T>(path: string, options: CallOptions = {}): Promise<T> {
  const response = await request(path, options, 'application/json');
  // The type of an answer is what the contract says of its path.
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/** The address of a request, for links such as downloads. */
export function address(path: string, params: Params = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
  }
  return `/api/v1${path}${query.size > 0 ? `?${query.toString()}` : ''}`;
}

/** Reads a path and keeps it fresh; no request while `path` is null. The same path with other params shows the old answer until the new one is there. */
export function useApi<T>(
  path: string | null,
  params: Params = {},
  options: { readonly refetchInterval?: number } = {},
): UseQueryResult<T, Problem> {
  return useQuery<T, Problem>({
    queryKey: [path, params],
    queryFn: ({ signal }) => call<T>(path ?? '', { params, signal }),
    enabled: path !== null,
    // Never across paths: a tenant's figures must not stand below the name of another.
    placeholderData: (previous, query) => (query?.queryKey[0] === path ? previous : undefined),
    ...options,
  });
}

/** How many rows the first page of a long list asks for, and how many each further one. */
const pageSize = { first: 100, further: 1000 };

/** Reads a long list page by page; `fetchNextPage` goes on. */
export function usePages<Item>(
  path: string | null,
  params: Params = {},
): UseInfiniteQueryResult<InfiniteData<Page<Item>, string | null>, Problem> {
  return useInfiniteQuery<
    Page<Item>,
    Problem,
    InfiniteData<Page<Item>, string | null>,
    readonly [string | null, Params, 'pages'],
    string | null
  >({
    queryKey: [path, params, 'pages'],
    queryFn: ({ pageParam: cursor, signal }) => {
      const limit = cursor === null ? pageSize.first : pageSize.further;
      return call<Page<Item>>(path ?? '', { params: { ...params, limit, cursor }, signal });
    },
    initialPageParam: null,
    getNextPageParam: (page) => page.nextCursor,
    enabled: path !== null,
    placeholderData: (previous, query) => (query?.queryKey[0] === path ? previous : undefined),
  });
}

/** Changes something, and reads anew whatever stands below the paths it touches. */
export function useMutate<Input, Answer>(
  send: (input: Input) => Promise<Answer>,
  touches: readonly string[],
): UseMutationResult<Answer, Problem, Input> {
  const client = useQueryClient();
  return useMutation<Answer, Problem, Input>({
    mutationFn: send,
    onSettled: () => refresh(client, touches),
  });
}

/** Reads anew whatever stands below these paths. */
export async function refresh(client: QueryClient, touches: readonly string[]): Promise<void> {
  await client.invalidateQueries({
    predicate: ({ queryKey: [path] }) =>
      typeof path === 'string' && touches.some((touched) => path.startsWith(touched)),
  });
}

/** Sends a request and gives its answer when that is a success; throws a `Problem`. */
export async function request(
  path: string,
  { method = 'GET', params, body, signal }: CallOptions,
  accept: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const response = await fetch(address(path, params), {
    method,
    credentials: 'same-origin',
    headers: {
      accept,
      ...headers,
      ...(method === 'GET' ? {} : { 'x-seatledger': '1' }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    // A call that takes no body is refused with one, even an empty one.
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  }).catch((cause: unknown) => {
    throw signal?.aborted === true ? cause : unreachable(cause);
  });
  if (!response.ok) throw await problemOf(response);
  return response;
}

function unreachable(cause: unknown): Problem {
  const detail = 'This browser does not reach Seatledger.';
  return new Problem({ status: 0, code: 'unreachable', act: 'wait', requestId: '', detail }, null, { cause });
}

async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const said: Partial<ProblemFields> = typeof body === 'object' && body !== null ? body : {};
  return new Problem(
    {
      status: response.status,
      code: said.code ?? 'internal',
      act: said.act ?? 'operator',
      requestId: said.requestId ?? '',
      detail: said.detail ?? `${response.status} ${response.statusText}`,
    },
    body,
  );
}
