import { mayWrite, type Person } from '../../core/people/people.ts';
import { type FilesNow, type Frame, frameOf } from './frame/frame.ts';

/** views/sign-in.ejs: asks for the password, or says that it was given. */
export interface SignInPage extends Frame {
  /** Where to go on to: an address of this server. */
  readonly next: string;
  /** What the way there says. */
  readonly goOn: string;
  readonly isSignedIn: boolean;
  /** “You are signed in as Ana” */
  readonly heading: string;
  /** What one may do here, or gives to do it. */
  readonly says: string;
  /** Whether people have names here. */
  readonly asksName: boolean;
  /** The name that was typed. */
  readonly name: string;
  /** Whether one without a name may come in too. */
  readonly needsName: boolean;
  /** What was wrong with the last try. */
  readonly failure: string | null;
}

/** What is to be shown. */
export interface SignIn extends Pick<SignInPage, 'next' | 'isSignedIn' | 'failure'> {
  /** Whether people have names here, and whether one password without a name opens too. */
  readonly asks: { readonly name: boolean; readonly password: boolean };
  /** Who is signed in with a name. */
  readonly person: Person | null;
  /** As it was typed. */
  readonly name: string;
}

const MAY = {
  reader: 'You may read.',
  translator: 'You may write; what you save is a draft until a reviewer approves it.',
  reviewer: 'What you change is saved in the files.',
} as const;

export function signInPage(shown: SignIn, files: FilesNow): SignInPage {
  const { next, isSignedIn, failure, person, asks, name } = shown;
  const goOn = next === '/' ? 'Go to the articles' : 'Go on to where you were';
  return {
    ...frameOf(files, 'Sign in'),
    ...{ next, goOn: mayWrite(person) || next === '/' ? goOn : 'Go to the articles', isSignedIn, failure },
    heading: isSignedIn ? `You are signed in${person === null ? '' : ` as ${person.name}`}` : 'Sign in',
    says: isSignedIn ? MAY[person?.role ?? 'reviewer'] : asking(asks),
    asksName: asks.name,
    name,
    needsName: asks.name && !asks.password,
  };
}

function asking({ name, password }: SignIn['asks']): string {
  const open = 'Reading is open to all; to change anything, give';
  if (!name) return `${open} the password of this server.`;
  return password
    ? `${open} your name and your password, or the password of this server without a name.`
    : `${open} your name and your password.`;
}
