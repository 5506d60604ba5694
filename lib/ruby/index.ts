export { MemoryAllocator } from './memory-allocator';
export { Ruby, type SystemRubyProps, type VersionManagerProps } from './ruby';
