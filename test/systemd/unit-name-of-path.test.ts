import { unitNameOfPath } from '../../lib/systemd';

// As `systemd-escape --path --suffix=mount` has them; test/live/systemd/directives.test.ts asks it.
it.each([
  ['/srv/data', 'srv-data.mount'],
  ['/', '-.mount'],
  ['/srv/a-b c', 'srv-a\\x2db\\x20c.mount'],
  ['//srv///data/', 'srv-data.mount'],
  ['/.hidden/.b', '\\x2ehidden-.b.mount'],
  ['/é', '\\xc3\\xa9.mount'],
])('%s is %s', (path, name) => {
  expect(unitNameOfPath(path, 'mount')).toBe(name);
});
