import { spawn, spawnSync } from 'node:child_process';

import { isAlive, identify } from './owner';
import { quietNow } from './quiet-clock';
import { undoOnExit } from './undo';

/** Exit code and output of a command. */
export interface Outcome {
  /** Exit code; 128 + signal number if a signal ended it, as in a shell. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** Text for the command's stdin, which is otherwise empty. */
  readonly input?: string;
  /** Milliseconds of a quiet machine after which the command is killed (code 137). Default: two minutes. */
  readonly timeout?: number;
  readonly cwd?: string;
  /** The whole environment; default: this process's. */
  readonly env?: NodeJS.ProcessEnv;
  /** Receives output as it arrives, stdout and stderr mixed. */
  readonly onOutput?: (chunk: string) => void;
}

const SIGNALS: Readonly<Record<string, number>> = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGPIPE: 13, SIGTERM: 15 };

/** Runs a command to its end. It doesn't reject because of the exit code: tests also examine failures. */
export function run(argv: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const [command = '', ...args] = argv;
  return new Promise((resolve, reject) => {
    // A process group of its own, so that a timeout also kills the command's children, which hold our pipes.
    const child = spawn(command, args, { cwd: options.cwd, env: options.env, stdio: 'pipe', detached: true });
    const forget = undoOnExit(() => interruptGroup(child.pid));
    let stdout = '';
    let stderr = '';
    const stopWatching = afterQuietly(options.timeout ?? 120_000, () => {
      stderr += `\n(killed after ${options.timeout ?? 120_000} ms)\n`;
      signalGroup(child.pid, 'SIGKILL');
    });
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
      options.onOutput?.(chunk);
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
      options.onOutput?.(chunk);
    });
    child.stdin.on('error', () => undefined); // the command may end without reading its input
    child.stdin.end(options.input ?? '');
    child.once('error', (error) => {
      forget();
      stopWatching();
      reject(new Error(`${command}: ${error.message}`));
    });
    child.once('close', (code, signal) => {
      forget();
      stopWatching();
      resolve({ code: code ?? 128 + (SIGNALS[signal ?? ''] ?? 0), stdout, stderr });
    });
  });
}

/** Calls back after so many milliseconds of a quiet machine; returns a function that cancels this. */
function afterQuietly(milliseconds: number, callBack: () => void): () => void {
  const end = quietNow() + milliseconds;
  const timer = setInterval(() => {
    if (quietNow() < end) return;
    clearInterval(timer);
    callBack();
  }, 50);
  return () => clearInterval(timer);
}

/** Runs a command that must succeed; returns its stdout. */
export async function must(argv: readonly string[], options: RunOptions = {}): Promise<string> {
  const { code, stdout, stderr } = await run(argv, options);
  if (code !== 0) throw new Error(`${argv.join(' ')} ended with ${code}:\n${lastLines(stdout + stderr)}`);
  return stdout;
}

/** The same, blocking: for exit handlers, in which nothing asynchronous runs. */
export function runSync(argv: readonly string[]): Outcome {
  const [command = '', ...args] = argv;
  const result = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: process.env });
  return { code: result.status ?? 255, stdout: result.stdout ?? '', stderr: result.stderr ?? '' };
}

/** Blocks the whole process: for polling in exit handlers. */
export function sleepSync(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

export const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Returns the end of a log, enough to show the cause. */
export function lastLines(text: string, count = 25): string {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}

/** Sends Ctrl-C's signal to a command, and gives it half a minute to finish (apt-get and Terraform use it). */
function interruptGroup(pid: number | undefined): void {
  const identity = pid === undefined ? undefined : identify(pid);
  if (identity === undefined) return;
  signalGroup(pid, 'SIGINT');
  for (let turn = 0; turn < 600 && isAlive(identity); turn++) sleepSync(50);
  signalGroup(pid, 'SIGKILL');
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // ended just now
  }
}
