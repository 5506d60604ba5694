import { styleFor, type Style } from './style';

/** Output for the report: a terminal, or a log. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/**
 * Tells a person what is going on: numbered steps, what was seen in each, what it proves, how long it took. On a terminal
 * the last line shows what is being done right now; in a log there is no such line.
 */
export class Reporter {
  readonly style: Style;
  private readonly live: boolean;
  private readonly begun = Date.now();
  private stepBegun = Date.now();
  private doing = '';
  private frame = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly output: Output,
    environment: NodeJS.ProcessEnv = process.env,
  ) {
    this.style = styleFor(output.isTTY === true, environment);
    this.live = output.isTTY === true && environment.TERM !== 'dumb';
  }

  /** The first line. */
  heading(text: string): void {
    this.line(this.style.bold(text));
  }

  /** Begins a step, or a part of the report that has no number. */
  step(title: string, number = ''): void {
    this.stepBegun = Date.now();
    this.line('');
    this.line(this.style.bold(number === '' ? title : `${this.style.cyan(number)} ${title}`));
    this.progress('');
    if (this.live) this.timer ??= setInterval(() => this.draw(), 100).unref();
  }

  /** Shows the current activity until the next one, on a terminal only. */
  progress(text: string): void {
    this.doing = text.trim();
    this.draw();
  }

  /** Something seen or done, to stay. */
  say(text: string): void {
    this.line(`  ${text}`.trimEnd());
  }

  /** A piece of a file, of a plan, or of another program's output. Lines of a diff are coloured. */
  quote(caption: string, lines: readonly string[], kind: 'text' | 'diff' = 'text'): void {
    if (caption !== '') this.line(`  ${this.style.cyan(caption)}`);
    for (const line of lines) this.line(`  ${this.style.dim('│')} ${kind === 'diff' ? this.diffLine(line) : line}`.trimEnd());
  }

  /** Ends a step with what it proves. */
  proved(text: string): void {
    this.end(`  ${this.style.green('✔')} ${text} ${this.style.dim(`(${seconds(Date.now() - this.stepBegun)})`)}`);
  }

  /** Ends a step that was left out. */
  skipped(reason: string): void {
    this.end(`  ${this.style.yellow('–')} skipped: ${reason}`);
  }

  /** Ends a step that went wrong, with what the failing command said. */
  failed(message: string): void {
    const [first = '', ...rest] = message.trimEnd().split('\n');
    this.end(`  ${this.style.red('✘')} ${this.style.red(first)}`);
    this.quote('', rest);
  }

  /** The last line: how it all ended, and the time it took. */
  close(text: string): void {
    this.end('');
    this.line(this.style.bold(`${text} (${seconds(Date.now() - this.begun)})`));
  }

  private end(line: string): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.doing = '';
    this.line(line);
  }

  private line(text: string): void {
    this.output.write(`${this.live ? ERASE : ''}${text}\n`);
    this.draw();
  }

  private draw(): void {
    if (!this.live || this.timer === undefined) return;
    this.frame = (this.frame + 1) % FRAMES.length;
    const width = (this.output.columns ?? 80) - 12;
    const text = this.doing.length > width ? `${this.doing.slice(0, width - 1)}…` : this.doing;
    this.output.write(
      `${ERASE}  ${this.style.cyan(FRAMES[this.frame]!)} ${this.style.dim(`${text} ${seconds(Date.now() - this.stepBegun)}`)}`,
    );
  }

  private diffLine(line: string): string {
    if (line.startsWith('+')) return this.style.green(line);
    if (line.startsWith('-')) return this.style.red(line);
    return line;
  }
}

/** Back to the line's beginning, and wipe it. */
const ERASE = '\r\u001b[K';

/** A duration for people: `0.4 s`, `12 s`, `2 min 5 s`. */
export function seconds(milliseconds: number): string {
  if (milliseconds < 10_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  const whole = Math.round(milliseconds / 1000);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
