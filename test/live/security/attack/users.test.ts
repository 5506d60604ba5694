import { USERS_ATTACKS } from './families/users';
import { attacks } from './suite';

attacks(USERS_ATTACKS);
