import { error } from '../../values/make-issue';
import type { Statement } from '../model';
import { lexed, LONGEST } from '../lexer/lexer';
import { renderControlFile } from '../render';
import { placeOfWhole, type Origins } from '../model/places';
import type { Issues } from '../kinds/issues/report';

/**
 * Reports a text that exceeds Monit's buffer: Monit then rejects all control files, without naming one. The length is that of the text as
 * rendered, with its escapes.
 */
export function* lengthIssues(statement: Statement, origins: Origins | undefined): Issues {
  const text = renderControlFile({ statements: [statement] });
  if (text.length <= LONGEST / 4) return;
  const found = lexed(text).problems.find(({ tooLong }) => tooLong !== undefined);
  if (found?.tooLong === undefined) return;
  yield error('monit/text-too-long', placeOfWhole(statement, origins), {
    problem: `a text takes ${found.tooLong} bytes in the control file, more than Monit’s limit of ${LONGEST}`,
    remedy: 'Shorten it, or move a long command into a script: Monit rejects all control files otherwise.',
  });
}
