export type { ConversationStep } from './conversation';
export type { ConnectionTest, Conversation, Encryption, PingTest, PortTest, UnixSocketTest, UrlTest } from './table';
