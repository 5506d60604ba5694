import { WINDOWS_ATTACKS } from './families/windows';
import { attacks } from './suite';

attacks(WINDOWS_ATTACKS);
