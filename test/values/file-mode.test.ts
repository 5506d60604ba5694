import { fileModeProblem } from '../../lib/values';

describe('fileModeProblem', () => {
  it.each(['644', '0644', '7777'])('accepts %s', (mode) => {
    expect(fileModeProblem(mode)).toBeUndefined();
  });

  it.each([644, 0o644, '64', '00644', '0648', 'u=rw', ''])('refuses %p', (mode) => {
    expect(fileModeProblem(mode)).toBeDefined();
  });
});
