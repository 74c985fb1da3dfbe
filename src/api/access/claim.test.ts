import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { openAccessStore } from '../../store/access/open.ts';
import { minutes, origin, password, refusal, withAccess, type Entrance } from './testing.ts';

const codeFileOf = ({ dataDir }: Entrance) => path.join(dataDir, 'claim-code');
const request = { ...origin, name: 'Ana', password };

withAccess(
  'S-FR-01 S-FR-04 a new Seatledger has no account, and none can be had without the code',
  async (entrance) => {
    const { access } = entrance;
    assert.deepEqual(await access.accounts(), []);
    assert.equal(await access.claimed(), false);
    for (const code of ['', '0'.repeat(32)]) {
      await assert.rejects(access.claim({ ...request, code }), refusal('not-signed-in'));
    }
    for (const name of ['admin', 'owner', 'seatledger', '']) {
      await assert.rejects(access.signIn({ ...request, name }), refusal('not-signed-in'));
    }
  },
);

withAccess('S-FR-01 who holds the code becomes the owner and is signed in', async (entrance) => {
  const { access, dataDir } = entrance;
  const codeFile = codeFileOf(entrance);
  writeFileSync(codeFile, 'an old one, open to all', { mode: 0o666 });
  const code = await access.openClaim({ codeFile });
  assert.match(code, /^[0-9a-f]{32}$/);
  assert.equal(readFileSync(codeFile, 'utf8'), `${code}\n`);
  assert.equal(statSync(codeFile).mode & 0o777, 0o600);
  const { value } = await access.claim({ ...request, code: ` ${code}\n` });
  assert.deepEqual(await access.callerOfSession(value), {
    kind: 'account',
    name: 'Ana',
    role: 'owner',
    tenants: 'all',
  });
  assert.equal(await access.claimed(), true);
  assert.equal(existsSync(codeFile), false);
  assert.equal(statSync(path.join(dataDir, 'claimed')).mode & 0o777, 0o600);
});

withAccess('a bad name or password keeps the code', async (entrance) => {
  const { access } = entrance;
  const code = await access.openClaim({ codeFile: codeFileOf(entrance) });
  await assert.rejects(access.claim({ ...request, code, password: 'short' }), refusal('wrong-input'));
  await assert.rejects(access.claim({ ...request, code, name: '' }), refusal('wrong-input'));
  await access.claim({ ...request, code });
});

withAccess('S-FR-02 two claims at once make one owner', async (entrance) => {
  const { access, again } = entrance;
  const other = again();
  const codes = [
    await access.openClaim({ codeFile: codeFileOf(entrance) }),
    await other.openClaim({ codeFile: `${codeFileOf(entrance)}-2` }),
  ] as const;
  const tries = await Promise.allSettled([
    access.claim({ ...request, code: codes[0] }),
    other.claim({ ...request, name: 'Eve', code: codes[1] }),
  ]);
  assert.deepEqual(tries.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
  assert.equal((await access.accounts()).length, 1);
});

withAccess('S-FR-02 after the claim there is none, with the same code or a new one', async (entrance) => {
  const { access } = entrance;
  const code = await access.openClaim({ codeFile: codeFileOf(entrance) });
  await access.claim({ ...request, code });
  await assert.rejects(access.claim({ ...request, name: 'Eve', code }), refusal('conflict', /has an owner/));
  await assert.rejects(
    access.openClaim({ codeFile: codeFileOf(entrance) }),
    refusal('conflict', /has an owner/),
  );
});

withAccess('S-FR-02 a database that is lost does not make it claimable again', async (entrance) => {
  const { access, again, dataDir } = entrance;
  const code = await access.openClaim({ codeFile: codeFileOf(entrance) });
  await access.claim({ ...request, code });
  assert.equal(await access.lossOfAccounts(), null);
  const empty = await openAccessStore({ file: path.join(dataDir, 'new.sqlite') }, () => new Date(0));
  try {
    const after = again({ store: empty });
    assert.equal(await after.claimed(), true);
    assert.match((await after.lossOfAccounts()) ?? '', /seatledger account add NAME --role owner/);
    const codeFile = codeFileOf(entrance);
    await assert.rejects(after.openClaim({ codeFile }), refusal('conflict', /Restore it from a backup/));
    await assert.rejects(after.claim({ ...request, code }), refusal('conflict', /Restore it from a backup/));
    await after.addAccount({ name: 'Ana', role: 'owner', password });
    assert.equal(await after.lossOfAccounts(), null);
  } finally {
    await empty.close();
  }
});

withAccess('S-FR-02 the marker comes back where it is missing', async (entrance) => {
  const { access, dataDir } = entrance;
  await access.addAccount({ name: 'Ana', role: 'owner', password });
  const marker = path.join(dataDir, 'claimed');
  rmSync(marker);
  assert.equal(await access.claimed(), true);
  assert.equal(existsSync(marker), true);
});

withAccess('S-FR-03 five wrong tries, and the code is another', async (entrance) => {
  const told: string[] = [];
  const access = entrance.again({ onCode: (code, file) => told.push(`${code} in ${path.basename(file)}`) });
  const codeFile = codeFileOf(entrance);
  const first = await access.openClaim({ codeFile });
  for (let one = 0; one < 5; one += 1) {
    assert.equal(told.length, 1);
    await assert.rejects(
      access.claim({ ...request, code: 'guess' }),
      refusal('not-signed-in', /stands in .*claim-code/),
    );
  }
  await assert.rejects(access.claim({ ...request, code: first }), refusal('not-signed-in'));
  const second = readFileSync(codeFile, 'utf8').trim();
  assert.deepEqual(told, [`${first} in claim-code`, `${second} in claim-code`]);
  await access.claim({ ...request, code: second });
});

withAccess(
  'S-FR-03 a code older than half an hour counts no more; a new one takes its place',
  async (entrance) => {
    const { access, pass } = entrance;
    const codeFile = codeFileOf(entrance);
    const first = await access.openClaim({ codeFile });
    pass(minutes(30));
    await assert.rejects(access.claim({ ...request, code: first }), refusal('not-signed-in'));
    const second = readFileSync(codeFile, 'utf8').trim();
    assert.notEqual(second, first);
    await access.claim({ ...request, code: second });
  },
);
