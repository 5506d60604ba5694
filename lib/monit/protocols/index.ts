export { PROTOCOLS } from './table';
export type { Protocol, ProtocolName, ProtocolOption, ProtocolOptionTypes, ProtocolRow } from './table';
