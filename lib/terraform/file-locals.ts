import { createHash } from 'node:crypto';
import { TerraformElement } from 'cdktf';
import type { Construct } from 'constructs';
import type { BundleFile } from '../bundle';
import { hasToken, templateText } from './template-text';

/** A file's text as Terraform locals, which {@link localsOf} creates. */
export interface FileLocal {
  /** Base name of the locals; each local adds its own prefix. */
  readonly name: string;
  /** Path on the hosts. */
  readonly path: string;
  /** Lines as Terraform template text, including tokens. */
  readonly lines: readonly string[];
  /** True when Terraform fills in tokens, whose values may be sensitive. */
  readonly filledIn: boolean;
  /** Name of the file in the ledger: its path, and a host if hosts differ. */
  readonly label: string;
}

/** A file and the host that gets it. */
export interface HostFileKey {
  /** Name of the host within the stack. */
  readonly host: string;
  /** File that the host gets. */
  readonly file: BundleFile;
}

/**
 * Creates one local for each distinct text. Hosts with the same file share a local; if hosts differ, each local is named after
 * the first host that has it.
 */
export function fileLocals(
  files: readonly HostFileKey[],
  resolve: (lines: readonly string[]) => readonly string[],
): ReadonlyMap<BundleFile, FileLocal> {
  const byPath = new Map<string, Map<string, HostFileKey[]>>();
  for (const entry of files) {
    const filledIn = entry.file.lines.some(hasToken);
    // A token gets a different string each time it's converted, so only the resolved text can be compared.
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
      // `/a-b` and `/a_b` give the same identifier.
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

/** Converts text to a part of a Terraform identifier. */
export function identifier(text: string): string {
  return text.replace(/[^A-Za-z0-9]+/g, '_');
}

/** Value of a local: lines of template text, or one expression in `${…}`. */
export type LocalValue = string | readonly string[];

/**
 * Returns the locals of a file: its lines, which people can read, and the values derived from them. Terraform evaluates each
 * local once, however many hosts have the file; joining the lines wherever they are used would take half of the plan time at
 * scale.
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
 * The text as an expression without `${…}`.
 *
 * `nonsensitive` is Terraform's only way to use a sensitive value in a conditional without marking the result (both branches mark
 * it), or in a provisioner without hiding all of its output. Use this only for what goes to a host, into a hash, or behind an
 * `issensitive` check.
 */
function unmarkedText(local: FileLocal): string {
  return local.filledIn ? `nonsensitive(${markedText(local)})` : markedText(local);
}

function markedText(local: FileLocal): string {
  return `local.text${local.name}`;
}

/** Returns the text and hash that the host gets, as expressions without `${…}`. */
export function deliveredExpressions(local: FileLocal): { readonly sha256: string; readonly base64: string } {
  return { sha256: `local.sha256${local.name}`, base64: `local.base64${local.name}` };
}

/** Returns the expression for the text that a plan shows. */
export function shownTextExpression(local: FileLocal): string {
  return local.filledIn ? `issensitive(${markedText(local)}) ? "(sensitive)" : ${unmarkedText(local)}` : markedText(local);
}

/**
 * Returns the expression for the fingerprint that distinguishes a changed file from an unchanged one in the state and in a plan:
 * the first 12 digits of its sha256, which are enough and readable. The host gets the full hash. A sensitive file gets only 16
 * bits of a salted hash, because with more of them anyone who can read the state could confirm a guess. In return, one change in
 * 65536 goes unnoticed.
 */
export function fingerprintExpression(local: FileLocal, salt: string): string {
  const plain = `substr(local.sha256${local.name}, 0, 12)`;
  if (!local.filledIn) return plain;
  return `issensitive(${markedText(local)}) ? "salted \${substr(sha256("\${${salt}} \${${unmarkedText(local)}}"), 0, 4)}" : ${plain}`;
}

/** Locals of a stack, as an element of their own: how many there are is known only after the whole program has run. */
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
