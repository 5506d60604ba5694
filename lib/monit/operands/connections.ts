import { connectionIssues, connectionText } from '../connections/connection';
import type { ConnectionName, ConnectionTests } from '../connections/table';
import type { Operand } from './operand';

/** A connection test. The words are part of it. */
export function connection<C extends ConnectionName>(name: C): Operand<ConnectionTests[C]> {
  return {
    kind: { connection: name },
    issues: (place, test, _words, host) => connectionIssues(name, place, test, host),
    render: (test) => connectionText(name, test),
  };
}
