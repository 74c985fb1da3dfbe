import { Refusal } from '../../api/contract/refusal.ts';
import { closingCommand, readCredentialFile } from '../connecting/files.ts';
import type { Call } from '../definition.ts';
import { texts } from '../options.ts';
import { ask } from '../output/ask.ts';
import { resultMark } from '../output/result-mark.ts';

const leastCharacters = 12;

/**
 * The new password: from a file, from standard input for `-`, or typed twice at a terminal.
 * Throws a `Refusal` when there is neither a file nor anyone to ask.
 */
export async function newPassword(call: Call): Promise<string> {
  const { passwordFile } = texts(call, 'passwordFile');
  if (passwordFile !== undefined) return readPassword(call, passwordFile);
  if (call.terminal.canAsk) return askTwice(call);
  throw new Refusal(
    'wrong-input',
    'Missing: --password-file, a file with the password or - for standard input. On a terminal it is asked for.',
  );
}

async function readPassword({ context, terminal }: Call, path: string): Promise<string> {
  const { bytes, openToOthers } = await readCredentialFile(path, 'the password', context.stdin);
  if (openToOthers) {
    const message = `Others on this machine can read ${path}. To close it: ${closingCommand(path)}`;
    terminal.warn(`${resultMark('warning', terminal.paintTalk)}  ${message}`);
  }
  // An editor ends the last line; anything else may belong to the password.
  return bytes.toString('utf8').replace(/\r?\n$/, '');
}

async function askTwice(call: Call): Promise<string> {
  const password = await askHidden(call, 'Password, 12 characters or more', (text) =>
    [...text].length < leastCharacters ? 'Too short: a few unrelated words make a good one.' : undefined,
  );
  await askHidden(call, 'The same once more', (text) =>
    text === password ? undefined : 'These differ; Ctrl-C leaves.',
  );
  return password;
}

async function askHidden(
  { context }: Call,
  message: string,
  fault: (text: string) => string | undefined,
): Promise<string> {
  return ask<string>(context, ({ password }, streams) =>
    password({ ...streams, message, clearOnError: true, validate: (text) => fault(text ?? '') }),
  );
}
