#!/usr/bin/env node
// The program as a command: src/main.ts on the pinned Node, in the folder of the caller.
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
process.argv.splice(
  2,
  0,
  'node',
  '--disable-proto=throw',
  '--min-semi-space-size=16',
  '--max-semi-space-size=16',
  main,
);
await import('../run.js');
