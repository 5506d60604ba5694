import { prerequisites, type Need } from './prerequisites';

/**
 * A `describe` for tests that need more than Node. If something is missing, CI fails, because skipping would hide that nothing
 * was tested; on a laptop the block is skipped, with the reason in its title.
 */
export function describeLive(name: string, { needs }: { readonly needs: readonly Need[] }, body: () => void): void {
  const { reason } = prerequisites(needs);
  if (reason === '') {
    describe(name, body);
  } else if (process.env.CI) {
    describe(name, () => {
      it('finds everything that it needs', () => {
        throw new Error(`${reason}; in CI that is a failure (npx tsx tools/prepare.ts installs what can be installed)`);
      });
    });
  } else {
    describe.skip(`${name} (skipped, ${reason})`, body);
  }
}
