import type { Reporter, SerializedError, TestCase, TestModule, TestSuite } from 'vitest/node';

/** Begins a line of the standard output that tells an outcome; whatever else is written there is not for us. */
export const MARK = '\u0001told ';

/** What became of a test, or of a file or a group of them as a whole. */
export interface Told {
  /** From the folder of all tests on. */
  readonly file: string;
  readonly test: string;
  /**
   * `failed` by what it asserts; `late` where an end did not come; `broke` for any other reason. Of a file: it `began`.
   */
  readonly outcome: Outcome | 'began';
  /** The first line of what went wrong. */
  readonly why: string;
}

type Outcome = 'passed' | 'failed' | 'late' | 'broke';

/** An error as far as it is judged; vitest hangs “did not succeed in time” under what a test waited for. */
interface Failure {
  readonly message?: string | undefined;
  readonly code?: unknown;
  readonly cause?: Failure | undefined;
}

/** What the machine may say on a bad day: too slow, out of places, gone. */
const OF_TIME = /\btimed out in \d+ms|did not succeed in time|\btimeout\b/i;
const OF_SYSTEM = /^(?:EADDRINUSE|EAGAIN|ECONN\w+|EMFILE|ENOMEM|ENOSPC|EPIPE|ETIMEDOUT|UND_ERR_\w+)$/;

/** Whether a test that failed so says something of the program. */
export function outcomeOf(errors: readonly Failure[]): Outcome {
  if (errors.length === 0) return 'passed';
  if (errors.every(isOfTime)) return 'late';
  return errors.every((error) => isOfTime(error) || isOfSystem(error)) ? 'broke' : 'failed';
}

function isOfTime({ message = '', cause }: Failure): boolean {
  return OF_TIME.test(message) || (cause !== undefined && isOfTime(cause));
}

function isOfSystem({ code, cause }: Failure): boolean {
  return OF_SYSTEM.test(String(code)) || (cause !== undefined && isOfSystem(cause));
}

/** Tells each outcome at once, as a line of JSON behind the mark. */
export class Teller implements Reporter {
  onTestModuleStart(module: TestModule): void {
    tell(module, 'as a whole', 'began', []);
  }

  onTestCaseResult(test: TestCase): void {
    const { errors = [] } = test.result();
    tell(test.module, test.fullName, outcomeOf(errors), errors);
  }

  onTestSuiteResult(suite: TestSuite): void {
    if (suite.errors().length > 0) tell(suite.module, suite.fullName, 'broke', suite.errors());
  }

  onTestModuleEnd(module: TestModule): void {
    if (module.errors().length > 0) tell(module, 'as a whole', 'broke', module.errors());
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const [last] = modules;
    if (last !== undefined && errors.length > 0) tell(last, 'and others: an error that nobody caught', 'broke', errors);
  }
}

function tell(module: TestModule, test: string, outcome: Told['outcome'], [error]: readonly SerializedError[]): void {
  const [why = ''] = (error?.message ?? '').split('\n');
  const told: Told = { file: module.moduleId.replace(/^.*?\/test\//, ''), test, outcome, why };
  process.stdout.write(`${MARK}${JSON.stringify(told)}\n`);
}
