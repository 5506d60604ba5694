import { StateServer } from './state-server';

let server: StateServer;
beforeEach(async () => {
  server = await StateServer.start('ops', 'password');
});
afterEach(() => server.stop());

const call = (method: string, path = '', body?: string, login = 'ops:password'): Promise<Response> =>
  fetch(`${server.url}/one${path}`, { method, body, headers: { authorization: `Basic ${Buffer.from(login).toString('base64')}` } });

test('stores a state, and requires a login', async () => {
  expect((await call('GET')).status).toBe(404);
  expect((await call('POST', '', '{"serial":1}')).status).toBe(200);
  expect(await (await call('GET')).text()).toBe('{"serial":1}');
  expect((await call('GET', '', undefined, 'ops:guess')).status).toBe(401);
  expect((await call('POST', '', 'x', 'ops:guess')).status).toBe(401);
  expect(server.written).toEqual(['{"serial":1}']);
});

test('rejects writes and locks while another client holds the lock', async () => {
  expect((await call('LOCK', '', '{"ID":"a","Who":"me"}')).status).toBe(200);
  expect(server.isLocked).toBe(true);
  const refused = await call('LOCK', '', '{"ID":"b"}');
  expect([refused.status, await refused.text()]).toEqual([423, '{"ID":"a","Who":"me"}']);
  expect((await call('POST', '?ID=b', 'x')).status).toBe(423);
  expect((await call('POST', '?ID=a', 'x')).status).toBe(200);
  expect((await call('UNLOCK', '', '{"ID":"b"}')).status).toBe(423);
  expect((await call('UNLOCK', '', '{"ID":"a"}')).status).toBe(200);
  expect(server.isLocked).toBe(false);
});
