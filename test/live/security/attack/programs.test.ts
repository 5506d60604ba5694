import { PROGRAMS_ATTACKS } from './families/programs';
import { attacks } from './suite';

attacks(PROGRAMS_ATTACKS);
