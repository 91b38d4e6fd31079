import { AsyncLocalStorage } from 'node:async_hooks';
import { type Acting, type Author, NOBODY } from './core/changes/ports/author.ts';

/** Remembers whose request it is, for whatever comes of it. */
export function createAuthor(): Author {
  const storage = new AsyncLocalStorage<Acting>();
  const acting = () => storage.getStore() ?? NOBODY;
  return {
    as: (one, work) => storage.run(one, work),
    current: () => acting().by,
    person: () => acting().person,
    end: () => storage.disable(),
  };
}
