import type { InodeId, Log, Sync } from './log';
import { FileSystem, type Model } from './models';
import { Developer, type Picture, type View } from './picture';
import { hashTree, type Tree } from './tree';

/** Layout of file systems: the directories that are separate file systems. */
export interface Arrangement {
  readonly name: string;
  /** Mount points besides the root. */
  readonly mounts: readonly string[];
}

export const ARRANGEMENTS: readonly Arrangement[] = [
  { name: 'one file system', mounts: [] },
  { name: 'separate /var', mounts: ['/var'] },
  { name: 'separate /var and /srv', mounts: ['/var', '/srv'] },
];

/** A possible state of a disk after a power cut. */
export interface State {
  readonly tree: Tree;
  /** Key that is equal for equal trees with the same promise. */
  readonly key: string;
  /** The power was cut before this operation. */
  readonly cut: number;
  /** True if the transaction had printed its last line: only the new state is valid then. */
  readonly promised: boolean;
  readonly model: Model;
  /** Returns a description for messages. */
  readonly describe: () => string;
}

/** The states of one transaction that a kind of file system allows, in one layout. */
export class States {
  private readonly systems: ReadonlyMap<string, FileSystem>;
  private readonly developer: Developer;
  private readonly end: number;
  private readonly promise: number;

  constructor(
    private readonly log: Log,
    private readonly model: Model,
    private readonly arrangement: Arrangement,
    syncs: readonly Sync[] = log.syncs,
  ) {
    const places = new Map<InodeId, string>([...log.homes].map(([id, home]) => [id, this.mountOf(home)]));
    this.developer = new Developer(log, (id) => places.get(id)!);
    const systems = ['/', ...arrangement.mounts].map((mount) => {
      const holds = (id: InodeId, path?: string): boolean => (path === undefined ? places.get(id) : this.mountOf(path)) === mount;
      return [mount, new FileSystem(log, model, holds, syncs)] as const;
    });
    this.systems = new Map(systems);
    this.end = log.operations.length;
    this.promise = log.printed.at(-1)?.at ?? this.end;
  }

  private mountOf(path: string): string {
    return this.arrangement.mounts.find((mount) => path === mount || path.startsWith(`${mount}/`)) ?? '/';
  }

  /** Yields, for each cut, the prefix and its single deviations; at the end also all older states. */
  *each(): Generator<State> {
    for (let cut = 0; cut <= this.end; cut++) yield* this.at(cut);
  }

  /** Yields the prefix before each operation. */
  *prefixes(): Generator<State> {
    for (let cut = 0; cut <= this.end; cut++) yield this.prefix(cut);
  }

  /** Returns the state with everything that was done before an operation. */
  prefix(cut: number): State {
    return this.develop({ cut, pictures: this.whole(cut) });
  }

  /** Yields the states of one cut. */
  *at(cut: number): Generator<State> {
    for (const view of this.views(cut)) yield this.develop(view);
  }

  /** Yields the states of one cut that are impossible with the syncs of `other`. */
  *beyond(other: States, cut: number): Generator<State> {
    const possible = new Set([...other.views(cut)].map(nameOf));
    for (const view of this.views(cut)) if (!possible.has(nameOf(view))) yield this.develop(view);
  }

  private *views(cut: number): Generator<View> {
    const whole = this.whole(cut);
    yield { cut, pictures: whole };
    for (const [mount, system] of this.systems) {
      const using = (picture: Picture): View => ({ cut, pictures: new Map([...whole, [mount, picture]]) });
      yield using(system.least(cut));
      for (const deviate of system.deviations(cut)) yield using(deviate(whole.get(mount)!));
      if (cut < this.end) continue;
      for (let metadata = system.oldest(cut); metadata < cut; metadata++) {
        yield using(system.at(metadata, cut));
        for (const deviate of system.deviations(cut, metadata)) yield using(deviate(system.at(metadata, cut)));
      }
    }
  }

  /** Returns a random state with up to two deviations, separately for each file system. `random` returns numbers from 0 to 1. */
  any(random: () => number): State {
    const one = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
    const cut = this.anyCut(random);
    const pictures = new Map([...this.systems].map(([mount, system]) => [mount, this.anyPicture(system, cut, random)]));
    for (let differs = Math.floor(random() * 3); differs > 0; differs--) {
      const [mount, system] = one([...this.systems])!;
      const deviate = one([...system.deviations(cut, pictures.get(mount)!.metadata)]);
      if (deviate !== undefined) pictures.set(mount, deviate(pictures.get(mount)!));
    }
    return this.develop({ cut, pictures });
  }

  /** Returns a random cut, often at the end or near a commit, where states are the most interesting. */
  private anyCut(random: () => number): number {
    const kind = random();
    if (kind < 0.2) return this.end;
    if (kind > 0.4) return Math.floor(random() * (this.end + 1));
    const commits = this.log.operations.flatMap((text, index) =>
      /^rename.* to \S*(\/manifest|\/\.gone-|\/open)/.test(text) ? [index] : [],
    );
    const commit = commits[Math.floor(random() * commits.length)] ?? this.end;
    return Math.max(0, Math.min(this.end, commit - 8 + Math.floor(random() * 24)));
  }

  private anyPicture(system: FileSystem, cut: number, random: () => number): Picture {
    const kind = random();
    if (kind < 0.5) return system.whole(cut);
    if (kind < 0.7) return system.least(cut);
    const oldest = system.oldest(cut);
    if (this.model !== 'ext4 without journal') return system.at(oldest + Math.floor(random() * (cut - oldest + 1)), cut);
    // All parts are outdated except for one or two that happened to be written.
    const parts = [...system.least(cut).parts];
    for (let written = 1 + Math.floor(random() * 2); written > 0 && parts.length > 0; written--)
      parts.splice(Math.floor(random() * parts.length), 1);
    return { ...system.whole(cut), parts: new Map(parts) };
  }

  private whole(cut: number): ReadonlyMap<string, Picture> {
    return new Map([...this.systems].map(([mount, system]) => [mount, system.whole(cut)]));
  }

  private develop(view: View): State {
    const tree = this.developer.tree(view);
    const promised = view.cut > this.promise;
    return { tree, key: `${hashTree(tree)} ${promised}`, cut: view.cut, promised, model: this.model, describe: () => this.describe(view) };
  }

  private describe({ cut, pictures }: View): string {
    const operation = (at: number): string => `${at} (${this.log.operations[at] ?? 'the end'})`;
    const systems = [...pictures].flatMap(([mount, { metadata, parts, names, data }]) => [
      ...(metadata === cut ? [] : [`${mount}: names and inodes as before ${operation(metadata)}`]),
      ...(names.length === 0 ? [] : [`${mount}: with ${names.length} names that were logged since`]),
      ...[...parts].map(([part, version]) => `${mount}: ${this.part(part)} as before ${operation(version)}`),
      ...[...data].map(([id, { shape, from }]) => `${mount}: of ${this.log.homes.get(id)} the bytes since ${from}: ${shape}`),
    ]);
    return [`${this.model}, ${this.arrangement.name}, cut before ${operation(cut)}`, ...systems].join('\n  ');
  }

  private part(part: string): string {
    return `${part.startsWith('e') ? 'the names in' : 'the inode of'} ${this.log.homes.get(Number(part.slice(1)))}`;
  }
}

/** Returns a key that is equal for equal views. */
function nameOf({ pictures }: View): string {
  return JSON.stringify([...pictures].map(([mount, { metadata, parts, names, data }]) => [mount, metadata, [...parts], names, [...data]]));
}

/** Returns a generator of numbers from 0 to 1, which are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
