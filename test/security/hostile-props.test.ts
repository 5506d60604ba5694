import { createHash } from 'node:crypto';
import { Token } from 'cdktf';
import { Construct as ConstructClass, type Construct } from 'constructs';
import fc from 'fast-check';
import * as library from '../../lib';
import { exec } from '../../lib';
import { HostRegistry } from '../../lib/terraform';
import { collectIssues, ISSUE_CODES, type ConstructIssue } from '../../lib/testing';
import { campaign } from '../support/campaign';
import { goodProps } from '../support/every-construct';
import { imaginarySsh, stackWithTerraformData, testApp } from '../support/stacks';

const form = campaign();
/** Number of values for each property. */
const EACH = { sample: 2, small: 8, all: 100 }[form];

type Kind = keyof ReturnType<typeof goodProps>;

/** A property, and the value that replaces its valid one. The property '' means the whole props object. */
type Change = readonly [property: string, value: unknown];

/** Creates one construct of a kind for each change in one stack, as a JavaScript program could: `it-0`, `it-1` and so on. */
function issuesWith(kind: Kind, ...changes: readonly Change[]): readonly ConstructIssue[] {
  return synthesize(kind, changes, form !== 'sample');
}

/** Does everything that a synthesis does. Rendering Terraform's configuration takes several times as long as the rest. */
function synthesize(kind: Kind, changes: readonly Change[], terraform: boolean): readonly ConstructIssue[] {
  const stack = stackWithTerraformData(testApp());
  const [Construct, props] = goodProps(stack)[kind];
  const make = Construct as unknown as new (scope: Construct, id: string, props: unknown) => Construct;
  for (const [index, [property, value]] of changes.entries())
    new make(stack, `it-${index}`, property === '' ? value : { ...props, [property]: value });
  const issues = collectIssues(stack);
  for (const host of HostRegistry.hostsBelow(stack)) host.bundle();
  if (terraform) stack.toTerraform();
  return issues;
}

const properties = Object.entries(goodProps(stackWithTerraformData(testApp()))).map(
  ([kind, [, required, optional]]) => [kind as Kind, ['', ...Object.keys(required), ...optional]] as const,
);
const cases = properties.flatMap(([kind, names]) => names.map((property) => [kind, property] as const));

/** Values that once went unnoticed, and shapes that are nearly valid. */
const nearly = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, Number.NaN, -1, '', '\0', '${x}', '%{y}', [], {}, [null], [undefined], {
    argv: ['/bin/true', 1],
  }),
  fc.record({ argv: fc.anything(), timeout: fc.anything(), uid: fc.anything() }),
  fc.array(fc.record({ test: fc.record({ test: fc.constantFrom('cpu', 'failedUid', 'x'), limit: fc.anything() }), action: fc.anything() })),
  fc.dictionary(fc.string(), fc.anything()),
);
const anyValue = fc.oneof(fc.anything(), nearly);

test('all constructs are tested', () => {
  const constructs = Object.entries(library).filter(
    ([, value]) => typeof value === 'function' && value.prototype instanceof ConstructClass,
  );
  // Base classes, which can't be created.
  const bases = ['HostRegistry', 'MonitCheckBase', 'MonitResourceCheck', 'Notifier', 'RubyService', 'SystemdUnit'];
  expect(
    constructs
      .map(([name]) => name)
      .filter((name) => !bases.includes(name))
      .sort(),
  ).toEqual(Object.keys(goodProps(stackWithTerraformData(testApp()))).sort());
});

function areWellFormed(issues: readonly ConstructIssue[]): void {
  for (const issue of issues) {
    expect(ISSUE_CODES).toContain(issue.code);
    for (const text of [issue.property, issue.problem, issue.remedy]) expect(text).toEqual(expect.stringMatching(/\S/));
  }
}

/** Returns values for a property that are the same in each run, and differ between properties. */
function sampleFor(name: string, count: number): readonly unknown[] {
  return fc.sample(anyValue, { numRuns: count, seed: createHash('sha256').update(name).digest().readInt32BE() });
}

/** Makes all changes in one stack. If that throws, makes each in a separate stack to find the one that throws. */
function takesAll(kind: Kind, changes: readonly Change[]): void {
  try {
    areWellFormed(synthesize(kind, changes, true));
  } catch (error) {
    for (const [property, value] of changes) {
      try {
        areWellFormed(synthesize(kind, [[property, value]], true));
      } catch (cause) {
        throw new Error(`${kind}.${property} throws for ${fc.stringify(value)}`, { cause });
      }
    }
    throw error;
  }
}

describe('a construct accepts any value and reports an invalid one', () => {
  const ssh = ['user', 'port', 'privateKey', 'hostKeys', 'timeoutSeconds'];
  if (form === 'sample') {
    test.each(properties)('%s', (kind, names) => {
      takesAll(
        kind,
        names.flatMap((property) => sampleFor(`${kind}.${property}`, EACH).map((value): Change => [property, value])),
      );
    });
    test('Host.ssh', () => {
      takesAll(
        'Host',
        ssh.flatMap((property) =>
          sampleFor(`Host.ssh.${property}`, EACH).map((value): Change => ['ssh', { ...imaginarySsh, [property]: value }]),
        ),
      );
    });
  } else {
    test.each(cases)('%s.%s', (kind, property) => {
      fc.assert(
        fc.property(anyValue, (value) => areWellFormed(synthesize(kind, [[property, value]], true))),
        { numRuns: EACH },
      );
    });
    test.each(ssh)('Host.ssh.%s', (property) => {
      fc.assert(
        fc.property(anyValue, (value) => areWellFormed(synthesize('Host', [['ssh', { ...imaginarySsh, [property]: value }]], true))),
        { numRuns: EACH },
      );
    });
  }
});

describe('a missing property is reported', () => {
  const required = Object.entries(goodProps(stackWithTerraformData(testApp()))).flatMap(([kind, [, props]]) =>
    Object.keys(props).map((property) => [kind as Kind, property] as const),
  );
  test.each(required)('%s without %s', (kind, property) => {
    expect(issuesWith(kind, [property, undefined]).filter(({ path }) => path.endsWith('/it-0'))).toContainEqual(
      expect.objectContaining({ severity: 'error', property: expect.stringContaining(property) }),
    );
  });
});

describe('a token is reported where text is needed', () => {
  const takesTokens = new Set(['Host.address', 'Host.ssh', 'Host.instanceId', 'EnvironmentFile.variables']);
  // Rules are validated one by one.
  test.each(properties)('%s', (kind, names) => {
    const refused = names.filter((name) => !['', 'rules'].includes(name) && !takesTokens.has(`${kind}.${name}`));
    const tokens = [Token.asString({ a: 1 }), Token.asNumber({ a: 1 }), Token.asList({ a: 1 }), [`x${Token.asString({ a: 1 })}`]];
    const changes = refused.flatMap((property) => tokens.map((token): Change => [property, token]));
    const issues = issuesWith(kind, ...changes).filter(({ code }) => code === 'stack/token-in-text');
    const reported = new Set(issues.flatMap(({ path }) => path.split('/')));
    expect(changes.filter((_, index) => !reported.has(`it-${index}`))).toEqual([]);
  });

  const ruled = cases.flatMap(([kind, property]) => (property === 'rules' ? [kind] : []));
  test.each(ruled)('%s.rules', (kind) => {
    const rules = [{ test: { test: 'doesNotExist' }, action: exec(['/bin/echo', Token.asString({ a: 1 })]) }];
    expect(issuesWith(kind, ['rules', rules])).toContainEqual(
      expect.objectContaining({ code: 'stack/token-in-text', property: 'rules[0]' }),
    );
  });
});
