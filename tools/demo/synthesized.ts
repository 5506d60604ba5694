import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A synthesized file. */
export interface SynthesizedFile {
  readonly path: string;
  readonly lines: readonly string[];
}

interface StackJson {
  readonly locals?: Readonly<Record<string, string | readonly string[]>>;
  readonly resource?: Readonly<
    Record<string, Readonly<Record<string, { readonly triggers?: Triggers; readonly triggers_replace?: Triggers }>>>
  >;
}
type Triggers = Readonly<Record<string, string>>;

/**
 * Returns the files in a stack's Terraform JSON: the ledger has the path of each, the locals have the text.
 *
 * @param directory output directory of cdktf: `cdktf.out`
 * @param stack the stack's name
 */
export function synthesizedFiles(directory: string, stack: string): readonly SynthesizedFile[] {
  const file = path.join(directory, 'stacks', stack, 'cdk.tf.json');
  if (!existsSync(file)) throw new Error(`cdktf synthesized no ${file}`);
  return filesOf(JSON.parse(readFileSync(file, 'utf8')) as StackJson);
}

/** The same, from the JSON itself. */
export function filesOf({ locals = {}, resource = {} }: StackJson): readonly SynthesizedFile[] {
  const ledgers = Object.values(resource)
    .flatMap((blocks) => Object.entries(blocks))
    .filter(([name]) => name.endsWith('_ledger'));
  return ledgers
    .flatMap(([, { triggers, triggers_replace }]) => Object.entries(triggers ?? triggers_replace ?? {}))
    .flatMap(([label, expression]) => {
      const lines = locals[`file${/\blocal\.text(\w+)/.exec(expression)?.[1]}`];
      return typeof lines !== 'object' ? [] : [{ path: label, lines: lines.map(plainText) }];
    });
}

/** Reverts the escapes of Terraform's template text, which doubles the beginning of an expression. */
function plainText(line: string): string {
  return line.replace(/([$%])\1\{/g, '$1{');
}
