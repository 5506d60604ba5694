// npm run demo: the example app of bin/, deployed to a real host, step by step.
import { rmSync } from 'node:fs';

import { parseOptions, type DemoOptions, type Login } from './options';
import { Example } from './example';
import { fileTree, type Machine } from './machine';
import { OwnMachine } from './own-machine';
import { chooseResourceType, prepare } from './prepare';
import { interruptTerraform, killDescendants } from './processes';
import { Reporter } from './reporter';
import type { Scene } from './scene';
import { steps } from './steps';
import { destroy } from './steps/destroy';
import { ThrowawayMachine } from './throwaway';
import { showWithoutHost } from './without-host';
