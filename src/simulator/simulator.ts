import { createServer as createPlainServer } from 'node:http';
import type { Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Interceptor } from './answer.ts';
import { createTokenMint } from './entra/access-token.ts';
import { createThrottle, documentedBudget } from './graph/throttle.ts';
import { createInterceptors } from './interceptors.ts';
import { createHandler } from './handle.ts';
import type { RecordedRequest } from './handle.ts';
import { simulatedTenant } from './simulated-tenant.ts';
import type { SimulatedTenant } from './simulated-tenant.ts';
import { createTenant } from './tenant.ts';
import type { Tenant } from './tenant.ts';

export type { Interceptor } from './answer.ts';
export type { RecordedRequest } from './handle.ts';
export type { SimulatedTenant } from './simulated-tenant.ts';

/** How the stand-in of Microsoft is set up; everything has a default. */
export type SimulatorOptions = {
  /** The same seed makes the same companies. */
  readonly seed?: number;
  readonly tenants?: number;
  /** People in each tenant, the deleted not counted. */
  readonly users?: number;
  /** 0 takes a free port. */
  readonly port?: number;
  /** How long Graph thinks about each request. */
  readonly latencyMs?: number;
  /** Whether answers are compressed for clients that take gzip. */
  readonly compress?: boolean;
  readonly now?: () => Date;
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Budget of each tenant; by its size as documented unless given. */
  readonly resourceUnitsPer10s?: number;
  /** Lifetime of tokens; 60 to 90 minutes unless given. */
  readonly tokenSeconds?: number;
};

/** Microsoft Entra and Microsoft Graph on loopback, with everything a test may do to them. */
export type Simulator = {
  /** Origin of both the authority and Graph. */
  readonly url: string;
  readonly tenants: readonly SimulatedTenant[];
  /** Puts an interceptor in place; gives back what removes it. */
  intercept(interceptor: Interceptor): () => void;
  /** The last 100,000 requests, oldest first. */
  requests(): readonly RecordedRequest[];
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** Starts a stand-in on loopback that is ready when this resolves. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const now = options.now ?? (() => new Date());
  const tenants = Array.from({ length: options.tenants ?? 1 }, (_, nth) =>
    createTenant(options.seed ?? 1, nth, options.users ?? 250, now()),
  );
  const handles = tenants.map((tenant) => simulatedTenant(tenant, now));
  const interceptors = createInterceptors();
  const handler = createHandler({
    tenants,
    handles,
    interceptors,
    mint: createTokenMint(),
    throttleOf: throttles(tenants, options.resourceUnitsPer10s),
    now,
    scheme: options.tls ? 'https' : 'http',
    latencyMs: options.latencyMs ?? 0,
    compress: options.compress ?? true,
    tokenSeconds: options.tokenSeconds ?? null,
  });
  const server = options.tls
    ? createTlsServer({ key: options.tls.key, cert: options.tls.cert }, handler.handle)
    : createPlainServer(handler.handle);
  // Longer than any client keeps a connection, so that none is closed under a request.
  server.keepAliveTimeout = 120_000;
  const port = await listening(server, options.port ?? 0);
  const close = (): Promise<void> => closed(server);
  return {
    url: `${options.tls ? 'https' : 'http'}://${options.tls ? 'localhost' : '127.0.0.1'}:${port}`,
    tenants: handles,
    intercept: interceptors.add,
    requests: handler.requests,
    close,
    [Symbol.asyncDispose]: close,
  };
}

function throttles(tenants: readonly Tenant[], budget: number | undefined) {
  const byTenant = new Map(
    tenants.map((tenant) => [
      tenant,
      createThrottle(() => budget ?? documentedBudget(tenant.company.present())),
    ]),
  );
  return (tenant: Tenant) => {
    const throttle = byTenant.get(tenant);
    if (!throttle) throw new RangeError(`no throttle for ${tenant.id}`);
    return throttle;
  };
}

function listening(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
