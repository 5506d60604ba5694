// Made by tools/directives from tools/directives/groups/socket.txt. Do not edit.
import type { DirectiveTable } from '../section';

/** What only sockets have. Source: systemd.socket(5). */
export interface SocketOnlyDirectives {
}

/** See {@link SocketOnlyDirectives}. */
export const SOCKET_ONLY_DIRECTIVES: DirectiveTable<SocketOnlyDirectives> = {
};
