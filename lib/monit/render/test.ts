import { Duration } from '../../values/duration';
import { Percent } from '../../values/percent';
import { Size } from '../../values/size';
import { account, decimal, quotedPath, quotedString } from '../escape';
import { hashTypeOf } from '../hash';
import { testRow, type Operands, type Test } from '../test-table';
import { largestUnit, SIZE_UNITS, TIME_UNITS, TRAFFIC_UNITS } from '../units';
import { ping, port, unixSocket, url } from './connection';
import { permission } from '../kinds/render/permission';
import { milliseconds } from '../kinds/render/time';

/** Text after the limit, by operand. */
const TAILS: Partial<Record<keyof Operands, string>> = {
  sizePerSecond: '/s',
  operationsPerSecond: ' operations/s',
  packetsPerSecond: ' packets/s',
  packetsWithin: ' packets',
  pagesPerSecond: ' per second',
};

/** Renders the text between `if` and the rate. */
export function condition(test: Test): string {
  switch (test.test) {
    case 'port':
      return port(test);
    case 'url':
      return url(test);
    case 'unixSocket':
      return unixSocket(test);
    case 'ping':
      return ping(test);
    case 'restarts':
      return `${decimal(test.restarts)} restarts within ${decimal(test.within)} cycles`;
    case 'failedChecksum':
      return failedChecksum(test);
    case 'changedChecksum':
      return `changed ${test.hash ?? 'md5'} checksum`;
    default:
      return compared(test);
  }
}

/** Always names the algorithm: without it, Monit 6.0 would use SHA-256 and older versions MD5. */
function failedChecksum({ hash, expect }: Extract<Test, { readonly test: 'failedChecksum' }>): string {
  const type = hash ?? hashTypeOf(expect ?? '') ?? 'md5';
  return `failed ${type} checksum${expect === undefined ? '' : ` expect ${quotedString(expect)}`}`;
}

function compared(test: Test): string {
  const { words, operand, perCore } = testRow(test.test) ?? { words: 'exist', operand: 'none' };
  const tail = perCore === true ? ' per core' : (TAILS[operand] ?? '');
  return `${words}${operandOf(test)}${tail}${'limit' in test && 'within' in test ? within(test.within) : ''}`;
}

function operandOf(test: Test): string {
  if ('limit' in test) return ` ${test.operator} ${limit(test.limit, testRow(test.test).operand)}`;
  if ('pattern' in test) return ` ${test.operator} ${quotedString(test.pattern)}`;
  if ('patternFile' in test) return ` ${test.operator} ${quotedPath(test.patternFile)}`;
  if ('account' in test) return ` ${account(test.account)}`;
  if ('permission' in test) return ` ${permission(test.permission)}`;
  return 'attribute' in test ? ` ${quotedString(test.attribute)}` : '';
}

function limit(value: number | Percent | Size | Duration, operand: keyof Operands): string {
  if (value instanceof Percent) return `${decimal(value.value)}%`;
  if (value instanceof Size) return largestUnit(value.toBytes(), SIZE_UNITS);
  if (value instanceof Duration) return operand === 'milliseconds' ? milliseconds(value) : largestUnit(value.toSeconds(), TIME_UNITS);
  return decimal(value);
}

function within(time: Duration): string {
  return ` in last ${largestUnit(time.toSeconds(), TRAFFIC_UNITS)}`;
}
