import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { ORDER } from './order.ts';

/** Runs the test files in the order that was asked for. */
export class NearestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const order = (process.env[ORDER] ?? '').split('\n');
    const rank = ({ moduleId }: TestSpecification) => order.findIndex((one) => moduleId.endsWith(`/${one}`));
    return Promise.resolve(files.toSorted((a, b) => rank(a) - rank(b)));
  }
}
