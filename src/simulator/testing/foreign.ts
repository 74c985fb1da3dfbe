import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Simulator, SimulatorOptions } from '../simulator.ts';
import { startSimulator } from '../simulator.ts';
import { makeCertificate } from './certificate.ts';

const execute = promisify(execFile);

/** A simulator over real TLS, for programs of others that insist on it. */
export type SecureSimulator = {
  readonly simulator: Simulator;
  /** Runs a module that trusts its certificate, finds `input` in `process.argv[1]`, and writes JSON: gives that. */
  run(program: string, input: object): Promise<unknown>;
  [Symbol.asyncDispose](): Promise<void>;
};

/** Starts it with a certificate made for the occasion. */
export async function startSecureSimulator(options: SimulatorOptions): Promise<SecureSimulator> {
  const { key, certificate } = makeCertificate({ host: 'localhost' });
  const folder = await mkdtemp(join(tmpdir(), 'simulator-'));
  const authority = join(folder, 'authority.pem');
  await writeFile(authority, certificate);
  const simulator = await startSimulator({ ...options, tls: { key, cert: certificate } });
  return {
    simulator,
    async run(program, input) {
      const flags = ['--input-type=module', '--eval', program, '--', JSON.stringify(input)];
      const env = { ...process.env, NODE_EXTRA_CA_CERTS: authority };
      const { stdout } = await execute(process.execPath, flags, { env });
      return JSON.parse(stdout) as unknown;
    },
    async [Symbol.asyncDispose]() {
      await simulator.close();
      await rm(folder, { recursive: true });
    },
  };
}
