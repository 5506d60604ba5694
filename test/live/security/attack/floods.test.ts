import { FLOODS_ATTACKS } from './families/floods';
import { attacks } from './suite';

attacks(FLOODS_ATTACKS);
