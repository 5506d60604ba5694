import { DIRECTORIES_ATTACKS } from './families/directories';
import { attacks } from './suite';

attacks(DIRECTORIES_ATTACKS);
