/** A system call that succeeded, as `strace -f -y -xx` shows it. */
export interface Call {
  /** Process id in the observer's namespace. */
  readonly pid: number;
  readonly name: string;
  readonly args: readonly Argument[];
  /** Return value. A process id here is one of the caller's namespace, and can't be matched with those of strace. */
  readonly result: number;
  /** Path of a returned descriptor. */
  readonly resultPath?: string;
  /** Line of the trace in which it begins. A sync covers what was done before that. */
  readonly begun: number;
  /** Line in which it ends. */
  readonly ended: number;
}

/** One argument: its text without strings and paths, and these separately. */
export interface Argument {
  /** Text as in the trace: a number, flags, `AT_FDCWD<…>`. */
  readonly text: string;
  /** Bytes of a quoted string. */
  readonly bytes?: Buffer;
  /** Path of a descriptor. */
  readonly path?: string;
  /** Strings of a list, as in execve and writev. */
  readonly list?: readonly Buffer[];
}

/** Parses a trace. Calls that failed, or that were interrupted by the end of their process, are left out. */
export function parseTrace(text: string): readonly Call[] {
  const calls: Call[] = [];
  const unfinished = new Map<number, { readonly text: string; readonly begun: number }>();
  let line = 0;
  for (const row of text.split('\n')) {
    line += 1;
    const match = /^(\d+) +(.*)$/.exec(row);
    if (match === null) continue;
    const pid = Number(match[1]);
    const rest = match[2]!;
    if (rest.startsWith('+++') || rest.startsWith('---')) continue;
    if (rest.endsWith('<unfinished ...>')) {
      unfinished.set(pid, { text: rest.slice(0, -'<unfinished ...>'.length), begun: line });
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>/.exec(rest);
    if (resumed === null) {
      add(calls, pid, rest, { begun: line, ended: line });
    } else {
      const start = unfinished.get(pid);
      unfinished.delete(pid);
      if (start !== undefined) add(calls, pid, start.text + rest.slice(resumed[0].length), { begun: start.begun, ended: line });
    }
  }
  return calls;
}

function add(calls: Call[], pid: number, text: string, lines: Pick<Call, 'begun' | 'ended'>): void {
  const match = /^(\w+)\((.*)\) += (.*)$/s.exec(text);
  if (match === null) return;
  const [, name, args, outcome] = match as unknown as readonly [string, string, string, string];
  const result = /^-?(?:0[0-7]*|\d+)/.exec(outcome)?.[0];
  if (result === undefined || outcome.startsWith('-1')) return;
  const resultPath = /^\d+<([^>]*)>/.exec(outcome)?.[1];
  calls.push({
    pid,
    name,
    args: splitArguments(args).map(argument),
    result: name === 'umask' ? parseInt(result, 8) : Number(result),
    ...(resultPath === undefined ? {} : { resultPath: decode(resultPath).toString() }),
    ...lines,
  });
}

/** Splits arguments at commas outside brackets. With -xx, strings contain neither. */
function splitArguments(text: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index]!;
    if ('[{('.includes(character)) depth += 1;
    else if (']})'.includes(character)) depth -= 1;
    else if (character === ',' && depth === 0) {
      found.push(text.slice(start, index).trim());
      start = index + 1;
    }
  }
  const last = text.slice(start).trim();
  return last === '' ? found : [...found, last];
}

function argument(text: string): Argument {
  const quoted = /^"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?$/.exec(text);
  if (quoted !== null) {
    if (quoted[2] !== undefined) throw new Error(`strace cut a string short: ${text.slice(0, 80)}`);
    return { text: '', bytes: decode(quoted[1]!) };
  }
  if (text.startsWith('[')) {
    return { text: '', list: [...text.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, part]) => decode(part!)) };
  }
  // A deleted file is marked after the bracket.
  const described = /^(-?\w+)<([^>]*)>(\(deleted\))?/.exec(text);
  if (described !== null) {
    const path = described[3] === undefined ? decode(described[2]!).toString() : '';
    return { text: described[1]!, path };
  }
  return { text };
}

function decode(text: string): Buffer {
  return text.includes('\\x') ? Buffer.from(text.replaceAll('\\x', ''), 'hex') : Buffer.from(text);
}
