import { argon2, timingSafeEqual } from 'node:crypto';
import { Refusal } from '../contract/refusal.ts';
import { createLine } from './line.ts';

/** What one check of a password costs whoever guesses: argon2id's memory in KiB, passes and lanes. */
export type PasswordCost = { readonly memory: number; readonly passes: number; readonly parallelism: number };

/** Makes and checks the kept form of passwords, two at a time. */
export type Passwords = {
  /** The kept form, which says with what it was made (PHC). */
  hash(password: string): Promise<string>;
  /** Whether it is the password; for null, no account, it costs the same and is never right. */
  matches(password: string, kept: string | null): Promise<boolean>;
};

/** 46 MiB, one pass, one lane: the first choice of OWASP's Password Storage Cheat Sheet. */
const standardCost: PasswordCost = { memory: 47_104, passes: 1, parallelism: 1 };

const leastCharacters = 12;
const mostBytes = 1024;
const saltBytes = 16;
const tagBytes = 32;

// Two at a time take under 100 MiB; twenty in line wait for under a second.
const atOnce = 2;
const mostWaiting = 20;

/** Passwords under argon2id, with a salt of their own from `random`. */
export function createPasswords(
  random: (bytes: number) => Buffer,
  cost: PasswordCost = standardCost,
): Passwords {
  const line = createLine(atOnce, mostWaiting);
  const nobody = phc(cost, random(saltBytes), random(tagBytes));
  return {
    async hash(password) {
      const salt = random(saltBytes);
      return phc(cost, salt, await line(() => derive(password, cost, salt)));
    },
    async matches(password, kept) {
      const { cost, salt, tag } = parsed(kept ?? nobody);
      const derived = await line(() => derive(password, cost, salt));
      return timingSafeEqual(derived, tag) && kept !== null;
    },
  };
}

/** @throws Refusal when a new password is too short or too long. */
export function refuseUnfit(password: string): void {
  refuseLong(password);
  if ([...password].length >= leastCharacters) return;
  throw new Refusal(
    'wrong-input',
    `The password is too short: it needs ${leastCharacters} characters or more. A few unrelated words make a good one.`,
  );
}

/** @throws Refusal when a password is longer than any can be, before it costs anything. */
export function refuseLong(password: string): void {
  if (Buffer.byteLength(password) <= mostBytes) return;
  throw new Refusal('wrong-input', `The password is too long: it may have ${mostBytes} bytes at most.`);
}

function derive(password: string, cost: PasswordCost, salt: Buffer): Promise<Buffer> {
  // Keyboards differ in how they spell an accent; in this form they agree.
  const message = password.normalize('NFKC');
  return new Promise((resolve, reject) => {
    argon2('argon2id', { ...cost, message, nonce: salt, tagLength: tagBytes }, (error, tag) =>
      error ? reject(error) : resolve(tag),
    );
  });
}

function phc({ memory, passes, parallelism }: PasswordCost, salt: Buffer, tag: Buffer): string {
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(tag)}`;
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}

function parsed(kept: string): { readonly cost: PasswordCost; readonly salt: Buffer; readonly tag: Buffer } {
  const form = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]{43})$/;
  const [, memory, passes, parallelism, salt, tag] = form.exec(kept) ?? [];
  if (salt === undefined || tag === undefined) {
    throw new Refusal('store', 'A kept password is damaged. Restore the accounts from a backup.');
  }
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}
