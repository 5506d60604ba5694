import { fullName, serviceNameProblem } from '../../../lib/constructs/units/unit-name';

test.each(['sidekiq', 'sidekiq.service', 'sidekiq@1', 'example.com', 'clock.timer.service'])('%s is the name of a service', (name) => {
  expect(serviceNameProblem(name)).toBeUndefined();
  expect(fullName(name)).toMatch(/[^.]\.service$/);
});

test.each([
  ['clock@', /template/],
  ['clock@.service', /template/],
  ['clock.timer', /another unit type/],
  ['clock.sevice', /misspelt/],
  ['clock.services', /misspelt/],
  ['a b', /character/],
  ['', /nothing before/],
  [1, /not a string/],
])('%j is not the name of a service', (name, problem) => {
  expect(serviceNameProblem(name)).toMatch(problem);
});
