export type { ConnectionTest, Conversation, ConversationStep, Encryption, PingTest, PortTest, UnixSocketTest, UrlTest } from './model';
export { PROTOCOLS } from './protocol';
export type { Protocol, ProtocolName, ProtocolOption, ProtocolOptionTypes, ProtocolRow } from './protocol';
