import { describeInode, differences, type Inode, type Tree } from './tree';

const STATE = '/var/lib/cdktf-sidekiq';

/** How a host is judged after the power came back, and the recovery ran. */
export interface Judgement {
  readonly state: 'old' | 'new' | 'mixed';
  /** What is neither, what was left behind, or what was promised and is not there. */
  readonly complaints: readonly string[];
}

/**
 * Compares what is there with what was there before a transaction, and with what it was to become.
 *
 * @param promised - Had it said that it was done? Then the old state is wrong.
 */
export function judge(found: Tree, old: Tree, wanted: Tree, promised: boolean): Judgement {
  const [here, before, after] = [found, old, wanted].map(essential) as [Tree, Tree, Tree];
  const left = leftovers(found);
  const program = complaintsOfProgram(found, old, wanted);
  // A copy of an edit is no loss where the edit itself is still in place.
  const [fromOld, fromNew] = [differences(before, here).filter((line) => !isKeptEdit(line)), differences(after, here)];
  const state = fromNew.length === 0 ? 'new' : fromOld.length === 0 ? 'old' : 'mixed';
  const mixed = state === 'mixed' ? [...fromOld.map((line) => `old ${line}`), ...fromNew.map((line) => `new ${line}`)] : [];
  const broken = promised && state === 'old' ? ['as before, though the last line was printed'] : [];
  const complaints = [...left.map((name) => `left behind: ${name}`), ...program, ...mixed, ...broken];
  return { state: complaints.length === 0 ? state : 'mixed', complaints };
}

/** What a transaction promises, without what tells how it went: logs, and what only saves the next one time. */
function essential(tree: Tree): Tree {
  const kept = new Map<string, Inode>();
  const named = namedGenerations(tree);
  for (const [name, inode] of tree) {
    if (isLeftover(name)) continue;
    if (name === STATE || name.startsWith(`${STATE}/`)) {
      // Directories of the program's own are nobody's concern.
      if (inode.kind === 'directory' || /^\/owners\/[^/]+\/(log|settled|installer$)|^\/desks/.test(name.slice(STATE.length))) continue;
      const generation = /^(\/owners\/[^/]+)\/generations\/(\d+)\//.exec(name.slice(STATE.length));
      if (generation !== null && !named(generation[1]!, Number(generation[2]))) continue;
      kept.set(name, name.endsWith('/manifest') ? { ...inode, data: manifestWords(inode.data!) } : inode);
    } else if (inode.kind !== 'directory' || !/\.(wants|requires)$/.test(name)) kept.set(name, inode);
  }
  return kept;
}

/** What a manifest does not name is no generation: the next commit removes it. */
function namedGenerations(tree: Tree): (owner: string, generation: number) => boolean {
  return (owner, generation) => {
    const manifest = String(tree.get(`${STATE}${owner}/manifest`)?.data ?? '');
    const [current, count] = ['generation', 'generations'].map((word) =>
      Number(new RegExp(`^${word} (\\d+)$`, 'm').exec(manifest)?.[1] ?? 0),
    );
    return generation <= current! && generation > current! - count!;
  };
}

const words = new WeakMap<Buffer, Buffer>();

/** Two transactions to the same end differ in their names, and in whether Monit has been seen to follow. */
function manifestWords(data: Buffer): Buffer {
  const known = words.get(data);
  if (known !== undefined) return known;
  const made = Buffer.from(
    String(data)
      .split('\n')
      .filter((line) => !/^(transaction|monit|end) /.test(line))
      .join('\n'),
  );
  words.set(data, made);
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

/** Of a file that is only here: `+ path …`. */
function isKeptEdit(line: string): boolean {
  return /^\+ (\/var\/lib\/cdktf-sidekiq\/owners\/[^/]+\/generations\/\d+\/edited\/|\/var\/backups\/cdktf-sidekiq(\/| ))/.test(line);
}

/** The topmost of each. */
function leftovers(tree: Tree): readonly string[] {
  return [...tree.keys()].filter((name) => isLeftover(name) && !isLeftover(name.slice(0, name.lastIndexOf('/'))));
}

/** The program that an owner's host keeps is a whole one; which of two that differ is no matter. */
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

/** What a booting systemd makes of the recovery's unit. */
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
