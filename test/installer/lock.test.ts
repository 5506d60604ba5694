import { inShell } from './in-shell';

const HELD = `
  mkdir -p "$RUN"
  LOCK_SECONDS=1
  report() { echo "$1"; }
  fail() { echo "failed: $1"; exit 1; }
  sweep() { :; }
`;

/** Returns the messages of a process that waits for the lock while another one holds it for `seconds`. */
const waiting = (seconds: number, before = ''): string =>
  inShell(
    'dash',
    `${HELD}${before}
    (exec 8>>"$RUN/lock"; flock 8; : >"$RUN/held"; sleep ${seconds}) &
    until [ -e "$RUN/held" ]; do sleep 0.05; done
    take_lock
    echo "locked: $LOCKED"
    wait`,
  ).replace(/"?\S*\/run\/lock/, 'LOCK');

test('a waiting process gives up at its limit', () => {
  expect(waiting(3)).toMatch(/^waiting: another deployment[^\n]*\nfailed: LOCK was not free for 1 s\n$/);
});

test('it waits longer if the holder has announced that it needs more time', () => {
  expect(waiting(3, 'echo $(($(now) / 100 + 30)) >"$RUN/busy-until"\n')).toMatch(/^waiting: [^\n]*\nlocked: yes\n$/);
});

test('the announced time grows with the turns of a transaction', () => {
  const rows = (count: number): string =>
    Array.from({ length: count }, (_, index) => `restart one@${index + 1}.service enabled 3 20 30 60\n`).join('') +
    'leave two.service enabled 3 900 900 -\n';
  const turns = (count: number): string =>
    Array.from({ length: count - 1 }, (_, index) => `one@${index + 2}.service ${index + 2}\n`).join('');
  const announced = (count: number): number =>
    Number(
      inShell('dash', 'mkdir -p "$RUN"; now() { echo 100000; }; announce; cat "$RUN/busy-until" 2>/dev/null', {
        'plan.services': rows(count),
        'plan.turns': turns(count),
        'want.boots': '',
        'old.services': 'one@1.service enabled running 100 -\n',
      }),
    ) - 1000;
  // The old definition of the first one may take 100 s to stop. Then 60 s to drain, 20 to stop, 30 to start, 3 to be stable.
  expect([announced(8), announced(9)]).toEqual([300 + 193 + 7 * 113, 300 + 193 + 8 * 113]);
  // Less than the time that any deployment waits without an announcement.
  expect(announced(2)).toBe(-1000);
});
