/** One request to the API, in this process or over HTTP. */
export type ApiRequest = {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** With `/api/v1` and the query. */
  readonly path: string;
  readonly accept?: string;
  readonly body?: unknown;
};

/** Its answer, as it comes. */
export type ApiAnswer = {
  readonly status: number;
  readonly body: AsyncIterable<Uint8Array | string>;
};

/** Takes a request to the API and brings its answer. */
export type Send = (request: ApiRequest) => Promise<ApiAnswer>;

/** The whole text of an answer. */
export async function textOf({ body }: ApiAnswer): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body) {
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
