import { UPLOAD_ATTACKS } from './families/upload';
import { attacks } from './suite';

attacks(UPLOAD_ATTACKS);
