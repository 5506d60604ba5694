/**
 * Embeds the shell programs of lib/ into TypeScript, so that the package needs no files beside its code.
 * `tsx tools/embed-shell.ts` writes, `--check` fails if a file is out of date.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

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

/** Files of the installer's program, in order: functions for messages first, `main` last. */
export const PROGRAM_FILES = [
  'environment',
  'say',
  'lock',
  'log',
  'attend',
  'end',
  'document',
  'records',
  'manifest',
  'units',
  'host',
  'control-files',
  'share-socket',
  'adopt',
  'scale',
  'plan-files',
  'plan-services',
  'settled',
  'directories',
  'stage',
  'meanwhile',
  'generations',
  'preview',
  'validate',
  'cause',
  'services',
  'restart',
  'stop-settings',
  'turns',
  'boot-check',
  'trial-unit',
  'drain',
  'monit',
  'rollback',
  'systems',
  'boot',
  'journal',
  'recover',
  'deploy',
  'uninstall',
  'operator',
  'probe',
  'main',
].map((name) => `${name}.sh`);

export const MODULES: readonly GeneratedModule[] = [
  {
    path: 'lib/installer/shell.generated.ts',
    directory: 'lib/installer/sh',
    embeddings: [
      {
        constant: 'TRANSPORT_HEAD',
        doc: 'Becomes root, stores, checks and runs what follows.',
        files: ['transport-private.sh', 'transport-head.sh'],
      },
      { constant: 'TRANSPORT_TAIL', doc: 'Closes what the head opened.', files: ['transport-tail.sh'] },
      {
        constant: 'TRANSPORT_UNINSTALL',
        doc: 'Becomes root, runs the program that a deployment left.',
        files: ['transport-private.sh', 'transport-uninstall.sh'],
      },
      { constant: 'PROGRAM', doc: 'The transaction.', files: PROGRAM_FILES },
    ],
  },
  {
    path: 'lib/programs/shell.generated.ts',
    directory: 'lib/programs/sh',
    embeddings: [
      { constant: 'GUARD', doc: "Monit's program: restarts, revives and checks.", files: ['begin.sh', 'guard.sh'] },
      { constant: 'NOTIFY', doc: "Monit's program: sends a notification of an event.", files: ['begin.sh', 'notify.sh'] },
      { constant: 'SIDEKIQ', doc: "Monit's program: checks a Sidekiq.", files: ['begin.sh', 'sidekiq.sh'] },
      { constant: 'QUEUES', doc: "Starts the service's Ruby.", files: ['queues.sh'] },
      { constant: 'QUEUES_RUBY', doc: 'Reads Redis.', files: ['../rb/queues.rb'] },
      { constant: 'USER_UNIT', doc: "Starts and stops a unit of a user's own systemd.", files: ['begin.sh', 'as-user.sh', 'user-unit.sh'] },
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

/** Returns all embedded shell files, each once, as separate texts. */
export function shellFiles(root: string): ShellFile[] {
  return MODULES.flatMap(({ directory, embeddings }) =>
    [...new Set(embeddings.flatMap(({ files }) => files))]
      // The tail closes what the head opened: a here-document, and braces.
      .filter((file) => file.endsWith('.sh') && file !== 'transport-tail.sh')
      .map((file) => {
        const text = readFileSync(join(root, directory, file), 'utf8');
        return { directory, file, text: file === 'transport-head.sh' ? `${text}CDKTF_SIDEKIQ_UPLOAD\n` : text };
      }),
  );
}

/** Text of a generated module. */
export function moduleText(root: string, module: GeneratedModule): string {
  const constants = module.embeddings.map(({ constant, doc, files }) => {
    const lines = embeddedLines(files.map((file) => readFileSync(join(root, module.directory, file), 'utf8')));
    return `/** ${doc} */\nexport const ${constant}: readonly string[] = [\n${lines.map((line) => `  ${JSON.stringify(line)},\n`).join('')}];\n`;
  });
  return `// Made by tools/embed-shell.ts from ${module.directory}. Do not edit.\n\n${constants.join('\n')}`;
}

/** Returns the generated modules that are out of date. */
export function staleModules(root: string): string[] {
  return MODULES.filter(({ path }) => !existsSync(join(root, path)))
    .map(({ path }) => path)
    .concat(
      MODULES.filter(
        (module) => existsSync(join(root, module.path)) && readFileSync(join(root, module.path), 'utf8') !== moduleText(root, module),
      ).map(({ path }) => path),
    );
}

function main(argv: readonly string[]): void {
  const root = resolve(__dirname, '..');
  const stale = staleModules(root);
  if (argv.includes('--check')) {
    for (const path of stale) console.error(`${path} is out of date: run tsx tools/embed-shell.ts`);
    process.exitCode = stale.length === 0 ? 0 : 1;
    return;
  }
  for (const module of MODULES.filter(({ path }) => stale.includes(path))) {
    writeFileSync(join(root, module.path), moduleText(root, module));
    console.log(`wrote ${module.path}`);
  }
}

if (require.main === module) main(process.argv.slice(2));
