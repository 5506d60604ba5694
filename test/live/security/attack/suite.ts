import { readdirSync } from 'node:fs';
import path from 'node:path';
import { campaign } from '../../../support/campaign';
import { describeLive } from '../../../hosts/describe-live';
import type { Need } from '../../../hosts/prerequisites';
import type { Suite } from '../../../hosts/rootfs';
import type { Run, Tried } from './attempts';
import { establish } from './deployments';
import { Scene } from './scene';
import { table, writeRow, type Row } from './table';

/** One attack on one window. */
export interface Attack<M> {
  readonly attack: string;
  readonly window: string;
  /** Tries on Debian 12. 0: not in this form. */
  readonly tries: { readonly sample: number; readonly small: number; readonly all: number };
  /** Tries on each of Debian 11, 13 and 14, in the whole form. Default: 0. */
  readonly elsewhere?: number;
  /** The program without its protection against the attack: one of so many tries must have an effect. */
  readonly mutant?: { readonly name: string; readonly change: M; readonly tries?: number };
  readonly run: Run<M>;
}

/** Attacks on one kind of boundary. */
export interface Family {
  readonly name: string;
  readonly needs: readonly Need[];
  readonly rows: readonly FamilyRow[];
}

/** An attack, and the proof that it can succeed. */
interface FamilyRow extends Pick<Row, 'attack' | 'window'> {
  readonly tries: Attack<unknown>['tries'];
  readonly elsewhere: number;
  readonly run: (scene: Scene, tries: number) => Promise<Tried>;
  readonly proof?: { readonly mutant: string; readonly run: (scene: Scene, tries: number) => Promise<Tried> };
}

export function family<M>(name: string, rows: readonly Attack<M>[], needs: readonly Need[] = ['hosts']): Family {
  return {
    name,
    needs,
    rows: rows.map(({ attack, window, tries, elsewhere = 0, mutant, run }) => ({
      attack,
      window,
      tries,
      elsewhere,
      run: (scene, most) => run(scene, { most, enough: Infinity }),
      ...(mutant && {
        proof: { mutant: mutant.name, run: (scene, most) => run(scene, { most: mutant.tries ?? most, enough: 1 }, mutant.change) },
      }),
    })),
  };
}

const ELSEWHERE: readonly Suite[] = ['bullseye', 'trixie', 'forky'];

/**
 * Defines a family of attacks as tests of the small and the whole form: each must have had a turn and no effect, and an effect on
 * its mutant. The whole form also runs on the other Debians, and writes each finished row to docs/attacks.md.
 */
export function attacks(family: Family): void {
  const { name, needs, rows } = family;
  const form = campaign();
  test('each attack has a unique name', () => {
    expect(new Set(rows.map(({ attack, window }) => `${attack} (${window})`)).size).toBe(rows.length);
  });
  if (form === 'sample') return;

  const done: Row[] = [];
  const note = (row: Row): void => {
    done.push(row);
    process.stderr.write(`${Object.values(row).join(', ')}\n`);
    if (form === 'all') writeRow(family, row);
  };
  const elsewhere = form === 'all' && rows.some((row) => row.elsewhere > 0) ? ELSEWHERE : [];
  describe.each<Suite>(['bookworm', ...elsewhere])('on %s', (suite) => {
    describeLive(name, { needs }, () => {
      const host = onHost(suite);
      for (const row of rows) {
        const tries = suite === 'bookworm' ? row.tries[form] : row.elsewhere;
        if (tries === 0) continue;
        attacked(row, tries, suite, host, note);
        if (suite === 'bookworm') proven(row, tries, suite, host, note);
      }
    });
  });
  afterAll(() => {
    if (done.length > 0) process.stderr.write(`\n${name}\n${table(done)}\n`);
  });
}

/** A few tries of many attacks, on one host: the part of `npm test`. */
export function sample(families: readonly Family[]): void {
  test('the sample covers all families', () => {
    expect(families.map(({ name }) => name).sort()).toHaveLength(readdirSync(path.join(__dirname, 'families')).length);
  });
  if (campaign() !== 'sample') return;
  describeLive('a sample of attacks', { needs: ['hosts'] }, () => {
    const host = onHost('bookworm');
    for (const row of families.flatMap(({ rows }) => rows)) {
      if (row.tries.sample > 0) attacked(row, row.tries.sample, 'bookworm', host);
    }
  });
}

/** A host for the tests of a block. */
type WithHost = <T>(during: (scene: Scene) => Promise<T>) => Promise<T>;

/** A host with a failure may hang, and would fail all following tests, so another one replaces it. */
function onHost(suite: Suite): WithHost {
  let scene: Scene | undefined;
  const boot = async (): Promise<void> => {
    scene = await Scene.boot(suite);
    await establish(scene);
  };
  beforeAll(boot);
  afterAll(() => scene?.destroy());
  return async (during) => {
    try {
      return await during(scene!);
    } catch (error) {
      scene?.destroy();
      await boot();
      throw error;
    }
  };
}

type Note = (row: Row) => void;

function attacked({ attack, window, run }: FamilyRow, most: number, suite: Suite, withHost: WithHost, note: Note = () => undefined): void {
  test(`${attack} (${window}): no effect`, async () => {
    const { tries, effects } = await withHost((scene) => run(scene, most));
    note({ attack, window, suite, tries, effects: effects.length });
    expect(effects).toEqual([]);
    expect(tries).toBeGreaterThan(0);
  });
}

function proven({ attack, window, proof }: FamilyRow, most: number, suite: Suite, withHost: WithHost, note: Note): void {
  if (proof === undefined) return;
  test(`${attack} (${window}): succeeds against a program that ${proof.mutant}`, async () => {
    const { tries, effects } = await withHost((scene) => proof.run(scene, most));
    note({ attack, window, suite, tries, effects: effects.length, mutant: proof.mutant });
    expect(effects).not.toEqual([]);
  });
}
