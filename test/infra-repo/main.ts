import { App } from 'cdktf';
import { RedisStack } from './stacks/redis';
import { SchedulersStack } from './stacks/schedulers';
import { WorkersStack } from './stacks/workers';

const app = new App();
const redis = new RedisStack(app, 'redis');
new WorkersStack(app, 'workers', { redisHost: redis.host });
new SchedulersStack(app, 'schedulers', { redisHost: redis.host });
app.synth();
