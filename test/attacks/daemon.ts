import { serve } from '../../src/serve.ts';

// A daemon that says everything, and takes tenants at a stand-in of Microsoft: for tests that read what it writes.

const serving = await serve({
  env: process.env,
  verbose: true,
  port: 0,
  customClouds: true,
  collects: true,
  answers: true,
  say: (line) => void process.stderr.write(`${line}\n`),
});
process.stdin.resume().once('end', () => void serving.close());
