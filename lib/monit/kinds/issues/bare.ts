import { show } from '../../../values/issue';
import { error } from '../../../values/make-issue';
import type { Place } from '../../../values/place';
import { UNREPRESENTABLE, type BareText } from '../../bare';
import { HOST_SCALED_LINE } from '../../host-scaled';
import { type Issues } from './report';

/** Valid text without quotes, for messages. */
const EXPECTED: Readonly<Record<BareText, string>> = {
  mail: 'a mail address, like ops@example.com',
  address: 'a mail address, like monit@example.com or monit@$HOST',
  addressName: 'a printable name without @ < > { } [ ] and quotes',
  subject: 'one line of text without }',
  message: 'text without }',
  url: 'a URL without whitespace, like https://example.com/health',
  headerName: 'letters, digits and -',
  headerValue: 'one line of text with only one kind of quotes',
};

/** Issues of text without quotes, where nothing can be escaped. The text isn't shown where it may contain a password. */
export function* bareIssues(place: Place, kind: BareText, text: unknown): Issues {
  const problem = bareProblem(kind, text);
  if (problem === undefined) return;
  yield error('monit/unquotable-text', place, {
    problem: `${kind === 'url' || kind === 'headerValue' ? 'the text' : show(text)} ${problem}`,
    remedy: `Use ${EXPECTED[kind]}: nothing can be escaped here, so Monit would read something else.`,
  });
}

function bareProblem(kind: BareText, text: unknown): string | undefined {
  if (typeof text !== 'string') return 'is not text';
  if (text === '' && kind !== 'subject' && kind !== 'message') return 'is empty';
  if (text !== text.trim()) return 'starts or ends with whitespace';
  if (new RegExp(UNREPRESENTABLE[kind].source).test(text)) return 'contains a character that isn’t allowed here';
  if (/\p{Surrogate}/u.test(text)) return 'contains half a surrogate pair';
  if (text.normalize('NFC') !== text) return 'is not in normalisation form C, to which Terraform converts all text';
  return formProblem(kind, text);
}

function formProblem(kind: BareText, text: string): string | undefined {
  switch (kind) {
    case 'mail':
      return /^[^@]+@[^@]+$/.test(text) ? undefined : 'is not of the form user@host';
    case 'address':
      return text.includes('@') ? undefined : 'is not of the form user@host';
    case 'addressName':
      return undefined;
    case 'url':
      return urlProblem(text);
    case 'headerValue':
      return headerProblem(text);
    case 'message':
      return text.split('\n').some((line) => HOST_SCALED_LINE.test(line))
        ? 'contains a line that the installer would read as a rule'
        : undefined;
    case 'headerName':
    case 'subject':
      return undefined;
  }
}

/** Scheme, optional user and password, host, optional port, path, query. */
const URL_FORM =
  /^[a-z0-9]+:\/\/(?:[^:@ ]+:[^@: ]+@)?(?:[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*|\[[0-9A-Za-z.:%]+\])(?::[0-9]+)?(?:\/[^?# ]*)?(?:\?[^# ]*)?(?:#[^ ]*)?$/;

function urlProblem(text: string): string | undefined {
  return URL_FORM.test(text) ? undefined : 'is not of the form scheme://user:password@host:port/path?query';
}

function headerProblem(text: string): string | undefined {
  if (/^["']|["']$/.test(text)) return 'starts or ends with a quote, which Monit drops';
  return text.includes('"') && text.includes("'") ? 'contains both kinds of quotes' : undefined;
}
