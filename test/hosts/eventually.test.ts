import { eventually } from './eventually';

test('returns what it sees, as soon as there is something', async () => {
  let looks = 0;
  const found = await eventually(() => (++looks === 3 ? 'it' : undefined), { what: 'it', pause: 1 });
  expect([found, looks]).toEqual(['it', 3]);
});

test('says what did not come, and what was there', async () => {
  const wait = { what: 'the end', seconds: 0.01, pause: 5, saw: () => ({ state: 'starting' }) };
  await expect(eventually(() => undefined, wait)).rejects.toThrow('waited 0.01 s for the end; saw {"state":"starting"}');
});
