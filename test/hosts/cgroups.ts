import { existsSync, mkdirSync, readFileSync, readdirSync, rmdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { sleepSync } from './run';

/** All our hosts' groups are below this one. */
const PARENT = 'cdktf-sidekiq';

/** Where cgroup hierarchies are mounted: one on a modern machine (v2), several where v1 is in use. */
export function hierarchies(mountInfo = readFileSync('/proc/self/mountinfo', 'utf8')): readonly string[] {
  return mountInfo
    .split('\n')
    .map((line) => line.split(' - '))
    .filter(([, type]) => /^cgroup2? /.test(type ?? ''))
    .map(([mount]) => mount?.split(' ')[4] ?? '');
}

/**
 * Makes a group of its own for a host in each hierarchy. Without it all hosts share the root of systemd's hierarchy, and
 * each of their systemds takes the others' processes for its own.
 * @returns the `cgroup.procs` files that the host's first process must write itself into.
 */
export function createGroups(id: string): readonly string[] {
  return groups(id).map((group) => {
    for (const directory of [path.dirname(group), group]) {
      mkdirSync(directory, { recursive: true });
      // v1's cpuset admits no process before it is told which processors and memory there are.
      for (const knob of ['cpuset.cpus', 'cpuset.mems']) {
        const parent = path.join(directory, '..', knob);
        if (existsSync(parent) && existsSync(path.join(directory, knob))) writeFileSync(path.join(directory, knob), readFileSync(parent));
      }
    }
    return path.join(group, 'cgroup.procs');
  });
}

/** The processes of a host, by its own groups: by no name and no number that could mean somebody else. */
export function processesOf(id: string): readonly number[] {
  return [...new Set(groups(id).flatMap(tree).flatMap(members))];
}

/** Kills everything in a host's groups, at once, and removes them; blocks until the last process is gone. */
export function destroyGroups(id: string): void {
  killGroups(id);
  for (const directory of groups(id).flatMap(tree)) remove(directory);
  for (const parent of new Set(groups(id).map((group) => path.dirname(group)))) remove(parent);
}

/** Kills everything in a host's groups; blocks until the last process is gone, ten seconds at most. */
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

/** A group and all below it, the deepest first. */
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
    return []; // gone since it was listed
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // ended by itself
  }
}

function remove(directory: string): void {
  try {
    rmdirSync(directory);
  } catch {
    // the parent still holds other hosts, or another process was faster
  }
}
