import type { Lead } from '../errors.ts';
import { type FilesNow, type Frame, frameOf } from './frame/frame.ts';

/** views/error.ejs */
export interface ErrorPage extends Frame {
  readonly status: number;
  readonly message: string;
  /** What to do now; null for nothing. */
  readonly advice: { readonly before: string; readonly link: Omit<Lead, 'says'> | null; readonly after: string } | null;
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
  readonly lead: Lead | null;
}

export function errorPage({ status, title, message, advice, lead }: Failure, files: FilesNow): ErrorPage {
  const told = { status, message, advice: adviceView(advice, lead), offersSignIn: status === 401 };
  return { ...frameOf(files, title), ...told };
}

function adviceView(advice: string, lead: Lead | null): ErrorPage['advice'] {
  if (lead === null) return advice === '' ? null : { before: advice, link: null, after: '' };
  const at = lead.says.lastIndexOf(lead.words);
  return { before: lead.says.slice(0, at), link: lead, after: lead.says.slice(at + lead.words.length) };
}
