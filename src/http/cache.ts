import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, isReading, sendAnswer } from './answer.ts';

/** Whole answers by key, so that a page is made once for each state of the files. */
export interface PageCache {
  /** Sends the stored answer of a key; false when there is none. Conditional requests get 304. */
  answer(key: string, request: IncomingMessage, response: ServerResponse): boolean;
  /** The answer of a key: kept, or made once for all who ask meanwhile, and kept unless the files change meanwhile. */
  share(key: string, make: () => Promise<Answer>): Promise<Answer>;
  clear(): void;
}

/** What one may do, as far as pages show it: nothing, write, or approve too. */
export type Seen = 'reading' | 'writing' | 'approving';

/** Who asks for a page, as far as it looks different to others. */
export interface Asker {
  readonly seen: Seen;
  /** Where they found the site, which stands on paper: `http://127.0.0.1:3000`. */
  readonly origin: string;
}

/** Under what a page is kept: those who may change something see more of it than others do. */
export function pageKey(address: string, { seen, origin }: Asker): string {
  return `${seen} ${origin}${address}`;
}

/**
 * All that is kept; the oldest answers make room. Bytes.
 *
 * @guard bytes-of-pages → Infinity
 */
const MOST_BYTES = 64 * 1024 * 1024;

export function createPageCache(): PageCache {
  const answers = new Map<string, Answer>();
  const sizes = new Map<Answer, number>();
  const making = new Map<string, Promise<Answer>>();
  let bytes = 0;
  const grow = (made: Answer, by: number) => {
    bytes += by;
    sizes.set(made, (sizes.get(made) ?? 0) + by);
    for (const [oldest, answer] of answers) {
      if (bytes <= MOST_BYTES) return;
      answers.delete(oldest);
      bytes -= sizes.get(answer) ?? 0;
      sizes.delete(answer);
    }
  };
  const keep = (key: string, made: Answer) => {
    answers.set(key, made);
    grow(made, made.body.length);
    if (made.packed === undefined) return;
    // Packed copies are made later, maybe when nobody keeps it any more.
    made.packed.onMade = (packed) => {
      if (sizes.has(made)) grow(made, packed);
    };
  };
  const makeOnce = async (key: string, make: () => Promise<Answer>) => {
    const work = make();
    making.set(key, work);
    const isNew = () => making.get(key) === work;
    try {
      const made = await work;
      if (isNew()) keep(key, made);
      return made;
    } finally {
      if (isNew()) making.delete(key);
    }
  };
  return {
    answer(key, request, response) {
      const found = answers.get(key);
      if (found === undefined || !isReading(request)) return false;
      sendAnswer(found, request, response);
      return true;
    },
    async share(key, make) {
      return answers.get(key) ?? making.get(key) ?? makeOnce(key, make);
    },
    clear() {
      answers.clear();
      sizes.clear();
      making.clear();
      bytes = 0;
    },
  };
}
