import { createHash } from 'node:crypto';
import { TerraformElement } from 'cdktf';
import type { Construct } from 'constructs';
import type { BundleFile } from '../bundle';
import { hasToken, templateText } from './template-text';

/** A file's text as Terraform locals, which {@link localsOf} makes. */
export interface FileLocal {
  /** Names the locals, each of which puts a word of its own before it. */
  readonly name: string;
  /** Path on the hosts. */
  readonly path: string;
  /** Lines as Terraform template text, tokens among them. */
  readonly lines: readonly string[];
  /** Whether Terraform fills something in, which may be sensitive. */
  readonly filledIn: boolean;
  /** Names the file in the ledger: its path, and a host where hosts differ. */
  readonly label: string;
}

/** The file of one host. */
export interface HostFileKey {
  /** Names the host, in the stack. */
  readonly host: string;
  /** What it gets. */
  readonly file: BundleFile;
}

/**
 * One local for each distinct text: hosts that have the same file share it, hosts that differ get one each, named after
 * the first that has it.
 */
export function fileLocals(
  files: readonly HostFileKey[],
  resolve: (lines: readonly string[]) => readonly string[],
): ReadonlyMap<BundleFile, FileLocal> {
  const byPath = new Map<string, Map<string, HostFileKey[]>>();
  for (const entry of files) {
    const filledIn = entry.file.lines.some(hasToken);
    // The same token has another text each time it is made into a string: only what it resolves to tells.
    const text = (filledIn ? resolve(entry.file.lines) : entry.file.lines).join('\n');
    const texts = byPath.get(entry.file.path) ?? new Map<string, HostFileKey[]>();
    byPath.set(entry.file.path, texts.set(text, [...(texts.get(text) ?? []), entry]));
  }
  const result = new Map<BundleFile, FileLocal>();
  const names = new Set<string>();
  for (const [path, texts] of [...byPath].sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const entries of texts.values()) {
      const first = entries[0]!;
      const suffix = texts.size > 1 ? `__${identifier(first.host)}` : '';
      let name = `${identifier(path)}${suffix}`;
      // `/a-b` and `/a_b` make the same identifier.
      if (names.has(name)) name += `_${createHash('sha256').update(`${path}\0${first.host}`).digest('hex').slice(0, 8)}`;
      names.add(name);
      const local: FileLocal = {
        name,
        path,
        lines: first.file.lines.map(templateText),
        filledIn: first.file.lines.some(hasToken),
        label: texts.size > 1 ? `${path} (${first.host})` : path,
      };
      for (const entry of entries) result.set(entry.file, local);
    }
  }
  return result;
}

/** Text as part of a Terraform identifier. */
export function identifier(text: string): string {
  return text.replace(/[^A-Za-z0-9]+/g, '_');
}

/** The value of a local: lines of template text, or one expression in its braces. */
export type LocalValue = string | readonly string[];

/**
 * The lines, for people to read, and what is made of them. Each is evaluated once, however many hosts have the file: joining
 * the lines wherever they are needed is half of a plan's time at scale.
 */
export function localsOf(local: FileLocal): Readonly<Record<string, LocalValue>> {
  return {
    [`file${local.name}`]: local.lines,
    [`text${local.name}`]: `\${join("\\n", local.file${local.name})}`,
    [`sha256${local.name}`]: `\${sha256(${unmarkedText(local)})}`,
    [`base64${local.name}`]: `\${base64encode(${unmarkedText(local)})}`,
  };
}

/**
 * The text as an expression without its braces.
 *
 * `nonsensitive` is Terraform's only way to let a value into a conditional without marking its result (both branches mark
 * it), and into a provisioner without hiding all its output. So this must go to a host, into a hash, or behind the
 * question whether it is sensitive, and nowhere else.
 */
function unmarkedText(local: FileLocal): string {
  return local.filledIn ? `nonsensitive(${markedText(local)})` : markedText(local);
}

function markedText(local: FileLocal): string {
  return `local.text${local.name}`;
}

/** What the host gets: the text and its hash, as expressions without their braces. */
export function deliveredExpressions(local: FileLocal): { readonly sha256: string; readonly base64: string } {
  return { sha256: `local.sha256${local.name}`, base64: `local.base64${local.name}` };
}

/** The text for people to read in a plan. */
export function shownTextExpression(local: FileLocal): string {
  return local.filledIn ? `issensitive(${markedText(local)}) ? "(sensitive)" : ${unmarkedText(local)}` : markedText(local);
}

/**
 * What tells a changed file from an unchanged one in the state and in a plan: the first 12 digits of its sha256, which is
 * enough for that and can be read; the host is given the whole. Of a sensitive one only 16 bits of a salted hash: who reads
 * the state could confirm a guess by more of them, and one change in 65536 that goes unnoticed is the price.
 */
export function fingerprintExpression(local: FileLocal, salt: string): string {
  const plain = `substr(local.sha256${local.name}, 0, 12)`;
  if (!local.filledIn) return plain;
  return `issensitive(${markedText(local)}) ? "salted \${substr(sha256("\${${salt}} \${${unmarkedText(local)}}"), 0, 4)}" : ${plain}`;
}

/** The locals of a stack as an element of its own: their number is known only when the program is done. */
export class Locals extends TerraformElement {
  public constructor(
    scope: Construct,
    id: string,
    private readonly locals: (element: object) => Readonly<Record<string, LocalValue>>,
  ) {
    super(scope, id);
  }

  /**
   * Renders the locals.
   * @internal
   */
  public override toTerraform(): Record<string, unknown> {
    const locals = this.locals(this);
    return Object.keys(locals).length > 0 ? { locals } : {};
  }
}
