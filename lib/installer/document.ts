import { createHash } from 'node:crypto';
import type { Bundle, BundleFile, BundleService } from '../bundle';
import { recordLine } from './schema';

/**
 * Ids of a deployment. `owner`, `claim` and `workspace` may be Terraform expressions; `stack` is the stack's name, for messages.
 */
export interface DocumentIds {
  /** Id of the stack: letters, digits, `-`. */
  readonly owner: string;
  /** Id of the lifecycle resource: only the holder of the claim may uninstall. */
  readonly claim: string;
  /** Name of the stack, as people know it. */
  readonly stack: string;
  /** Terraform workspace, in base64; may be a Terraform expression. */
  readonly workspace: string;
}

/** Content of a file in the document; both values may be Terraform expressions. */
export interface FileContent {
  /** Hash of the text, 64 hexadecimal digits. */
  readonly sha256: string;
  /** UTF-8 text in base64, without line breaks; empty for an empty file. */
  readonly base64: string;
}

/** A word that needs no quoting anywhere. Users, groups, units, modes and versions consist of such words. */
const PLAIN_WORD = /^[A-Za-z0-9_.:@\\-]+$/;

/**
 * Returns the document that describes the wanted state to a host (format 1): one record per line, words separated by one blank,
 * free text in base64, so that no line needs quoting in a shell.
 *
 * @param bundle wanted state of the host
 * @param ids ids of the deployment
 * @param content returns the content of a file
 * @throws TypeError when a user, group, unit, mode or version of the bundle isn't a plain word; the code that creates the bundle
 * has checked them.
 */
export function documentLines(bundle: Bundle, ids: DocumentIds, content: (file: BundleFile) => FileContent): string[] {
  const { requires } = bundle;
  return [
    'cdktf-sidekiq 1',
    recordLine('owner', { value: ids.owner }),
    recordLine('claim', { value: ids.claim }),
    recordLine('stack', { name: base64(ids.stack) }),
    recordLine('systemd', { value: plain(requires.systemd ?? '-') }),
    recordLine('monit', { value: plain(requires.monit ?? '-') }),
    recordLine('monit-interval', { value: String(requires.monitIntervalSeconds ?? '-') }),
    recordLine('generations', { value: String(bundle.generations ?? 5) }),
    recordLine('workspace', { value: ids.workspace }),
    recordLine('deployed-by', { value: base64(bundle.deployedBy ?? '') }),
    ...requires.users.map((user) => recordLine('user', { name: plain(user) })),
    ...requires.groups.map((group) => recordLine('group', { name: plain(group) })),
    ...requires.programs.map((program) => recordLine('program', { name: base64(program) })),
    ...requires.files.map((path) => recordLine('exists', { path: base64(path) })),
    ...bundle.files.filter(({ adopt }) => adopt === true).map(({ path }) => recordLine('adopt', { path: base64(path) })),
    ...(bundle.adoptChecks ?? []).map((check) => recordLine('adopt-check', { name: base64(check) })),
    ...bundle.files.map((file) => fileLine(file, content(file))),
    ...bundle.services.map(serviceLine),
    ...bundle.services.flatMap(({ unit, restartOn }) =>
      restartOn.map((path) => recordLine('restart', { unit: plain(unit), path: base64(path) })),
    ),
    ...bundle.services.filter(({ rolling }) => rolling === true).map(({ unit }) => recordLine('rolling', { unit: base64(plain(unit)) })),
    ...bundle.services.flatMap(({ unit, bootCheck }) =>
      bootCheck === undefined
        ? []
        : [recordLine('boot-check', { unit: plain(unit), until: bootCheck.until, command: base64(bootCheck.execStart) })],
    ),
    ...bundle.checks.map((check) => recordLine('check', { name: base64(check) })),
    'end',
  ];
}

/**
 * Hashes by which a host checks that it received the document that was sent. Only Terraform knows the words that it fills in: the
 * ids and the hashes of the files. All other words are known at synth. The contents of the files have their own hashes in the
 * document.
 */
export interface DocumentHashes {
  /** Hash of the lines, with `-` for each word that Terraform fills in. */
  readonly fixedSha256: string;
  /**
   * Words that Terraform fills in, in the order of the lines: to be hashed with `sha256`, each followed by a blank, and a line
   * feed at the end.
   */
  readonly filledIn: readonly string[];
}

/**
 * Returns the hashes by which a host checks a document.
 *
 * @param bundle wanted state of the host
 * @param ids ids of the deployment
 * @param content returns the content of a file
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
  return recordLine('file', {
    mode: plain(mode),
    user: plain(user),
    group: plain(group),
    kind,
    sha: content.sha256,
    path: base64(path),
    content: content.base64 || '-',
  });
}

function serviceLine(service: BundleService): string {
  const { unit, enabled, whenStopped, stabilitySeconds, stopSeconds, startSeconds, drainSeconds = 0, startWhen } = service;
  return recordLine('service', {
    unit: plain(unit),
    enabled: enablement(enabled),
    when_stopped: whenStopped,
    stability: String(Math.ceil(stabilitySeconds)),
    stop: String(Math.ceil(stopSeconds)),
    start: String(Math.ceil(startSeconds)),
    drain: String(Math.ceil(drainSeconds)),
    when: base64(startWhen ?? ''),
  });
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
