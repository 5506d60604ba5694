// Made by tools/directives from tools/directives/groups/timer.txt. Do not edit.
import type { DirectiveTable } from '../section';

/** The [Timer] section: when the unit that the timer is for starts. Source: systemd.timer(5). */
export interface TimerDirectives {
}

/** See {@link TimerDirectives}. */
export const TIMER_DIRECTIVES: DirectiveTable<TimerDirectives> = {
};
