import type { HostMatchers } from './matchers/host-matchers';

// The name and the type parameters of @types/jest; without that package this declares what nobody uses.
declare global {
  namespace jest {
    interface Matchers<R, T = {}> extends HostMatchers<R> {}
  }
}
