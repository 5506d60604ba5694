import { DIRECTORIES_ATTACKS } from './families/directories';
import { ENVIRONMENT_ATTACKS } from './families/environment';
import { FLOODS_ATTACKS } from './families/floods';
import { OUTSIDE_WORDS_ATTACKS } from './families/outside-words';
import { PREVIEW_ATTACKS } from './families/preview';
import { PROGRAMS_ATTACKS } from './families/programs';
import { UPLOAD_ATTACKS } from './families/upload';
import { USERS_ATTACKS } from './families/users';
import { WINDOWS_ATTACKS } from './families/windows';
import { sample } from './suite';

// One host for all: `npm test` has a minute for it.
sample([
  DIRECTORIES_ATTACKS,
  ENVIRONMENT_ATTACKS,
  FLOODS_ATTACKS,
  OUTSIDE_WORDS_ATTACKS,
  PREVIEW_ATTACKS,
  PROGRAMS_ATTACKS,
  UPLOAD_ATTACKS,
  USERS_ATTACKS,
  WINDOWS_ATTACKS,
]);
