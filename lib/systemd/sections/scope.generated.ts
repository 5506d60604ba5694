// Made by tools/directives from tools/directives/groups/scope.txt. Do not edit.
import type { DirectiveTable } from '../section';

/** What scopes have beside what they share with services. Source: systemd.scope(5). */
export interface ScopeOnlyDirectives {
}

/** See {@link ScopeOnlyDirectives}. */
export const SCOPE_ONLY_DIRECTIVES: DirectiveTable<ScopeOnlyDirectives> = {
};
