import { ENVIRONMENT_ATTACKS } from './families/environment';
import { attacks } from './suite';

attacks(ENVIRONMENT_ATTACKS);
