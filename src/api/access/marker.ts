import { existsSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';

/** Says beside the database that this Seatledger had an owner once, whatever became of the database. */
export type Marker = { isSet(): boolean; set(): void };

/** A file in the data directory. */
export function createMarker(dataDir: string): Marker {
  const file = path.join(dataDir, 'claimed');
  const isSet = () => existsSync(file);
  return {
    isSet,
    set: () => {
      if (!isSet()) writeFileSync(file, text, { mode: 0o600 });
    },
  };
}

const text =
  'This Seatledger has an owner. While this file is here, nobody can claim it anew, even if the database is lost.\n';
