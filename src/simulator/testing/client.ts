import type { SimulatedTenant, Simulator } from '../simulator.ts';

/** The parsed answer of a stand-in, as loosely as a test needs it. */
export type Reply = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly value: readonly Readonly<Record<string, unknown>>[];
  /** `error.code` of a Graph error. */
  readonly code: unknown;
};

/** Asks for a token as a plain client does: a form, with the given fields in place of the right ones. */
export async function askToken(
  { url }: Simulator,
  tenant: SimulatedTenant,
  fields: Readonly<Record<string, string | null>> = {},
  name: string = tenant.id,
): Promise<Reply> {
  const form = new URLSearchParams({
    client_id: tenant.clientId,
    client_secret: tenant.secret,
    grant_type: 'client_credentials',
    scope: `${url}/.default`,
  });
  for (const [field, value] of Object.entries(fields)) {
    if (value === null) form.delete(field);
    else form.set(field, value);
  }
  return reply(await fetch(`${url}/${name}/oauth2/v2.0/token`, { method: 'POST', body: form }));
}

/** A caller with a token of its own; paths are below `/v1.0`, or whole links. */
export async function signIn(simulator: Simulator, tenant = onlyTenant(simulator)) {
  const token = String((await askToken(simulator, tenant)).body['access_token']);
  return async (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply> => {
    const url = path.startsWith('http') ? path : `${simulator.url}/v1.0${path}`;
    return reply(await fetch(url, { headers: { authorization: `Bearer ${token}`, ...headers } }));
  };
}

/** The header that advanced queries need. */
export const eventual = { consistencylevel: 'eventual' };

/** Every row of a listing, page by page. */
export async function readAll(
  get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Reply>,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const all: Readonly<Record<string, unknown>>[] = [];
  for (let next: unknown = path; typeof next === 'string';) {
    const page = await get(next, headers);
    if (page.status !== 200) throw new Error(`${next}: ${page.status} ${page.text}`);
    all.push(...page.value);
    next = page.body['@odata.nextLink'];
  }
  return all;
}

/** The tenant of a simulator that has one. */
export function onlyTenant({ tenants }: Simulator): SimulatedTenant {
  const [tenant] = tenants;
  if (!tenant) throw new Error('the simulator has no tenant');
  return tenant;
}

async function reply(response: Response): Promise<Reply> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  const body = isJson ? objectOf(JSON.parse(text)) : {};
  const value = Array.isArray(body['value']) ? body['value'].map(objectOf) : [];
  const { status, headers } = response;
  return { status, headers, text, body, value, code: objectOf(body['error'])['code'] };
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  // Checked right here; tests look at one member at a time.
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
