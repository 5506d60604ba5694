import { describeInode, differences, type Inode, type Tree } from './tree';

const STATE = '/var/lib/cdktf-sidekiq';

/** Assessment of a host after the power came back and the recovery ran. */
export interface Judgement {
  readonly state: 'old' | 'new' | 'mixed';
  /** Files that are neither old nor new, that were left behind, or that were promised and are missing. */
  readonly complaints: readonly string[];
}

/**
 * Compares a host with its state before a transaction, and with the state that the transaction was to produce.
 *
 * @param found state of the host
 * @param old state before the transaction
 * @param wanted state after a complete transaction
 * @param promised true if the transaction had reported success; the old state is then wrong
 */
export function judge(found: Tree, old: Tree, wanted: Tree, promised: boolean): Judgement {
  const [here, before, after] = [found, old, wanted].map(essential) as [Tree, Tree, Tree];
  const left = leftovers(found);
  const program = complaintsOfProgram(found, old, wanted);
  // A copy of an edit doesn't count if the edit itself is still in place.
  const [fromOld, fromNew] = [differences(before, here).filter((line) => !isKeptEdit(line)), differences(after, here)];
  const state = fromNew.length === 0 ? 'new' : fromOld.length === 0 ? 'old' : 'mixed';
  const mixed = state === 'mixed' ? [...fromOld.map((line) => `old ${line}`), ...fromNew.map((line) => `new ${line}`)] : [];
  const broken = promised && state === 'old' ? ['the old state, although the last line was printed'] : [];
  const complaints = [...left.map((name) => `left behind: ${name}`), ...program, ...mixed, ...broken];
  return { state: complaints.length === 0 ? state : 'mixed', complaints };
}

/** Returns the files that a transaction promises, without its logs and caches. */
function essential(tree: Tree): Tree {
  const kept = new Map<string, Inode>();
  const named = namedGenerations(tree);
  for (const [name, inode] of tree) {
    if (isLeftover(name)) continue;
    if (name === STATE || name.startsWith(`${STATE}/`)) {
      // The program's own directories don't matter.
      if (inode.kind === 'directory' || /^\/owners\/[^/]+\/(log|settled|installer$)|^\/desks/.test(name.slice(STATE.length))) continue;
      const generation = /^(\/owners\/[^/]+)\/generations\/(\d+)\//.exec(name.slice(STATE.length));
      if (generation !== null && !named(generation[1]!, Number(generation[2]))) continue;
      kept.set(name, name.endsWith('/manifest') ? { ...inode, data: comparableManifest(inode.data!) } : inode);
    } else if (inode.kind !== 'directory' || !/\.(wants|requires)$/.test(name)) kept.set(name, inode);
  }
  return kept;
}

/** Returns whether a manifest names a generation. The next commit removes the others. */
function namedGenerations(tree: Tree): (owner: string, generation: number) => boolean {
  return (owner, generation) => {
    const manifest = String(tree.get(`${STATE}${owner}/manifest`)?.data ?? '');
    const [current, count] = ['generation', 'generations'].map((key) =>
      Number(new RegExp(`^${key} (\\d+)$`, 'm').exec(manifest)?.[1] ?? 0),
    );
    return generation <= current! && generation > current! - count!;
  };
}

const comparableManifests = new WeakMap<Buffer, Buffer>();

/** Removes the lines in which two transactions with the same result differ: their names, and whether Monit had reloaded. */
function comparableManifest(data: Buffer): Buffer {
  const known = comparableManifests.get(data);
  if (known !== undefined) return known;
  const made = Buffer.from(
    String(data)
      .split('\n')
      .filter((line) => !/^(transaction|monit|end) /.test(line))
      .join('\n'),
  );
  comparableManifests.set(data, made);
  return made;
}

function isLeftover(name: string): boolean {
  const below = name.startsWith(`${STATE}/`) ? name.slice(STATE.length) : '';
  return (
    /\/\.cdktf-sidekiq-/.test(name) ||
    /\/cdktf-sidekiq-recovery/.test(name) ||
    /^\/recovery/.test(below) ||
    /^\/owners\/(\.gone-|[^/]+\/(open|closed|manifest\.new|installer\.new))/.test(below)
  );
}

/** Returns whether a difference is the copy of an edited file. */
function isKeptEdit(line: string): boolean {
  return /^\+ (\/var\/lib\/cdktf-sidekiq\/owners\/[^/]+\/generations\/\d+\/edited\/|\/var\/backups\/cdktf-sidekiq(\/| ))/.test(line);
}

/** Returns the topmost path of each leftover. */
function leftovers(tree: Tree): readonly string[] {
  return [...tree.keys()].filter((name) => isLeftover(name) && !isLeftover(name.slice(0, name.lastIndexOf('/'))));
}

/** Reports installer programs that are missing or incomplete. Both the old and the new program are valid. */
function complaintsOfProgram(found: Tree, ...whole: readonly Tree[]): readonly string[] {
  const programs = (tree: Tree): readonly (readonly [string, Inode])[] =>
    [...tree].filter(([name]) => /\/owners\/[^/]+\/installer$/.test(name));
  const known = new Set(whole.flatMap((tree) => programs(tree).map(([, inode]) => describeInode(inode))));
  const broken = programs(found).filter(([, inode]) => !known.has(describeInode(inode)));
  const owners = [...found.keys()]
    .filter((name) => /\/owners\/[^/]+\/manifest$/.test(name))
    .map((name) => name.slice(0, -'/manifest'.length));
  return [
    ...broken.map(([name]) => `not a whole program: ${name}`),
    ...owners.filter((owner) => !found.has(`${owner}/installer`)).map((owner) => `no program: ${owner}/installer`),
  ];
}

/** Returns what systemd does with the recovery's unit at boot. */
export function bootRecovery(tree: Tree): 'runs' | 'fails' | 'is not there' {
  const unit = tree.get('/etc/systemd/system/cdktf-sidekiq-recovery.service');
  const isEnabled = [...tree].some(
    ([name, { kind }]) => kind === 'link' && /\.(wants|requires)\/cdktf-sidekiq-recovery\.service$/.test(name),
  );
  const text = String(unit?.data ?? '');
  if (!isEnabled || !/^ExecStart=/m.test(text)) return 'is not there';
  const exists = (name: string): boolean => tree.has(name);
  for (const [, not, name] of text.matchAll(/^Condition(?:PathExists|DirectoryNotEmpty|FileNotEmpty)=(!?)(.*)$/gm)) {
    if (name!.startsWith(STATE) && exists(name!) === (not === '!')) return 'is not there';
  }
  const program = /^ExecStart=\S+ (\S+)/m.exec(text)?.[1] ?? '';
  return exists(program) ? 'runs' : 'fails';
}
