// Made by tools/directives from tools/directives/groups/swap.txt. Do not edit.
import type { DirectiveTable } from '../section';

/** What only swaps have. Source: systemd.swap(5). */
export interface SwapOnlyDirectives {
}

/** See {@link SwapOnlyDirectives}. */
export const SWAP_ONLY_DIRECTIVES: DirectiveTable<SwapOnlyDirectives> = {
};
