export * from './bundle';
export * from './merge';
