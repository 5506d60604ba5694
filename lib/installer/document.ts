import { createHash } from 'node:crypto';
import type { Bundle, BundleFile, BundleService } from '../bundle';

/** The ids of a deployment. `owner`, `claim` and `workspace` may be Terraform expressions; `stack` is the stack's name, for messages. */
export interface DocumentIds {
  /** The stack's id: letters, digits, `-`. */
  readonly owner: string;
  /** The lifecycle's id: only who holds the claim may uninstall. */
  readonly claim: string;
  /** The stack's name, as people know it. */
  readonly stack: string;
  /** Terraform's workspace, in base64; may be a Terraform expression. */
  readonly workspace: string;
}

/** The content of a file as it travels; both may be Terraform expressions. */
export interface FileContent {
  /** 64 hexadecimal digits. */
  readonly sha256: string;
  /** The UTF-8 text in base64, without line breaks; empty for an empty file. */
  readonly base64: string;
}

/** A word that needs no quoting anywhere: what users, groups, units, modes and versions are made of. */
const PLAIN_WORD = /^[A-Za-z0-9_.:@\\-]+$/;

/**
 * The document that tells a host what is wanted (format 1): one record a line, words separated by one blank, free text in
 * base64, so that no line needs quoting in a shell.
 *
 * @param bundle - What is wanted.
 * @param ids - Who wants it.
 * @param content - The content of each file.
 * @throws TypeError when a user, group, unit, mode or version of the bundle is no plain word: whoever made the bundle has
 * checked them.
 */
export function documentLines(bundle: Bundle, ids: DocumentIds, content: (file: BundleFile) => FileContent): string[] {
  const { requires } = bundle;
  return [
    'cdktf-sidekiq 1',
    `owner ${ids.owner}`,
    `claim ${ids.claim}`,
    `stack ${base64(ids.stack)}`,
    `systemd ${plain(requires.systemd ?? '-')}`,
    `monit ${plain(requires.monit ?? '-')}`,
    `monit-interval ${requires.monitIntervalSeconds ?? '-'}`,
    `generations ${bundle.generations ?? 5}`,
    `workspace ${ids.workspace}`,
    `deployed-by ${base64(bundle.deployedBy ?? '')}`,
    ...requires.users.map((user) => `user ${plain(user)}`),
    ...requires.groups.map((group) => `group ${plain(group)}`),
    ...requires.programs.map((program) => `program ${base64(program)}`),
    ...requires.files.map((path) => `exists ${base64(path)}`),
    ...bundle.files.filter(({ adopt }) => adopt === true).map(({ path }) => `adopt ${base64(path)}`),
    ...(bundle.adoptChecks ?? []).map((check) => `adopt-check ${base64(check)}`),
    ...bundle.files.map((file) => fileLine(file, content(file))),
    ...bundle.services.map(serviceLine),
    ...bundle.services.flatMap(({ unit, restartOn }) => restartOn.map((path) => `restart ${plain(unit)} ${base64(path)}`)),
    ...bundle.services.filter(({ rolling }) => rolling === true).map(({ unit }) => `rolling ${base64(plain(unit))}`),
    ...bundle.services.flatMap(({ unit, bootCheck }) =>
      bootCheck === undefined ? [] : [`boot-check ${plain(unit)} ${bootCheck.until} ${base64(bootCheck.execStart)}`],
    ),
    ...bundle.checks.map((check) => `check ${base64(check)}`),
    'end',
  ];
}

/**
 * Hashes by which a host sees that a document is the one that was sent. What Terraform fills in is known only to it: the ids and the
 * hashes of the files. All other words are known at synth. The contents of the files have hashes of their own in the document.
 */
export interface DocumentHashes {
  /** Of the lines, with `-` for each word that is filled in. */
  readonly fixedSha256: string;
  /** Words that Terraform fills in, in the order of the lines: `sha256` of these, each followed by a blank, and a line feed at the end. */
  readonly filledIn: readonly string[];
}

/**
 * What a host checks a document by.
 *
 * @param bundle - What is wanted.
 * @param ids - Who wants it.
 * @param content - The content of each file.
 */
export function documentHashes(bundle: Bundle, ids: DocumentIds, content: (file: BundleFile) => FileContent): DocumentHashes {
  const fixed = documentLines(bundle, { owner: '-', claim: '-', stack: ids.stack, workspace: '-' }, () => ({ sha256: '-', base64: '' }));
  return {
    fixedSha256: createHash('sha256')
      .update(`${fixed.join('\n')}\n`)
      .digest('hex'),
    filledIn: [ids.owner, ids.claim, ids.workspace, ...bundle.files.map((file) => content(file).sha256)],
  };
}

function fileLine(file: BundleFile, content: FileContent): string {
  const { mode, user, group, kind, path } = file;
  return `file ${plain(mode)} ${plain(user)} ${plain(group)} ${kind} ${content.sha256} ${base64(path)} ${content.base64 || '-'}`;
}

function serviceLine(service: BundleService): string {
  const { unit, enabled, whenStopped, stabilitySeconds, stopSeconds, startSeconds, startWhen, sidekiq } = service;
  const seconds = [stabilitySeconds, stopSeconds, startSeconds].map((value) => Math.ceil(value)).join(' ');
  const drain = sidekiq === undefined ? '-' : Math.ceil(sidekiq.drainSeconds);
  return `service ${plain(unit)} ${enablement(enabled)} ${whenStopped} ${seconds} ${drain} ${base64(startWhen ?? '')}`;
}

function enablement(enabled: boolean | undefined): string {
  if (enabled === undefined) return 'as-is';
  return enabled ? 'enabled' : 'disabled';
}

function plain(word: string): string {
  if (!PLAIN_WORD.test(word)) throw new TypeError(`not a plain word: ${JSON.stringify(word)}`);
  return word;
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64') || '-';
}
