import { type FilesNow, type Frame, frameOf } from './frame.ts';

/** views/error.ejs */
export interface ErrorPage extends Frame {
  readonly status: number;
  readonly message: string;
  /** What to do now. */
  readonly advice: string;
  /** Whether signing in would help. */
  readonly offersSignIn: boolean;
}

/** What a person is told of a request that could not be met. */
export interface Failure {
  readonly status: number;
  /** “Not found” */
  readonly title: string;
  readonly message: string;
  readonly advice: string;
}

export function errorPage({ title, ...told }: Failure, files: FilesNow): ErrorPage {
  return { ...frameOf(files, title), ...told, offersSignIn: told.status === 401 };
}
