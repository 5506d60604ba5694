import { styleFor, type Style } from './style';

/** Destination of the report: a terminal, or a log. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/**
 * Reports the progress of the demo: numbered steps, their observations, their proofs and their durations. On a terminal
 * the last line shows the current activity; a log has no such line.
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

  /** Prints the first line. */
  heading(text: string): void {
    this.line(this.style.bold(text));
  }

  /** Begins a step, or a part of the report without a number. */
  step(title: string, number = ''): void {
    this.stepBegun = Date.now();
    this.line('');
    this.line(this.style.bold(number === '' ? title : `${this.style.cyan(number)} ${title}`));
    this.progress('');
    if (this.live) this.timer ??= setInterval(() => this.draw(), 100).unref();
  }

  /** Shows the current activity until the next one, only on a terminal. */
  progress(text: string): void {
    this.doing = text.trim();
    this.draw();
  }

  /** Prints an observation or an action. */
  note(text: string): void {
    this.line(`  ${text}`.trimEnd());
  }

  /** Prints a part of a file, of a plan, or of another program's output. Lines of a diff are coloured. */
  quote(caption: string, lines: readonly string[], kind: 'text' | 'diff' = 'text'): void {
    if (caption !== '') this.line(`  ${this.style.cyan(caption)}`);
    for (const line of lines) this.line(`  ${this.style.dim('│')} ${kind === 'diff' ? this.diffLine(line) : line}`.trimEnd());
  }

  /** Ends a step with its proof. */
  proved(text: string): void {
    this.end(`  ${this.style.green('✔')} ${text} ${this.style.dim(`(${seconds(Date.now() - this.stepBegun)})`)}`);
  }

  /** Ends a step that was left out. */
  skipped(reason: string): void {
    this.end(`  ${this.style.yellow('–')} skipped: ${reason}`);
  }

  /** Ends a failed step, with the output of the failed command. */
  failed(message: string): void {
    const [first = '', ...rest] = message.trimEnd().split('\n');
    this.end(`  ${this.style.red('✘')} ${this.style.red(first)}`);
    this.quote('', rest);
  }

  /** Prints the last line: the result, and the duration. */
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

/** Returns to the beginning of the line, and erases it. */
const ERASE = '\r\u001b[K';

/** Formats a duration for people: `0.4 s`, `12 s`, `2 min 5 s`. */
export function seconds(milliseconds: number): string {
  if (milliseconds < 10_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  const whole = Math.round(milliseconds / 1000);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
