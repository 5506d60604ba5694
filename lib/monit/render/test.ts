import { operandRow } from '../operands/table';
import { testRow, type Test } from '../test-table';

/** Renders the text between `if` and the rate. */
export function condition(test: Test): string {
  const row = testRow(test.test) ?? { words: 'exist', operand: 'none' };
  return operandRow(row.operand).render(test, row);
}
