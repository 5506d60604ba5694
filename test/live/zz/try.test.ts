import { Scene } from '../security/attack/scene';
import { bundle } from '../security/attack/deployments';
import * as hand from '../../installer/by-hand';
jest.setTimeout(300000);
test('x', async () => {
  const scene = await Scene.boot();
  try {
    await scene.host.mustExec('cd /opt/app/shared; rm -f app.env gone.env');
    console.log(await hand.deploy(scene.host, bundle(1)));
    await scene.host.mustExec('rm -rf /opt/app/shared; install -d -o deploy /opt/app/shared');
    console.log(await hand.deploy(scene.host, bundle(2)));
    console.log(await hand.deploy(scene.host, bundle(3, {gone: true})));
    console.log(await hand.deploy(scene.host, bundle(4)));
  } finally { scene.destroy(); }
});
