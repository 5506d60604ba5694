import { PREVIEW_ATTACKS } from './families/preview';
import { attacks } from './suite';

attacks(PREVIEW_ATTACKS);
