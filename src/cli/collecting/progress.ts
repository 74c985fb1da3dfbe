import type { Progress } from '../../api/contract/runs.ts';
import { clock } from '../output/moments.ts';
import { resourceWords } from '../output/resources.ts';
import { visible } from '../../api/contract/visible.ts';
import { cut } from '../output/width.ts';
import { figure } from '../output/words.ts';
import type { Terminal } from '../terminal.ts';

/** Shows how far a collection is, on stderr. */
export type ProgressView = {
  readonly show: (progress: Progress) => void;
  /** Takes away what is not final; to be called however the collection ended. */
  end(): void;
};

type Resource = Extract<Progress, { type: 'resource' }>;
type Started = { readonly progress: Resource; readonly since: number };

const redrawEveryMs = 100;

/** Lines that are redrawn in place on a terminal, one line per event that is final anywhere else. */
export function createProgress(terminal: Terminal, now: () => Date): ProgressView {
  const { redraws, talkWidth, say, write } = terminal;
  const running = new Map<string, Started>();
  let waiting: string | null = null;
  let drawnLines = 0;
  let drawnAt = 0;

  const liveLines = (): readonly string[] => [
    ...[...running.values()].map((started) => resourceLine(started, now())),
    ...(waiting === null ? [] : [waiting]),
  ];
  const draw = (finished: readonly string[]): void => {
    const live = liveLines();
    const lines = [...finished, ...live].map((line) => `${cut(line, talkWidth - 1)}\n`);
    // Up to the first line drawn before, then clear to the end of the screen.
    write((drawnLines > 0 ? `\u001b[${drawnLines}A\u001b[J` : '') + lines.join(''));
    drawnLines = live.length;
    drawnAt = now().getTime();
  };
  const tell = (line: string): void => {
    if (redraws) draw([line]);
    else say(line);
  };

  const showResource = (progress: Resource): void => {
    waiting = null;
    const started = { progress, since: running.get(progress.resource)?.since ?? now().getTime() };
    running.set(progress.resource, started);
    if (progress.done) {
      running.delete(progress.resource);
      tell(resourceLine(started, now()));
    } else if (redraws && now().getTime() - drawnAt >= redrawEveryMs) draw([]);
  };

  return {
    show: (progress) => {
      switch (progress.type) {
        case 'tenant':
          running.clear();
          return tell(`Collecting ${visible(progress.tenantName)}`);
        case 'run':
          return;
        case 'resource':
          return showResource(progress);
        case 'kept':
          running.delete(progress.resource);
          return tell(
            `  ${resourceWords(progress.resource)}: kept as last read: ${visible(progress.reason)}`,
          );
        case 'waiting':
          waiting = `  waiting for Microsoft until ${clock(progress.until)} (${visible(progress.why)})`;
          return redraws ? draw([]) : say(waiting);
      }
    },
    end: () => {
      running.clear();
      waiting = null;
      if (redraws && drawnLines > 0) draw([]);
    },
  };
}

function resourceLine({ progress, since }: Started, now: Date): string {
  const { resource, rows, of, done } = progress;
  const extent = of === null || of === rows ? figure(rows) : `${figure(rows)} of ${figure(of)}`;
  const seconds = (now.getTime() - since) / 1000;
  const speed = seconds >= 1 ? ` (${figure(Math.round(rows / seconds))}/s)` : '';
  return `  ${done ? '✓' : '·'} ${resourceWords(resource)}: ${extent}${speed}`;
}
