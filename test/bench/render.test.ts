import { execFileSync } from 'node:child_process';

test('the rendering benchmark renders units without issues', () => {
  const printed = execFileSync('npx', ['tsx', 'bench/render/main.ts', '--units', '40', '--repetitions', '1'], { encoding: 'utf8' });
  expect(printed.trim().split('\n')).toEqual([
    expect.stringMatching(/^Node v/),
    expect.stringMatching(/^ +4 units: /),
    expect.stringMatching(/^ +8 units: /),
    expect.stringMatching(/^ +20 units: /),
    expect.stringMatching(/^ +40 units: /),
    expect.stringMatching(/^2 times as many units take /),
    expect.stringMatching(/^5 times /),
    expect.stringMatching(/^10 times /),
  ]);
});
