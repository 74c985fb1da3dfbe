import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import * as path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const built = path.join(root, 'web', 'dist');

/**
 * The folder of the built interface; in a checkout it is built first where that was never done or its sources are
 * newer, and what that says goes to stderr.
 * @throws Error when it cannot be built.
 */
export async function interfaceFolder(): Promise<string> {
  const script = path.join(root, 'scripts', 'build-web.ts');
  if (existsSync(script) && isStale()) await build(script);
  return built;
}

function isStale(): boolean {
  const page = path.join(built, 'index.html');
  if (!existsSync(page)) return true;
  const builtAt = statSync(page).mtimeMs;
  return sources().some((file) => statSync(file).mtimeMs > builtAt);
}

function sources(): readonly string[] {
  const folders = [path.join(root, 'web'), path.join(root, 'src', 'api', 'contract')];
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.startsWith(built))
      .map((entry) => path.join(entry.parentPath, entry.name)),
  );
}

async function build(script: string): Promise<void> {
  process.stderr.write('Building the web interface (once, about half a minute) …\n');
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(process.execPath, [script], { cwd: root, stdio: ['ignore', 2, 2] });
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code === 0) return;
  const failed = 'The web interface could not be built; what failed stands above.';
  if (!existsSync(path.join(built, 'index.html'))) throw new Error(failed);
  process.stderr.write(`${failed} The one that was built before is shown.\n`);
}
