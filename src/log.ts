import type { LogLevel } from './config.ts';
import type { Log } from './graph/graph.ts';

/** The log: JSON lines on stderr, with what happened and never with a record or a secret. */
export async function createLog(level: LogLevel): Promise<Log> {
  const { pino } = await import('pino');
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );
  return {
    debug: (data, message) => logger.debug(data, message),
    warn: (data, message) => logger.warn(data, message),
  };
}
