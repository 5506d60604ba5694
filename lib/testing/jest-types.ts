import type { HostMatchers } from './matchers/host-matchers';

// Uses the names and type parameters of @types/jest. Without that package, this declares an unused interface.
declare global {
  namespace jest {
    interface Matchers<R, T = {}> extends HostMatchers<R> {}
  }
}
