import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The test files that take longest, the longest first: the others fill in beside them, and none comes alone at the end.
 */
export const LONGEST: readonly string[] = [
  // Git is called thousands of times, and each call costs ten times as much once a worker has grown.
  'git/merge-trees',
  'git/commits',
  'git/take-over',
  'http/routes/exchange',
  'browser/edit',
  'browser/add',
  'browser/reader',
  'browser/entry',
  'browser/sign-in',
  // Not beside the reader: the first of them makes what the glossary that is shipped is kept as.
  'browser/reading',
  'cli/program',
  'http/routes/sign-in',
  'browser/unit',
  'http/routes/pairs',
  'cli/bill',
  'browser/glossary',
  'browser/translate',
  'browser/live',
  'http/routes/add',
  'http/routes/glossary-page',
  'http/routes/choices',
  'engines/deepl',
  'http/routes/translate',
  'core/changes/live-verdicts',
  'growth',
];

/** Begins with the files of the list, in its order. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
      return at < 0 ? LONGEST.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
