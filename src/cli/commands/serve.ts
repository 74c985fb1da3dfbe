import type { CommandDefinition } from '../definition.ts';
import { texts, wholeNumber } from '../options.ts';

/** `seatledger serve`: the daemon. */
export const serveCommand: CommandDefinition = {
  name: 'serve',
  summary: 'collect on a schedule, and answer the web interface and the API',
  options: [
    { flags: '--host <host>', description: 'where to listen (127.0.0.1)' },
    { flags: '--port <port>', description: 'port to listen on, 0 for a free one (7365)' },
    {
      flags: '--role <role>',
      description: 'answer, collect, or both (all); apart only with PostgreSQL',
      choices: ['all', 'api', 'worker'],
    },
  ],
  examples: [
    { line: 'seatledger serve', says: 'on this machine, at http://127.0.0.1:7365' },
    {
      line: 'SEATLEDGER_PUBLIC_URL=https://seats.contoso.com seatledger serve --host 0.0.0.0',
      says: 'for others, behind a proxy that holds the certificate',
    },
  ],
  outputs: ['table'],
  stopsItself: true,
  run(call) {
    const { host, role } = texts(call, 'host', 'role');
    const port = wholeNumber(call, 'port', 0, 65_535);
    return call.context.serve({
      globals: call.globals,
      collects: role !== 'api',
      answers: role !== 'worker',
      ...(host === undefined ? {} : { host }),
      ...(port === undefined ? {} : { port }),
    });
  },
};
