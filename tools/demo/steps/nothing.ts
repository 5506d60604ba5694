import { connectionsSince, markConnections } from '../machine';
import { expect, type Step } from '../scene';
import { CHANGED } from './change';

/** A deployment without changes doesn't contact the host. */
export const nothing: Step = {
  title: 'cdktf deploy again: nothing to do',
  async run({ example, machine, report }) {
    const mark = await markConnections(machine);
    const output = await example.deploy(CHANGED);
    const connections = await connectionsSince(machine, mark);
    report.note(`SSH connections in the host’s log meanwhile: ${connections}`);
    expect(connections === 0, 'a deployment without changes logged in to the host');
    expect(/No changes\./.test(output), 'Terraform found something to do');
    return { proved: 'no change, no connection' };
  },
};
