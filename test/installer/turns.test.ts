import { inShell } from './in-shell';

const turns = (services: string, rolling: readonly string[]): string =>
  inShell('dash', 'plan_turns; cat "$WORK/plan.turns"; echo "$TURNS"; in_turn 1 restart start; echo; in_turn 2 restart', {
    'plan.services': services,
    'want.rolling': rolling.map((unit) => `${unit}\n`).join(''),
  });

test('instances of one template take turns, those of different templates run at the same time', () => {
  const services = ['a@1', 'a@2', 'a@3', 'b@1', 'b@2'].map((name) => `restart ${name}.service enabled 3 20 30 -\n`).join('');
  expect(turns(services, ['a@1.service', 'a@2.service', 'a@3.service', 'b@1.service', 'b@2.service'])).toBe(
    'a@2.service 2\na@3.service 3\nb@2.service 2\n3\na@1.service\nb@1.service\n\na@2.service\nb@2.service\n',
  );
});

test('only units that restart take turns, and only if they are rolling', () => {
  const services =
    'leave a@1.service enabled 3 20 30 -\nstart a@2.service enabled 3 20 30 -\nrestart a@3.service enabled 3 20 30 -\nrestart b@1.service enabled 3 20 30 -\nrestart b@2.service enabled 3 20 30 -\n';
  expect(turns(services, ['a@1.service', 'a@2.service', 'a@3.service'])).toBe('1\na@3.service\nb@1.service\nb@2.service\na@2.service\n\n');
});

test.each(['dash', 'bash'])('the longest time of a column counts (%s)', (shell) => {
  const rows = 'restart a.service enabled 3 20 300 -\nleave b.service enabled 3 1500 30 60\n';
  const commands =
    'longest plan.services 5; echo "$LONGEST"; longest plan.services 6; echo "$LONGEST"; longest missing 4; echo "$LONGEST"; longest empty 4; echo "$LONGEST"';
  expect(inShell(shell, commands, { 'plan.services': rows, empty: '' })).toBe('1500\n300\n0\n0\n');
});
