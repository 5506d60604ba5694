import { Token } from 'cdktf';
import { Construct as ConstructClass, type Construct } from 'constructs';
import fc from 'fast-check';
import * as library from '../../lib';
import { exec } from '../../lib';
import { HostRegistry } from '../../lib/terraform';
import { collectIssues, ISSUE_CODES } from '../../lib/testing';
import { goodProps } from '../support/every-construct';
import { imaginarySsh, stackWithTerraformData, testApp } from '../support/stacks';

type Kind = keyof ReturnType<typeof goodProps>;

/** Makes a construct of a kind with one property replaced, as a JavaScript program could, and does all that a synthesis does. */
function issuesWith(kind: Kind, property: string, value: unknown) {
  const stack = stackWithTerraformData(testApp());
  const [Construct, props] = goodProps(stack)[kind];
  const make = Construct as unknown as new (scope: Construct, id: string, props: unknown) => Construct;
  new make(stack, 'it', property === '' ? value : { ...props, [property]: value });
  const issues = collectIssues(stack);
  for (const host of HostRegistry.hostsBelow(stack)) host.bundle();
  stack.toTerraform();
  return issues;
}

const cases = Object.entries(goodProps(stackWithTerraformData(testApp()))).flatMap(([kind, [, required, optional]]) =>
  ['', ...Object.keys(required), ...optional].map((property) => [kind as Kind, property] as const),
);

/** Values that once went through unseen, and shapes that are nearly right. */
const nearly = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, Number.NaN, -1, '', '\0', '${x}', '%{y}', [], {}, [null], [undefined], {
    argv: ['/bin/true', 1],
  }),
  fc.record({ argv: fc.anything(), timeout: fc.anything(), uid: fc.anything() }),
  fc.array(fc.record({ test: fc.record({ test: fc.constantFrom('cpu', 'failedUid', 'x'), limit: fc.anything() }), action: fc.anything() })),
  fc.dictionary(fc.string(), fc.anything()),
);

test('every construct that there is, is tried', () => {
  const constructs = Object.entries(library).filter(
    ([, value]) => typeof value === 'function' && value.prototype instanceof ConstructClass,
  );
  // What others are made of; nobody makes one.
  const bases = ['HostRegistry', 'MonitCheckBase', 'MonitResourceCheck', 'Notifier', 'SystemdUnit'];
  expect(
    constructs
      .map(([name]) => name)
      .filter((name) => !bases.includes(name))
      .sort(),
  ).toEqual(Object.keys(goodProps(stackWithTerraformData(testApp()))).sort());
});

test.each(cases)('%s takes anything for %s, and tells what is wrong with it', (kind, property) => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), nearly), (value) => {
      for (const issue of issuesWith(kind, property, value)) {
        expect(ISSUE_CODES).toContain(issue.code);
        for (const words of [issue.property, issue.got, issue.expected, issue.remedy]) expect(words).toEqual(expect.stringMatching(/\S/));
      }
    }),
    { numRuns: 8 },
  );
});

test.each(['user', 'port', 'privateKey', 'hostKeys', 'timeoutSeconds'])('Host takes anything for ssh.%s', (property) => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), nearly), (value) => {
      issuesWith('Host', 'ssh', { ...imaginarySsh, [property]: value });
    }),
    { numRuns: 12 },
  );
});

describe('what is missing is told', () => {
  const required = Object.entries(goodProps(stackWithTerraformData(testApp()))).flatMap(([kind, [, props]]) =>
    Object.keys(props).map((property) => [kind as Kind, property] as const),
  );
  test.each(required)('%s without %s', (kind, property) => {
    expect(issuesWith(kind, property, undefined).filter(({ path }) => path.endsWith('/it'))).toContainEqual(
      expect.objectContaining({ severity: 'error', property: expect.stringContaining(property) }),
    );
  });
});

describe('a token is refused where text is needed', () => {
  const takesTokens = new Set(['Host.address', 'Host.ssh', 'Host.instanceId', 'EnvironmentFile.variables']);
  // Rules are looked at one by one.
  const refused = cases.filter(([kind, property]) => !['', 'rules'].includes(property) && !takesTokens.has(`${kind}.${property}`));
  test.each(refused)('%s.%s', (kind, property) => {
    const tokens = [Token.asString({ a: 1 }), Token.asNumber({ a: 1 }), Token.asList({ a: 1 }), [`x${Token.asString({ a: 1 })}`]];
    for (const token of tokens) {
      expect(issuesWith(kind, property, token)).toContainEqual(expect.objectContaining({ code: 'constructs/token-in-text' }));
    }
  });

  const ruled = cases.flatMap(([kind, property]) => (property === 'rules' ? [kind] : []));
  test.each(ruled)('%s.rules', (kind) => {
    const rules = [{ test: { test: 'doesNotExist' }, action: exec(['/bin/echo', Token.asString({ a: 1 })]) }];
    expect(issuesWith(kind, 'rules', rules)).toContainEqual(
      expect.objectContaining({ code: 'constructs/token-in-text', property: 'rules[0]' }),
    );
  });
});
