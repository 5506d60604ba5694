// Makes mistakes and returns their issues: from the sources in Jest, from the built package in plain Node.

const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');
const cdktf = require('cdktf');
const { Construct } = require('constructs');
const { NullProvider } = require('@cdktf/provider-null/lib/provider');

const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ5rWkJmVwFqYxX1d8yWwPZ4oPqOqjzjzqv0M4fL8dXn';

/** What one mistake has at hand. */
function givenIn(lib, app, scope, addresses) {
  const { Host, HostKeys, PrivateKey } = lib.index;
  const ssh = { user: 'ops', privateKey: PrivateKey.fromFile('~/.ssh/ops'), hostKeys: HostKeys.of(KEY) };
  return {
    ...cdktf,
    ...lib.index,
    monit: lib.monit,
    systemd: lib.systemd,
    NullProvider,
    app,
    outdir: app.outdir,
    stack: scope,
    ssh,
    /** A host without fault. */
    host: new Host(scope, 'worker-1', { address: addresses[0], ssh }),
    /** Where another one is. */
    address: addresses[1],
    /** A resource whose attributes are known at apply time. */
    vm: new cdktf.TerraformResource(scope, 'vm', { terraformResourceType: 'terraform_data' }),
    /** A file that has a key of neither. */
    knownHosts: path.relative(process.cwd(), path.join(__dirname, 'known_hosts')),
  };
}

function newApp(lib) {
  const app = cdktf.Testing.app({ outdir: mkdtempSync(path.join(tmpdir(), 'mistakes-')) });
  return { app, newStack: (name) => newStack(lib, app, name) };
}

function newStack({ index: { HostRegistry } }, app, name) {
  const stack = new cdktf.TerraformStack(app, name);
  new HostRegistry(stack, 'hosts', { resourceType: 'terraform_data' });
  return stack;
}

function line({ severity, path: construct, property, problem, remedy, code }) {
  return `${severity}${construct === undefined ? '' : ` [${construct}]`} ${property}: ${problem}. ${remedy} [${code}]`;
}

function thrownBy(app) {
  try {
    app.synth();
    return undefined;
  } catch (error) {
    return error;
  } finally {
    rmSync(app.outdir, { recursive: true, force: true });
  }
}

/** The app of one mistake, or the issues of one that needs no app. */
function made(lib, { make }) {
  const { app: first, newStack: add } = newApp(lib);
  const given = make(givenIn(lib, first, add('workers'), ['192.0.2.1', '192.0.2.9']));
  if (!Array.isArray(given) || !given.every((issue) => typeof issue?.code === 'string')) {
    const app = cdktf.App.isApp(given) ? given : first;
    return { app, issues: lib.testing.collectIssues(app) };
  }
  rmSync(first.outdir, { recursive: true, force: true });
  return { app: undefined, issues: given.map(({ place, ...issue }) => ({ ...issue, property: lib.systemd.placeText(place) })) };
}

/** Returns the issues of one mistake, also as lines, and the error of a synthesis, if it throws one. */
exports.raise = (lib, mistake, { synthesize }) => {
  const { app, issues } = made(lib, mistake);
  const thrown = app && synthesize ? thrownBy(app) : undefined;
  if (app !== undefined) rmSync(app.outdir, { recursive: true, force: true });
  return { issues, lines: issues.map(line), thrown, pure: app === undefined };
};

const NETS = ['192.0.2', '198.51.100', '203.0.113'];
const addressOf = (n) => `${NETS[Math.floor(n / 254)]}.${(n % 254) + 1}`;

/**
 * All of many mistakes made in one app, in turn in its stacks: what a synthesis throws, and what of it is about each, as if
 * it had been made by itself.
 */
exports.raiseTogether = (lib, mistakes, stacks) => {
  const { app, newStack: add } = newApp(lib);
  const made = stacks.map(add);
  const places = mistakes.map(({ make }, n) => {
    const stack = made[n % made.length];
    const addresses = [addressOf(2 * n), addressOf(2 * n + 1)];
    make(givenIn(lib, app, new Construct(stack, `mistake-${n}`), addresses));
    return { before: `[${stack.node.id}/mistake-${n}/`, addresses };
  });
  const thrown = thrownBy(app);
  const reported = String(thrown?.message)
    .split('\n')
    .map((each) => each.trim());
  return {
    thrown,
    reported: places.map(({ before, addresses }) =>
      reported
        .filter((each) => each.startsWith(before))
        .map((each) =>
          each
            .replaceAll(before, '[workers/')
            .replaceAll(before.slice(1), 'workers/')
            .replaceAll(addresses[1], '192.0.2.9')
            .replaceAll(addresses[0], '192.0.2.1')
            // In a scope of its own an element has a longer name.
            .replaceAll(/mistake-\d+_(\w+?)_[0-9A-F]{8}/g, '$1'),
        ),
    ),
  };
};
