import type { Issue } from '../../values/issue';
import { controlFileIssues } from '../issues/control-file';
import type { ControlFileContext } from '../lint';
import type { ControlFileData, Statement } from '../model';
import { SyntaxFailure } from '../kinds/parse/cursor';
import { CHECK_TOKENS, finished, head, option, type CheckDraft } from './grammar/checks';
import { Context } from '../kinds/parse/context';
import { include, setting } from './grammar/settings';
import { wholeFileRefusals } from './whole-file';
import { refusal, type ParseIssue } from '../kinds/parse/issue';
import { lexed, LONGEST } from '../lexer/lexer';
import type { Lexed } from '../lexer/token';
import { layout, type Line } from './layout';
import { lineOf, type Lines } from './lines';

/**
 * A parsed control file: its statements as data, its canonical text with the comments, and its problems. It is read as Monit 5.33 reads it,
 * up to the first syntax error.
 */
export interface ParsedControlFile extends ControlFileData {
  /** Statements, as far as they could be parsed. Files that the file includes aren't read. */
  readonly statements: readonly Statement[];
  /**
   * Problems of the file, by line: those for which Monit rejects it (`refused`), and all that {@link controlFileIssues} reports. Facts that
   * only a host knows aren't checked: its users, files, programs and regular expressions.
   */
  readonly issues: readonly ParseIssue[];
  /**
   * Renders the file in its canonical form, with the comments: Monit reads the same words in the same order. Text that could not be parsed
   * is missing.
   */
  render(): string;
}

/** Parses a control file. Never throws. See {@link ParsedControlFile}. */
export function parseControlFile(text: string, context: ControlFileContext = {}): ParsedControlFile {
  return new Reader(lexed(text)).read(context);
}

/** Reads the statements one by one, until one can't be parsed. */
class Reader {
  private readonly context: Context;
  private readonly statements: Statement[] = [];
  private readonly lines: Line[] = [];
  private readonly statementLines: Lines = new Map();
  private current: CheckDraft | undefined;

  constructor(private readonly source: Lexed) {
    this.context = new Context(source.tokens);
  }

  read(context: ControlFileContext): ParsedControlFile {
    const problems = this.source.problems.map((problem) =>
      problem.tooLong !== undefined
        ? refusal('monit/invalid-syntax', problem, {
            problem: `${problem.tooLong} bytes in one piece exceed Monit’s buffer`,
            remedy: `Shorten the text to ${LONGEST} bytes.`,
          })
        : refusal('monit/invalid-syntax', problem, {
            problem: `${JSON.stringify(problem.text)} opens a text that is never closed, or isn’t allowed here`,
            remedy: 'Close the quotes, or remove the character.',
          }),
    );
    const failure = this.all();
    const file = { statements: this.statements };
    const inData = controlFileIssues(file, context).map((issue) => this.placed(issue));
    const whole = failure === undefined ? wholeFileRefusals(file, this.statementLines) : [];
    // Nothing is read after a text that is too long, so the syntax error there is a consequence.
    const cutOff = this.source.problems.some(({ tooLong }) => tooLong !== undefined);
    const read = [...problems, ...(failure === undefined || cutOff ? [] : [failure]), ...this.context.issues, ...whole];
    // Text that Monit rejects is reported once, as rejected.
    const refusedAt = new Set(read.filter(({ refused }) => refused).map(({ line }) => line));
    const issues = [...read, ...inData.filter(({ severity, line }) => severity !== 'error' || !refusedAt.has(line))];
    const lines = this.lines;
    const { comments } = this.source;
    return {
      ...file,
      issues: issues.sort((one, other) => one.line - other.line),
      render: () => layout(lines, comments),
    };
  }

  /**
   * Reads to the end of the file.
   * @returns the issue that stopped it; undefined when nothing did
   */
  private all(): ParseIssue | undefined {
    const { cursor } = this.context;
    try {
      while (!cursor.atEnd) this.one();
      return undefined;
    } catch (failure) {
      if (!(failure instanceof SyntaxFailure)) throw failure;
      const { offender } = cursor;
      const where = offender ?? { line: this.source.lastLine, monitLine: this.source.lastMonitLine };
      const problem =
        offender === undefined ? 'the file ends within a statement' : `${JSON.stringify(offender.text.trim())} is not allowed here`;
      return refusal('monit/invalid-syntax', where, { problem, remedy: 'Correct the statement: the rest of the file was not read.' });
    }
  }

  private one(): void {
    const { cursor } = this.context;
    const { firstLine } = cursor.next!;
    cursor.text();
    if (cursor.comes('INCLUDE')) this.add(include(this.context), firstLine);
    else if (cursor.comes('SET')) {
      this.current = undefined;
      this.add(setting(this.context), firstLine);
    } else if (CHECK_TOKENS.includes(cursor.next!.kind)) {
      this.current = head(this.context);
      this.add(finished(this.current), firstLine);
    } else {
      this.option(firstLine);
      return void this.lines.push(this.written(true));
    }
    this.lines.push(this.written(false));
  }

  private written(indented: boolean): Line {
    const { cursor } = this.context;
    return { text: cursor.text(), to: cursor.taken, lastLine: cursor.previous!.line, indented };
  }

  private add(statement: Statement, line: number): void {
    this.statements.push(statement);
    this.statementLines.set(statement, { line, rules: [] });
  }

  private option(line: number): void {
    const { current, context } = this;
    const rules = current?.rules.length;
    if (current === undefined || !option(context, current)) return context.cursor.fail();
    if (current.rules.length !== rules) this.statementLines.get(finished(current))!.rules.push(line);
  }

  private placed(issue: Issue): ParseIssue {
    return { ...issue, line: lineOf(issue.place, this.statements, this.statementLines), refused: false };
  }
}
