import { existsSync, mkdirSync, readFileSync, readdirSync, rmdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { sleepSync } from './run';

/** Parent of the groups of all our hosts. */
const PARENT = 'cdktf-sidekiq';

/** Mount points of cgroup hierarchies: one on a modern machine (v2), several where v1 is in use. */
export function hierarchies(mountInfo = readFileSync('/proc/self/mountinfo', 'utf8')): readonly string[] {
  return mountInfo
    .split('\n')
    .map((line) => line.split(' - '))
    .filter(([, type]) => /^cgroup2? /.test(type ?? ''))
    .map(([mount]) => mount?.split(' ')[4] ?? '');
}

/**
 * Creates a group for a host in each hierarchy. Otherwise all hosts would share the root of systemd's hierarchy, and each of
 * their systemds would treat the others' processes as its own.
 * @returns the `cgroup.procs` files that the host's first process must write itself into.
 */
export function createGroups(id: string): readonly string[] {
  return groups(id).map((group) => {
    for (const directory of [path.dirname(group), group]) {
      mkdirSync(directory, { recursive: true });
      // v1's cpuset admits no process until its processors and memory nodes are set.
      for (const knob of ['cpuset.cpus', 'cpuset.mems']) {
        const parent = path.join(directory, '..', knob);
        if (existsSync(parent) && existsSync(path.join(directory, knob))) writeFileSync(path.join(directory, knob), readFileSync(parent));
      }
    }
    return path.join(group, 'cgroup.procs');
  });
}

/** Returns the processes of a host, by its groups: a name or number could match another process. */
export function processesOf(id: string): readonly number[] {
  return [...new Set(groups(id).flatMap(tree).flatMap(members))];
}

/** Kills everything in a host's groups at once, and removes them; blocks until the last process has ended. */
export function destroyGroups(id: string): void {
  killGroups(id);
  for (const directory of groups(id).flatMap(tree)) remove(directory);
  for (const parent of new Set(groups(id).map((group) => path.dirname(group)))) remove(parent);
}

/** Kills everything in a host's groups; blocks until the last process has ended, at most ten seconds. */
export function killGroups(id: string): void {
  for (let turn = 0; turn < 500; turn++) {
    const processes = processesOf(id);
    if (processes.length === 0) return;
    for (const pid of processes) kill(pid);
    sleepSync(20);
  }
  throw new Error(`processes of ${id} survive SIGKILL: ${processesOf(id).join(' ')}`);
}

function groups(id: string): readonly string[] {
  return hierarchies().map((hierarchy) => path.join(hierarchy, PARENT, id));
}

/** Returns a group and all groups below it, the deepest first. */
function tree(group: string): readonly string[] {
  if (!existsSync(group)) return [];
  const children = readdirSync(group, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [...children.flatMap((child) => tree(path.join(group, child.name))), group];
}

function members(group: string): readonly number[] {
  try {
    return readFileSync(path.join(group, 'cgroup.procs'), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map(Number)
      .filter((pid) => pid > 0);
  } catch {
    return []; // removed since it was listed
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // already ended
  }
}

function remove(directory: string): void {
  try {
    rmdirSync(directory);
  } catch {
    // the parent still has other hosts, or another process was faster
  }
}
