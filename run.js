// Installs what is missing, then starts the pinned Node, or npm on it, with the given arguments:
//   node run.js node src/main.ts demo        node run.js npm i -E name@1.2.3
// Plain JavaScript for Node 18 and newer: it runs before the pinned Node is there.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isatty } from 'node:tty';
import { fileURLToPath } from 'node:url';

const { platform, arch, env, pid } = process;
const root = dirname(fileURLToPath(import.meta.url));
const installed = join(root, 'node_modules', '.package-lock.json');
const lock = join(root, '.install-lock');
const system = `${platform === 'win32' ? 'win' : platform}-${arch}`;
const nodePackage = `node_modules/node-${system === 'darwin-arm64' ? 'bin-darwin-arm64' : system}`;

const [program, ...given] = process.argv.slice(2);
if (program !== 'node' && program !== 'npm') stop(2, 'Usage: node run.js node|npm ARGUMENTS');
if (!isInstalled()) await install();
process.exitCode = await start(pinnedNode(), program === 'npm' ? [npmProgram(), ...given] : given);

/**
 * Whether npm has finished an install of this package-lock.json: it writes its own list last, so an interrupted
 * install has none (file times say nothing). Optional packages are other systems', except this system's Node.
 */
function isInstalled() {
  if (!existsSync(installed)) return false;
  const present = packagesOf(installed);
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(
    ([path, { version, integrity, optional }]) =>
      path === '' ||
      (optional && path !== nodePackage) ||
      (present[path]?.version === version && present[path].integrity === integrity),
  );
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

async function install() {
  await takeLock();
  process.once('exit', release);
  if (!isInstalled()) await runNpmCi();
  process.removeListener('exit', release);
  release();
}

/** The lock holds the ids of this process and its npm; what dead ones or a very old install left is taken over. */
async function takeLock() {
  for (let told = false; ; await pause(200)) {
    try {
      writeFileSync(lock, `${pid}`, { flag: 'wx' });
      await pause(100); // so that another who took it for the dead one's has written its own id by now
      if (readFileSync(lock, 'utf8') === `${pid}`) return;
    } catch (error) {
      if (error.code !== 'EEXIST' && error.code !== 'ENOENT') throw error;
    }
    if (!isHeld()) release();
    else if (!told) told = !!process.stderr.write(`Waiting for another install to end (${lock}).\n`);
  }
}

function isHeld() {
  try {
    if (Date.now() - statSync(lock).mtimeMs > 15 * 60_000) return false;
    return readFileSync(lock, 'utf8')
      .split(' ')
      .some((holder) => isAlive(Number(holder)));
  } catch {
    return false;
  }
}

function isAlive(id) {
  try {
    return id !== pid && process.kill(id, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function release() {
  rmSync(lock, { force: true });
}

async function runNpmCi() {
  process.stderr.write('Installing the packages of package-lock.json: once, about half a minute.\n');
  rmSync(installed, { force: true }); // npm removes the old packages in any order
  const flags = [
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
  ];
  const npm = spawn(env.npm_node_execpath ?? process.execPath, [npmProgram(), 'ci', ...flags], {
    cwd: root,
    stdio: ['ignore', 2, 2], // standard output is the program's
  });
  writeFileSync(lock, `${pid} ${npm.pid}`); // npm lives on when this process is killed
  let interrupted = 0;
  const code = await ending(npm, (signal) => {
    interrupted = 128 + constants.signals[signal];
    npm.kill('SIGKILL'); // it ignores Ctrl-C for most of a minute
  });
  if (interrupted) stop(interrupted, 'The install was interrupted; the next start begins it anew.');
  if (code !== 0) stop(1, 'The packages were not installed; npm says why above.');
}

/** npm's own program file: of the npm that runs this script, else of the first npm in the path. */
function npmProgram() {
  if (env.npm_execpath?.endsWith('npm-cli.js')) return env.npm_execpath;
  for (const folder of [dirname(process.execPath), ...(env.PATH ?? env.Path ?? '').split(delimiter)]) {
    const beside = join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js'); // Windows
    if (existsSync(beside)) return beside;
    const linked = join(folder, 'npm');
    if (existsSync(linked) && realpathSync(linked).endsWith('npm-cli.js')) return realpathSync(linked);
  }
  return stop(78, 'npm was not found. It comes with Node: https://nodejs.org');
}

function pinnedNode() {
  const pinned = join(root, nodePackage, 'bin', platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(pinned)) return pinned;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 26 || (major === 26 && minor >= 10)) return process.execPath;
  return stop(78, `There is no Node package for ${system}. Install Node 26.10 or newer: https://nodejs.org`);
}

function start(node, args) {
  const cache = { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node') };
  const child = spawn(node, args, { stdio: 'inherit', env: program === 'node' ? { ...cache, ...env } : env });
  child.once('error', (error) => stop(78, `${node} cannot be started (${error.code}).`));
  if (env.npm_lifecycle_event) endWithParent(child);
  const terminal = [0, 1, 2].some((stream) => isatty(stream));
  return ending(child, (signal) => {
    // A terminal sends Ctrl-C to the child as well, and twice is an order to stop at once.
    if (signal !== 'SIGINT' || !terminal) child.kill(signal);
  });
}

/** The shell that npm starts dies of SIGTERM without passing it on. */
function endWithParent(child) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill('SIGTERM');
  }, 500).unref();
}

/** The child's exit code, or 128 and the number of the signal that ended it, as a shell says it. */
function ending(child, onSignal) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, onSignal);
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      for (const each of signals) process.removeListener(each, onSignal);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}

function stop(code, message) {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}
