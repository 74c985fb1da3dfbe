import type { Access } from './access/access.ts';
import { createCursors, type Cursors } from './http/cursors.ts';
import { createMadeCertificates, type MadeCertificates } from './made-certificates.ts';
import { createRunning, type Running } from './running.ts';
import type { Writer } from './writer.ts';

/** What the routes work with beside the readers. */
export type Services = {
  /** Who may call; opened when first asked. */
  readonly access: () => Promise<Access>;
  readonly writer: Writer;
  readonly running: Running;
  readonly certificates: MadeCertificates;
  readonly cursors: Cursors;
  /** Whether a tenant may be connected at a stand-in of Microsoft, by addresses that the caller names. */
  readonly customClouds: boolean;
};

/** What services are made of. */
export type ServicesOptions = Pick<Services, 'access' | 'writer' | 'customClouds'> & {
  readonly now: () => Date;
  /** 32 bytes that sign the cursors of lists. */
  readonly cursorKey: Uint8Array;
};

/** The services of a server. */
export function createServices({ now, cursorKey, ...given }: ServicesOptions): Services {
  return {
    ...given,
    running: createRunning(given.writer),
    certificates: createMadeCertificates(now),
    cursors: createCursors(cursorKey),
  };
}

/** A session as the browser keeps it. */
export type SessionCookie = { readonly value: string; readonly endsAt: Date };
