export type { ConnectionTest, Conversation, ConversationStep, Encryption, PingTest, PortTest, UnixSocketTest, UrlTest } from './model';
