import { OUTSIDE_WORDS_ATTACKS } from './families/outside-words';
import { attacks } from './suite';

attacks(OUTSIDE_WORDS_ATTACKS);
