import { AsyncLocalStorage } from 'node:async_hooks';
import type { Author } from './core/changes/author.ts';

/** Remembers whose request it is, for whatever comes of it. */
export function createAuthor(): Author {
  const storage = new AsyncLocalStorage<string | null>();
  return {
    as: (name, work) => storage.run(name, work),
    current: () => storage.getStore() ?? null,
  };
}
