import { GLOSSARY } from '../../addresses.ts';
import { type FilesNow, type Frame, frameOf } from '../frame/frame.ts';
import { type EntryForm, entryForm } from './entry-form.ts';
import type { WrittenEntry } from './written-entry.ts';

/** views/add-term.ejs */
export interface AddTermPage extends Frame {
  /** The way out of it, without a word said. */
  readonly back: { readonly href: string; readonly label: string };
  readonly form: EntryForm;
}

export function addTermPage(written: WrittenEntry, files: FilesNow): AddTermPage {
  const back =
    written.back === ''
      ? { href: GLOSSARY, label: 'Glossary' }
      : { href: written.back, label: 'Back to the paragraph' };
  return { ...frameOf(files, 'Add a term'), back, form: entryForm(written) };
}
