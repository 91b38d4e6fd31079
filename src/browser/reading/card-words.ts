import { make, makeButton } from '../shared/elements.ts';
import { standingAt } from './marks.ts';

/** The entry of a term, as the panel of the terms has it. */
function entryRow(term: HTMLElement): HTMLElement | null {
  return document.getElementById(`concept-${term.dataset['concept']}`);
}

/** The page of the entry; '' where the panel has none. */
export function entryAddress(term: HTMLElement): string {
  return entryRow(term)?.querySelector<HTMLAnchorElement>('.pair a')?.href ?? '';
}

/** What a card says of a term: the entry from the panel, the reason of the verdict from the term itself. */
export function cardWords(term: HTMLElement): HTMLElement[] {
  const row = entryRow(term);
  const pair = make('p', 'pair', '');
  pair.append(...(row?.querySelector('.pair a')?.cloneNode(true).childNodes ?? []));
  const standing = make('p', 'standing', '');
  const own = standingAt(term) || 'untranslated';
  const verdict = make('span', 'verdict', own);
  verdict.dataset['verdict'] = own;
  standing.append(verdict);
  const definition = row?.querySelector<HTMLElement>('.definition')?.cloneNode(true);
  const why = make('p', 'why', '');
  why.append(...reasonOf(term, row));
  return [pair, standing, ...(definition instanceof HTMLElement ? [definition] : []), why];
}

/**
 * The reason, with its French told apart: it stands in the line about the form, which comes first where there are two.
 */
function reasonOf(term: HTMLElement, row: HTMLElement | null): Node[] {
  const [form = '', verdict] = (term.dataset['why'] ?? '').split('\n');
  if (verdict === undefined) return [new Text(form)];
  const inFrench = [...(row?.querySelectorAll('[lang="fr"]') ?? [])].map((part) => part.textContent ?? '');
  const found = form.split(': ', 1)[0] ?? '';
  return [...frenchIn(form, [found, ...inFrench]), new Text(` ${verdict}`)];
}

/** A text in which some words are French, the longest of them first. */
function frenchIn(text: string, words: readonly string[]): Node[] {
  const hits = words.filter((word) => word !== '' && text.includes(word)).sort((a, b) => b.length - a.length);
  const first = hits.sort((a, b) => text.indexOf(a) - text.indexOf(b))[0];
  if (first === undefined) return [new Text(text)];
  const at = text.indexOf(first);
  const rest = text.slice(at + first.length);
  return [new Text(text.slice(0, at)), make('span', '', first, 'fr'), ...frenchIn(rest, words)];
}

/** What can be done with the term of a pinned card. */
export interface CardActions {
  readonly element: HTMLElement;
  /** Makes them those of a term. */
  show(term: HTMLElement): void;
  focus(): void;
}

/** @param edit opens the entry at an address for editing; null where nothing may be edited */
export function createActions(edit: ((address: string) => void) | null): CardActions {
  let term: HTMLElement | null = null;
  const element = make('p', 'card-actions', '');
  const open = document.createElement('a');
  open.href = '/glossary';
  open.textContent = 'Open';
  const copy = makeButton('Copy pair with link');
  const said = make('span', 'hidden', '');
  said.setAttribute('role', 'status');
  copy.addEventListener('click', () => {
    if (term !== null) void copyPair(term).then((done) => tell(done));
  });
  const tell = (done: boolean) => {
    copy.textContent = done ? 'Copied' : 'Not copied: the browser refused';
    said.textContent = done ? 'The pair is copied.' : 'The browser did not let the pair be copied.';
  };
  if (edit !== null) {
    const button = makeButton('Edit');
    button.addEventListener('click', () => term !== null && edit(entryAddress(term)));
    element.append(button);
  }
  element.append(open, copy, said);
  return {
    element,
    show(shown) {
      term = shown;
      open.href = entryAddress(shown);
      copy.textContent = 'Copy pair with link';
      said.textContent = '';
    },
    focus: () => element.querySelector<HTMLElement>('button, a')?.focus({ preventScroll: true }),
  };
}

/** `jeton / token`, and where its entry is; false where the browser refuses. */
function copyPair(term: HTMLElement): Promise<boolean> {
  const pair = entryRow(term)?.querySelector('.pair a')?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
  const text = `${pair}\n${entryAddress(term)}`;
  // Only a page that came over a safe line has a clipboard.
  if (navigator.clipboard === undefined) return Promise.resolve(copyBySelection(text));
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => copyBySelection(text),
  );
}

function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  document.body.append(field);
  const active = document.activeElement;
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  if (active instanceof HTMLElement) active.focus({ preventScroll: true });
  return done;
}
