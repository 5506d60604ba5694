/** Tokens of the lexer's plain state, except single words. All patterns are sticky and ignore case. */

/** Character of a word. */
export const WORD = String.raw`[^\0-\x20@:{}"';(),%]`;
/** Blanks. */
export const BLANKS = String.raw`[ \r\t]+`;
/** Separators between words, which mean nothing. */
export const NOTHING = String.raw`[ \r\t;,()]+`;

/** A pattern and the token that it matches: a keyword, or an action of the lexer. */
export interface Pattern {
  /** The regular expression, sticky. */
  readonly regex: RegExp;
  /** Kind of the keyword, or name of the lexer's action. */
  readonly kind: string;
}

/** Makes a sticky regular expression that ignores case. */
export function sticky(source: string): RegExp {
  return new RegExp(source, 'iys');
}

const row = (kind: string, source: string): Pattern => ({ kind, regex: sticky(source) });
const program = (word: string): string => `${word}(?:${BLANKS})?(?:program)?(?:${BLANKS})?(?:=(?:${BLANKS})?)?"`;

const CPU_TIMES: readonly (readonly [string, string])[] = [
  ['CPUUSER', '(?:user|usr|us)?'],
  ['CPUSYSTEM', '(?:system|sys|sy)?'],
  ['CPUWAIT', '(?:wait|wa)?'],
  ['CPUNICE', 'nice'],
  ['CPUHARDIRQ', 'hardirq'],
  ['CPUSOFTIRQ', 'softirq'],
  ['CPUSTEAL', 'steal'],
  ['CPUGUEST', 'guest'],
  ['CPUGUESTNICE', 'guestnice'],
];

const CHECKS: readonly (readonly [string, string])[] = [
  ['device', 'CHECKFILESYS'],
  ['filesystem', 'CHECKFILESYS'],
  ['file', 'CHECKFILE'],
  ['directory', 'CHECKDIR'],
  ['host', 'CHECKHOST'],
  ['network', 'CHECKNET'],
  ['fifo', 'CHECKFIFO'],
  ['program', 'CHECKPROGRAM'],
  ['system', 'CHECKSYSTEM'],
];

const H16 = '[0-9a-f]{1,4}';
const OCTET = '(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])';
const IPV4 = `${OCTET}\\.${OCTET}\\.${OCTET}\\.${OCTET}`;
const LS32 = `(?:${IPV4}|${H16}:${H16})`;
/** IPv6 addresses, by the position of `::`. */
const IPV6 = [
  `(?:${H16}:){6}${LS32}`,
  `::(?:${H16}:){5}${LS32}`,
  `(?:${H16})?::(?:${H16}:){4}${LS32}`,
  ...[1, 2, 3].map((before) => `(?:(?:${H16}:){0,${before}}${H16})?::(?:${H16}:){${4 - before}}${LS32}`),
  `(?:(?:${H16}:){0,4}${H16})?::${LS32}`,
  `(?:(?:${H16}:){0,5}${H16})?::${H16}`,
  `(?:(?:${H16}:){0,6}${H16})?::`,
];

/** Patterns in Monit's order: of two matches of the same length the first wins, and a single word comes after all of them. */
export const PATTERNS: readonly Pattern[] = [
  row('(nothing)', NOTHING),
  row('(comment)', String.raw`#[^\n]*\n?|\\?\n|\\`),
  row('(nothing)', String.raw`ssl[ \t]+disable|disable[ \t]+ssl`),
  row('(start)', program('start')),
  row('(stop)', program('stop')),
  row('(restart)', program('restart')),
  row('(exec)', `exec(?:ute)?(?:${BLANKS})?"`),
  row('(path)', `path(?:${BLANKS})?"`),
  row('SSLTOKEN', String.raw`ssl[ \t]+enable|enable[ ]+ssl`),
  row('SERVICETIME', 'service time'),
  row('TOTALMEMORY', 'total ?mem(?:ory)?'),
  row('TOTALCPU', 'total ?cpu'),
  row('LOADAVG1', String.raw`loadavg *(?:\( *1 *(?:min|m)? *\))?`),
  row('LOADAVG5', String.raw`loadavg *\( *5 *(?:min|m)? *\)`),
  row('LOADAVG15', String.raw`loadavg *\( *15 *(?:min|m)? *\)`),
  ...CPU_TIMES.map(([kind, time]) => row(kind, String.raw`cpu *(?:usage)* *\( *${time} *\)`)),
  row('ATIME', 'access time(?:stamp)?'),
  row('CTIME', 'change time(?:stamp)?'),
  row('MTIME', '(?:modification|modify) time(?:stamp)?'),
  row('PERCENT', '%'),
  row('(notevery)', 'not +every'),
  row('(depends)', String.raw`depends?[ \t]+(?:on[ \t]*)?`),
  row('(check process)', String.raw`check[ \t]+(?:process[ \t])?`),
  row('(check program)', String.raw`check[ \t]+(?:program[ \t])?`),
  ...CHECKS.map(([word]) => row(`(check ${word})`, String.raw`check[ \t]+${word}`)),
  row('(group)', String.raw`group[ \t]+`),
  row('(headers)', `http headers(?:${BLANKS})`),
  row('(url)', '[a-z0-9]+://'),
  row('PATH', String.raw`"/[^"\n]*"|'/[^'\n]*'`),
  row('STRING', `"[^"]*"|'[^']*'`),
  row('MAILADDR', `${WORD}+@${WORD}+`),
  row('(from)', String.raw`from:[ \t]*`),
  row('(reply-to)', String.raw`reply-to:[ \t]*`),
  row('(subject)', String.raw`subject:[^}\n]*`),
  row('(message)', 'message:[^}]*'),
  row('(address)', `(?:${IPV6.join('|')})/?[0-9]{0,3}`),
  row('(unbalanced)', `["']`),
];

/** Token of a check, by the word after `check`. */
export const CHECK_OF: Readonly<Record<string, string>> = { process: 'CHECKPROC', ...Object.fromEntries(CHECKS) };

/** A single word. */
export const SINGLE = sticky(`${WORD}+`);
