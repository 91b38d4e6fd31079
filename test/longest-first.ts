import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The test files that take longest, the longest first: the others fill in beside them, and none comes alone at the end. */
export const LONGEST: readonly string[] = [
  'browser/reader',
  'browser/live',
  'browser/add',
  'browser/edit',
  'browser/glossary',
  'browser/reading',
  'browser/translate',
  'browser/sign-in',
  'http/routes/pairs',
  'http/routes/sign-in',
  'cli/program',
  'cli/bill',
  'formats/exchange/glossary-round-trip',
  'files/documents',
  'files/faults',
  'http/routes/add',
  'http/routes/glossary-page',
  'http/routes/choices',
  'engines/deepl',
  'http/routes/translate',
  'core/changes/live-verdicts',
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
