import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { MalformedAnswer } from './errors.ts';

type Headers = Readonly<Record<string, string>>;

const maxBytes = 32 * 1024 * 1024;

/**
 * The whole body as text, at most 32 MB of it, packed or not.
 * @throws MalformedAnswer, or what the stream and zlib throw when it is cut.
 */
export async function readBody(
  body: AsyncIterable<Buffer>,
  status: number,
  headers: Headers,
): Promise<string> {
  const bytes = await unpacked(await bytesOf(body), headers['content-encoding']);
  return textOf(bytes, status, headers);
}

async function bytesOf(body: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > maxBytes) throw tooBig();
    chunks.push(chunk);
  }
  const [first] = chunks;
  return first && chunks.length === 1 ? first : Buffer.concat(chunks, length);
}

const gunzipped = promisify(gunzip);

// By hand, because undici's own unpacking counts packed bytes: 2 MB could become 2 GB.
async function unpacked(bytes: Buffer, encoding = 'identity'): Promise<Buffer> {
  if (encoding === 'identity' || bytes.length === 0) return bytes;
  if (encoding !== 'gzip') {
    throw new MalformedAnswer(`the answer is packed as "${encoding}", which was not asked for`, {
      retryable: false,
    });
  }
  try {
    return await gunzipped(bytes, { maxOutputLength: maxBytes, chunkSize: 256 * 1024 });
  } catch (error) {
    throw error instanceof RangeError ? tooBig() : error;
  }
}

function tooBig(): MalformedAnswer {
  return new MalformedAnswer(`the answer is larger than ${maxBytes / 1024 / 1024} MB and was cut off`, {
    retryable: false,
  });
}

const strict = new TextDecoder('utf-8', { fatal: true });
const lenient = new TextDecoder('utf-8');

/** Strict for an answer that carries data; the error page of some proxy may be in any charset. A BOM is dropped. */
function textOf(bytes: Buffer, status: number, headers: Headers): string {
  if (status >= 300) return lenient.decode(bytes);
  const charset = /charset="?([^";\s]+)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  try {
    if (/^(utf-?8|us-ascii)$/i.test(charset)) return strict.decode(bytes);
  } catch {
    // Said below, with the charset that the answer claims.
  }
  throw new MalformedAnswer(`the answer is no UTF-8 text (it says charset "${charset}")`, {
    retryable: true,
  });
}
