import { renameSync, rmSync, writeFileSync } from 'node:fs';
import * as kept from '../../store/access/accounts.ts';
import { Refusal } from '../contract/refusal.ts';
import { taken } from './accounts.ts';
import { createCodes } from './codes.ts';
import type { AccessContext } from './context.ts';
import type { Marker } from './marker.ts';
import { checkedName } from './names.ts';
import { refuseUnfit, type Passwords } from './passwords.ts';
import type { Begin, Origin, SignedIn } from './sessions.ts';

/** The first run: who holds the code becomes the first owner, once. */
export type Claim = {
  /** True from the first owner on, also when the database that knew of it is lost. */
  claimed(): Promise<boolean>;
  /** What to do when the accounts are lost though this was claimed, or null when all is well. */
  lossOfAccounts(): Promise<string | null>;
  /**
   * Makes a code to claim with, and keeps it in a file that only its owner may read.
   * After half an hour or five wrong tries a new one takes its place.
   * @throws Refusal when this was claimed before.
   */
  openClaim(options: { readonly codeFile: string }): Promise<string>;
  /**
   * Makes the first owner and signs it in.
   * @throws Refusal `conflict` when this was claimed, `not-signed-in` for a wrong code.
   */
  claim(request: ClaimAttempt): Promise<SignedIn>;
};

type ClaimAttempt = Origin & { readonly code: string; readonly name: string; readonly password: string };

/** The claim of this Seatledger, held in the store and marked beside it. */
export function createClaim(
  context: AccessContext,
  passwords: Passwords,
  marker: Marker,
  begin: Begin,
): Claim {
  const { store, now, random } = context;
  const codes = createCodes(now, random);
  let file: string | null = null;
  const newCode = (codeFile: string): string => {
    const code = codes.issue('claim');
    writeOwnFile(codeFile, `${code}\n`, random);
    context.onCode?.(code, codeFile);
    return code;
  };
  const isClaimed = async (): Promise<boolean> => {
    const inStore = await kept.isClaimed(store);
    // Also for an owner who was made where the marker could not be written, or by another process.
    if (inStore) marker.set();
    return inStore || marker.isSet();
  };
  const lossOfAccounts = async () => ((await isClaimed()) && !(await kept.isClaimed(store)) ? lost : null);
  const refuseClaimed = async (): Promise<void> => {
    if (await isClaimed()) throw new Refusal('conflict', (await lossOfAccounts()) ?? claimedAlready);
  };
  return {
    claimed: isClaimed,
    lossOfAccounts,
    async openClaim({ codeFile }) {
      await refuseClaimed();
      file = codeFile;
      return newCode(codeFile);
    },
    async claim({ code, password, ...request }) {
      await refuseClaimed();
      if (codes.subjectOf(code) === null) {
        if (file !== null && !codes.live()) newCode(file);
        throw wrongCode(file);
      }
      const name = checkedName(request.name);
      refuseUnfit(password);
      const passwordHash = await passwords.hash(password);
      const outcome = await kept.claimForOwner(store, { name, passwordHash }, now().toISOString());
      if (outcome === 'taken') throw taken(name);
      if (outcome === 'claimed-before') throw new Refusal('conflict', claimedAlready);
      marker.set();
      codes.end(code);
      if (file !== null) rmSync(file, { force: true });
      const signedIn = await begin(name, request, passwordHash);
      if (signedIn) return signedIn;
      throw new Refusal('not-signed-in', 'The account was made, and changed at once. Sign in with it.');
    },
  };
}

const claimedAlready = 'This Seatledger has an owner already. Sign in, or ask an owner for an account.';

const lost =
  'This Seatledger was claimed before, but its accounts are gone: the database was lost or replaced. Restore it ' +
  'from a backup, or make a new owner at this machine: seatledger account add NAME --role owner';

function wrongCode(file: string | null): Refusal {
  const where = file === null ? '' : ` The one that counts stands in ${file} on the machine of Seatledger.`;
  return new Refusal(
    'not-signed-in',
    `This code is wrong or over: a code counts for 30 minutes and five tries.${where}`,
  );
}

/** Whole at once and nobody else's, also where a file was before. */
function writeOwnFile(file: string, text: string, random: AccessContext['random']): void {
  const draft = `${file}.${random(6).toString('hex')}.new`;
  try {
    writeFileSync(draft, text, { mode: 0o600, flag: 'wx' });
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}
