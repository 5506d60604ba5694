import { allWords, firstWord } from '../first-word';
import { strip } from '../logical-lines';
import { FINE, refused, type Reader } from '../reader';
import { PARTITIONS } from '../vocabularies/partitions';

const FLAGS = [
  ...['verity', 'signed', 'encrypted', 'unprotected', 'unused', 'absent', 'open', 'ignore'],
  ...['read-only-on', 'read-only-off', 'growfs-on', 'growfs-off'],
];

/** Reads the policy for each partition, `root=verity+signed:usr=…`, with `=…` for all others. Source: image_policy_from_string. */
const imagePolicy: Reader = (value, { systemdVersion }) => {
  if (/^[-*~]?$/.test(value)) return FINE;
  const rules = allWords(value, { separators: ':', everySeparator: true });
  if (rules === 'invalid') return refused('ends with a backslash');
  // Observed with 262: unknown partitions and flags are silently skipped.
  const graceful = systemdVersion >= 262;
  const seen = new Set<string>();
  for (const rule of rules) {
    const name = firstWord(rule, { separators: '=', everySeparator: true });
    if (name === undefined || name === 'invalid' || name.rest === undefined) return refused('has a rule without =');
    const partition = strip(name.word);
    const known = partition === '' || PARTITIONS.includes(partition);
    if (!known && graceful) continue;
    if (!known) return refused('has an unknown partition');
    if (seen.has(partition)) return refused('has two rules for a partition');
    seen.add(partition);
    const flags = strip(name.rest) === '-' ? [] : allWords(strip(name.rest), { separators: '+', everySeparator: true });
    if (flags === 'invalid') return refused('ends with a backslash');
    if (!graceful && strip(name.rest) !== '' && !flags.every((flag) => FLAGS.includes(strip(flag)))) return refused('has an invalid rule');
  }
  return FINE;
};

/** Readers of disk image policies, by the name of systemd's parser. */
export const IMAGE_POLICIES: Readonly<Record<string, Reader>> = { image_policy: imagePolicy };
