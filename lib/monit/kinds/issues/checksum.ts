import { show } from '../../../values/issue';
import { error } from '../../../values/make-issue';
import type { Place } from '../../../values/place';
import { hashTypeOf, type HashType } from '../../hash';
import { newerThanHostIssues, type Host } from './host';
import type { Issues } from './report';

/** Issues of a checksum, which must match its algorithm if one is given. */
export function* checksumIssues(place: Place, checksum: string, hash: HashType | undefined, host: Host): Issues {
  const type = hashTypeOf(checksum);
  if (type === undefined || (hash !== undefined && hash !== type)) {
    yield error('monit/invalid-checksum', place, {
      problem: `${show(checksum)} is not ${hash === undefined ? '32, 40 or 64 hexadecimal digits' : `a checksum of algorithm ${hash}`}`,
      remedy: 'Give the whole checksum, as md5sum, sha1sum or sha256sum prints it.',
    });
  } else if (type === 'sha256') yield* newerThanHostIssues(place, 'sha256', '6.0', host);
}
