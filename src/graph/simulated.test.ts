import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Secret } from '../domain/secret.ts';
import {
  cutBody,
  duplicateKeys,
  infiniteNumber,
  randomMix,
  truncatedGzip,
  withByteOrderMark,
  wrongCharset,
} from '../simulator/faults.ts';
import { startSimulator, type Simulator } from '../simulator/simulator.ts';
import { readCertificate } from './certificate.ts';
import { customCloud } from './clouds.ts';
import type { Credential } from './credential.ts';
import { discoverTenant } from './discovery.ts';
import { IdentityError, MalformedAnswer } from './errors.ts';
import type { GraphQuery } from './graph.ts';
import { createHttp } from './http.ts';
import { readPages } from './pages.ts';
import { makeCertificate } from './testing/certificates.ts';
import { graphOn } from './testing/server.ts';
import { createTokenSource } from './token.ts';

const users: GraphQuery = {
  path: '/users',
  query: { $select: 'id,displayName,assignedLicenses', $top: '50', $count: 'true' },
  eventual: true,
  units: 1,
};

test('finds the tenant, signs in with a secret and with a certificate, and reads all people', async () => {
  await using simulator = await startSimulator({ users: 230 });
  const tenant = tenantOf(simulator);
  const { certificate, key } = makeCertificate({ from: '2020-01-01', to: '2100-01-01' });
  tenant.app.addCertificate(certificate);
  const credentials: Credential[] = [
    { kind: 'secret', secret: new Secret(tenant.secret) },
    readCertificate(Buffer.from(certificate + key), undefined, new Date()),
  ];
  for (const credential of credentials) {
    await using on = connect(simulator, credential);
    assert.deepEqual(await discoverTenant(on.cloud, tenant.domain, on.http), { tenantId: tenant.id });
    const token = await on.token();
    assert.deepEqual([token.tenantId, token.issuedClientId], [tenant.id, tenant.clientId]);
    assert.ok(token.roles?.includes('User.Read.All'));
    const ids = new Set<unknown>();
    const proof = await readPages(
      on.graph,
      users,
      (rows) => rows.forEach(({ id }) => ids.add(id)),
      on.options,
    );
    const count = await on.graph.count('/users/$count');
    assert.deepEqual([ids.size, proof.rows, proof.count, count], Array(4).fill(tenant.userCount()));
  }
});

test('a wrong secret is refused by its number', async () => {
  await using simulator = await startSimulator();
  await using on = connect(simulator, { kind: 'secret', secret: new Secret('wrong~secret') });
  await assert.rejects(on.graph.object(users), (error) => {
    assert.ok(error instanceof IdentityError);
    assert.deepEqual([error.oauthError, error.aadsts, error.httpStatus], ['invalid_client', 7000215, 401]);
    assert.ok(Math.abs(error.clockAheadSeconds ?? Infinity) < 60);
    return true;
  });
  assert.equal(simulator.requests().length, 1);
});

test('F-GR-05 half of all answers errors: every person is still read exactly once', async () => {
  await using simulator = await startSimulator({ users: 600 });
  await using on = connect(simulator);
  simulator.intercept(randomMix(0.5));
  const ids: unknown[] = [];
  await readPages(on.graph, users, (rows) => void ids.push(...rows.map(({ id }) => id)), on.options);
  const expected = tenantOf(simulator).userCount();
  assert.deepEqual([ids.length, new Set(ids).size], [expected, expected]);
});

test('F-GR-07 F-GR-11 what comes torn once is read on the second try', async () => {
  for (const fault of [cutBody('/users'), truncatedGzip('/users'), wrongCharset('/users', 1)]) {
    await using simulator = await startSimulator();
    await using on = connect(simulator);
    simulator.intercept(fault);
    const proof = await readPages(on.graph, users, () => undefined, on.options);
    assert.equal(proof.rows, tenantOf(simulator).userCount());
  }
});

test('F-GR-11 a byte order mark is no fault; doubled lists and endless numbers are', async () => {
  for (const [fault, isFault] of [
    [withByteOrderMark('/users'), false],
    [duplicateKeys('/users'), true],
    [infiniteNumber('/users'), true],
    [wrongCharset('/users'), true],
  ] as const) {
    await using simulator = await startSimulator();
    await using on = connect(simulator);
    simulator.intercept(fault);
    const outcome = await readPages(on.graph, users, () => undefined, on.options).catch(
      (error: unknown) => error,
    );
    assert.equal(outcome instanceof MalformedAnswer, isFault, String(outcome));
  }
});

function tenantOf({ tenants: [tenant] }: Simulator) {
  assert.ok(tenant);
  return tenant;
}

function connect(simulator: Simulator, credential?: Credential) {
  const tenant = tenantOf(simulator);
  const cloud = customCloud(simulator.url, simulator.url);
  const { http, close } = createHttp();
  const token = createTokenSource({
    cloud,
    tenantId: tenant.id,
    clientId: tenant.clientId,
    credential: credential ?? { kind: 'secret', secret: new Secret(tenant.secret) },
    http,
    now: () => new Date(),
  });
  const on = graphOn(cloud, { token, http });
  const options = { idKind: 'guid', now: on.clock.now } as const;
  return {
    ...on,
    cloud,
    http,
    token,
    options,
    async [Symbol.asyncDispose]() {
      await on[Symbol.asyncDispose]();
      await close();
    },
  };
}
