import { json } from './answer.ts';
import type { Answer, Interceptor, JsonObject } from './answer.ts';
import * as faults from './faults.ts';
import type { Interceptors } from './interceptors.ts';
import type { SimulatedTenant } from './simulated-tenant.ts';

/** A request to the control interface. */
export type ControlRequest = {
  readonly method: string;
  /** `/_control/…` */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
};

/** What the control interface works on. */
export type ControlContext = {
  readonly handles: readonly SimulatedTenant[];
  readonly interceptors: Interceptors;
};

/**
 * The handle of a simulator in another process, as JSON over HTTP:
 * `GET tenants`, `GET truth`, `POST pass-day`, `POST change {name, arguments}`, `GET|POST|DELETE faults`.
 * `?tenant=` takes an id or a domain, and is the first tenant unless given.
 */
export function createControl({ handles, interceptors }: ControlContext) {
  const placed = new Map<string, { readonly name: string; readonly undo: () => void }>();
  let count = 0;

  function place(order: JsonObject): Answer {
    const make = named<(...values: readonly unknown[]) => Interceptor>(faults, order['name']);
    if (!make) return refused(`There is no such fault. There are: ${Object.keys(faults).join(', ')}.`);
    const id = String(++count);
    const undo = interceptors.add(make(...argumentsOf(order)));
    placed.set(id, { name: String(order['name']), undo });
    return json(201, { id });
  }

  function clear(id: string | undefined): Answer {
    for (const [own, { undo }] of placed) {
      if (id !== undefined && id !== own) continue;
      undo();
      placed.delete(own);
    }
    return listed();
  }

  function listed(): Answer {
    return json(200, {
      faults: [...placed].map(([id, { name }]) => ({ id, name })),
      known: Object.keys(faults),
    });
  }

  return (request: ControlRequest): Answer => {
    const [, , what = '', id] = request.path.split('/');
    const wanted = request.query.get('tenant');
    const tenant = handles.find((each) => wanted === null || [each.id, each.domain].includes(wanted));
    if (!tenant) return refused(`There is no tenant ${String(wanted)}.`);
    const order = orderOf(request.body);
    if (!order) return refused('The body must be a JSON object.');
    switch (`${request.method} ${what}`) {
      case 'GET tenants':
        return json(200, { tenants: handles.map(described) });
      case 'GET truth':
        return json(200, { users: tenant.userCount(), skus: tenant.truth() });
      case 'POST pass-day':
        return json(200, tenant.passDay());
      case 'POST change':
        return changed(tenant, order);
      case 'GET faults':
        return listed();
      case 'POST faults':
        return place(order);
      case 'DELETE faults':
        return clear(id);
      default:
        return json(404, { error: `${request.method} ${request.path} is not there.` });
    }
  };
}

/** What a client needs to connect to a tenant. */
export function described(tenant: SimulatedTenant): JsonObject {
  const { id, displayName, domain, clientId, secret } = tenant;
  return { id, displayName, domain, clientId, secret, users: tenant.userCount() };
}

function changed(tenant: SimulatedTenant, order: JsonObject): Answer {
  const change = named<(...values: readonly unknown[]) => unknown>(tenant.change, order['name']);
  if (!change)
    return refused(`There is no such change. There are: ${Object.keys(tenant.change).join(', ')}.`);
  try {
    return json(200, { result: change(...argumentsOf(order)) ?? null });
  } catch (error) {
    if (error instanceof RangeError) return refused(error.message);
    throw error;
  }
}

/** The own function of that name; names and arguments come from outside, so nothing more is known of them. */
function named<Callable>(functions: object, name: unknown): Callable | undefined {
  const [, found] = Object.entries(functions).find(([own]) => own === name) ?? [];
  return typeof found === 'function' ? (found as Callable) : undefined;
}

function argumentsOf(order: JsonObject): readonly unknown[] {
  return Array.isArray(order['arguments']) ? order['arguments'] : [];
}

function orderOf(body: string): JsonObject | null {
  if (body === '') return {};
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as JsonObject) : null;
  } catch {
    return null;
  }
}

function refused(message: string): Answer {
  return json(400, { error: message });
}
