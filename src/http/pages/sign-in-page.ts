import { type FilesNow, type Frame, frameOf } from './frame.ts';

/** views/sign-in.ejs: asks for the password, or says that it was given. */
export interface SignInPage extends Frame {
  /** Where to go on to: an address of this server. */
  readonly next: string;
  /** What the way there says. */
  readonly goOn: string;
  readonly isSignedIn: boolean;
  /** What was wrong with the last try. */
  readonly failure: string | null;
}

export function signInPage(shown: Pick<SignInPage, 'next' | 'isSignedIn' | 'failure'>, files: FilesNow): SignInPage {
  const goOn = shown.next === '/' ? 'Go to the articles' : 'Go on to where you were';
  return { ...frameOf(files, 'Sign in'), ...shown, goOn };
}
