import { eventually } from './eventually';

test('returns the first value that it sees', async () => {
  let looks = 0;
  const found = await eventually(() => (++looks === 3 ? 'it' : undefined), { what: 'it', pause: 1 });
  expect([found, looks]).toEqual(['it', 3]);
});

test('reports what it waited for, and the last state', async () => {
  const wait = { what: 'the end', seconds: 0.01, pause: 5, saw: () => ({ state: 'starting' }) };
  await expect(eventually(() => undefined, wait)).rejects.toThrow('waited 0.01 s for the end; saw {"state":"starting"}');
});
