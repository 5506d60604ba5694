import { judge } from '../../../support/power/judge';
import type { Model } from '../../../support/power/models';
import type { State } from '../../../support/power/states';
import type { Recording } from './recorder';
import type { World } from './world';

/** Outcome of a state: complaints if the host ended neither as before nor as after. */
export interface Verdict {
  readonly transaction: string;
  readonly model: Model;
  readonly state: 'old' | 'new' | 'mixed';
  readonly complaints: readonly string[];
  /** The state, the tree after the recovery, and the recovery's output. */
  readonly report: () => string;
}

/** Runs the recovery on states, each only once, two at a time. */
export class Trial {
  private readonly verdicts = new Map<string, Promise<Verdict>>();
  private free = 2;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly world: World) {}

  judge(recording: Recording, state: State): Promise<Verdict> {
    const key = `${recording.name} ${state.key}`;
    const known = this.verdicts.get(key);
    if (known !== undefined) return known;
    const verdict = this.recover(recording, state);
    this.verdicts.set(key, verdict);
    return verdict;
  }

  judgeAll(recording: Recording, states: readonly State[]): Promise<readonly Verdict[]> {
    return Promise.all(states.map((state) => this.judge(recording, state)));
  }

  private async recover({ name, before, after, arrangement }: Recording, state: State): Promise<Verdict> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      const { tree, boot, output } = await this.world.recover(state.tree, arrangement.mounts);
      const judged = judge(tree, before, after, state.promised);
      // A unit that fails at each boot is also a fault, though it causes no harm.
      const complaints = [...judged.complaints, ...(boot === 'fails' ? ["the recovery's unit is there, and its program is not"] : [])];
      const report = (): string => [`${name}: ${state.describe()}`, ...complaints, output].join('\n  ');
      return { transaction: name, model: state.model, state: judged.state, complaints, report };
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.free += 1;
      else next();
    }
  }
}
