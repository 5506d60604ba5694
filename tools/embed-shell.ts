/**
 * Embeds the shell programs of lib/ into TypeScript, so that the package needs no files beside its code.
 * `tsx tools/embed-shell.ts` writes, `--check` fails if a file is out of date.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { tablesPage, withColumns } from './column-names';

/** A constant of a generated module, and its shell files, in order. */
interface Embedding {
  readonly constant: string;
  readonly doc: string;
  readonly files: readonly string[];
}

/** A generated module, and the directory of its shell files. */
interface GeneratedModule {
  readonly path: string;
  readonly directory: string;
  readonly embeddings: readonly Embedding[];
}

/** Files that the installer's program shares with the programs that stay on hosts. */
const SHARED = ['clock', 'unit-properties'];

/**
 * The files of the installer's program by phase, in the order of the arrows: a function calls functions of its own phase and of those
 * above it (shell-arrows.ts).
 */
export const PHASES = {
  /** Functions that the other phases share. */
  base: ['environment', 'print', 'records', 'tables', 'unit-names', 'room', 'lock', 'log', 'end', 'directories', 'texts'],
  /** Facts of the upload and the host, gathered. */
  read: [
    'document',
    'scale',
    'manifest',
    'units',
    'sidekiq',
    'monit',
    'control-files',
    'host',
    'files',
    'services',
    'file-systems',
    'generations',
    'settled',
  ],
  /** Decisions from these facts, printed as tables. */
  plan: ['host', 'files', 'staging-dirs', 'originals', 'control-files', 'socket', 'services', 'turns', 'agrees'],
  /** The change of the host, with its journal. */
  apply: [
    'announce',
    'systemd',
    'stage',
    'meanwhile',
    'journal',
    'recovery-unit',
    'originals',
    'validate',
    'preview',
    'boot-check',
    'trial-unit',
    'failure',
    'drain',
    'stop-settings',
    'stop',
    'enable',
    'restart',
    'settle',
    'start',
    'monit',
    'socket',
    'generations',
    'manifest',
    'commit',
    'report',
    'settled',
  ],
  /** The way back, after a failure, a kill or a power cut. */
  undo: ['meanwhile', 'roll-back', 'fail', 'recover', 'boot'],
  /** The connection's side, and the commands for operators. */
  ask: ['attend', 'operator', 'rollback', 'probe'],
} as const;

const [environment, ...others] = Object.entries(PHASES).flatMap(([phase, names]) => names.map((name) => `${phase}/${name}.sh`));

/** The files of the installer's program, in the order of reading: `main` is last. */
export const PROGRAM_FILES: readonly string[] = [
  // A shell reads line by line: only what comes before the clean environment is read twice.
  environment!,
  ...SHARED.map((name) => `../../programs/sh/${name}.sh`),
  ...others,
  'main.sh',
];

export const MODULES: readonly GeneratedModule[] = [
  {
    path: 'lib/installer/shell.generated.ts',
    directory: 'lib/installer/sh',
    embeddings: [
      {
        constant: 'TRANSPORT_HEAD',
        doc: 'Becomes root, stores, checks and runs what follows.',
        files: ['transport/private.sh', 'transport/head.sh'],
      },
      { constant: 'TRANSPORT_TAIL', doc: 'Closes what the head opened.', files: ['transport/tail.sh'] },
      {
        constant: 'TRANSPORT_UNINSTALL',
        doc: 'Becomes root, runs the program that a deployment left.',
        files: ['transport/private.sh', 'transport/uninstall.sh'],
      },
      { constant: 'PROGRAM', doc: 'The transaction.', files: PROGRAM_FILES },
    ],
  },
  {
    path: 'lib/programs/shell.generated.ts',
    directory: 'lib/programs/sh',
    embeddings: [
      {
        constant: 'GUARD',
        doc: "Monit's program: restarts, revives and checks.",
        files: ['begin.sh', 'clock.sh', 'unit-properties.sh', 'guard.sh'],
      },
      { constant: 'NOTIFY', doc: "Monit's program: sends a notification of an event.", files: ['begin.sh', 'clock.sh', 'notify.sh'] },
      { constant: 'SIDEKIQ', doc: "Monit's program: checks a Sidekiq.", files: ['begin.sh', 'clock.sh', 'sidekiq.sh'] },
      { constant: 'QUEUES', doc: "Starts the service's Ruby.", files: ['queues.sh'] },
      { constant: 'QUEUES_RUBY', doc: 'Reads Redis.', files: ['../rb/queues.rb'] },
      {
        constant: 'USER_UNIT',
        doc: "Starts and stops a unit of a user's own systemd.",
        files: ['begin.sh', 'as-user.sh', 'clock.sh', 'unit-properties.sh', 'user-unit.sh'],
      },
      { constant: 'START_WHEN', doc: 'Starts units that wait for a path.', files: ['begin.sh', 'as-user.sh', 'start-when.sh'] },
      { constant: 'SEND', doc: 'Sends one event, as a dynamic user.', files: ['send.sh'] },
    ],
  },
];

/**
 * Returns the lines of shell files without comments and empty lines: a changed comment must not cause a deployment, and
 * every stack contains the text. None of our programs has a string with a line that begins with `#`.
 */
export function embeddedLines(texts: readonly string[]): string[] {
  return texts.flatMap((text, index) =>
    text
      .split('\n')
      .filter((line, number) => line.trim() !== '' && (!/^\s*#/.test(line) || (index === 0 && number === 0 && line.startsWith('#!')))),
  );
}

/** A shell file that is embedded. */
export interface ShellFile {
  readonly directory: string;
  readonly file: string;
  readonly text: string;
}

/** The text of a shell file, with the numbers of its columns. */
export function shellText(root: string, directory: string, file: string): string {
  const text = readFileSync(join(root, directory, file), 'utf8');
  return file.endsWith('.sh') ? withColumns(text) : text;
}

/** Returns all embedded shell files, each once, as separate texts. */
export function shellFiles(root: string): ShellFile[] {
  return MODULES.flatMap(({ directory, embeddings }) =>
    [...new Set(embeddings.flatMap(({ files }) => files))]
      // The tail closes what the head opened: a here-document, and braces.
      .filter((file) => file.endsWith('.sh') && file !== 'transport/tail.sh')
      .map((file) => {
        const text = shellText(root, directory, file);
        return { directory, file, text: file === 'transport/head.sh' ? `${text}CDKTF_SIDEKIQ_UPLOAD\n` : text };
      }),
  );
}

/** Text of a generated module. */
export function moduleText(root: string, module: GeneratedModule): string {
  const constants = module.embeddings.map(({ constant, doc, files }) => {
    const lines = embeddedLines(files.map((file) => shellText(root, module.directory, file)));
    return `/** ${doc} */\nexport const ${constant}: readonly string[] = [\n${lines.map((line) => `  ${JSON.stringify(line)},\n`).join('')}];\n`;
  });
  return `// Made by tools/embed-shell.ts from ${module.directory}. Do not edit.\n\n${constants.join('\n')}`;
}

/** The page on the tables, which `npm run generate` writes beside the programs. */
const PAGE = 'lib/installer/sh/TABLES.md';

/** The generated files, by path. */
function generatedFiles(root: string): [path: string, text: string][] {
  return [...MODULES.map((module): [string, string] => [module.path, moduleText(root, module)]), [PAGE, tablesPage()]];
}

/** The generated files that are not what they would be if made now. */
export function staleModules(root: string): string[] {
  return generatedFiles(root)
    .filter(([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text)
    .map(([path]) => path);
}

function main(argv: readonly string[]): void {
  const root = resolve(__dirname, '..');
  const stale = staleModules(root);
  if (argv.includes('--check')) {
    for (const path of stale) console.error(`${path} is out of date: run tsx tools/embed-shell.ts`);
    process.exitCode = stale.length === 0 ? 0 : 1;
    return;
  }
  for (const [path, text] of generatedFiles(root).filter(([one]) => stale.includes(one))) {
    writeFileSync(join(root, path), text);
    console.log(`wrote ${path}`);
  }
}

if (require.main === module) main(process.argv.slice(2));
