import type { Changes } from '../../core/changes/snapshot-changes.ts';
import { counted } from '../../core/text/counted.ts';
import { byId, pageOf } from '../shared/elements.ts';
import { morphInside } from '../shared/morph.ts';
import { replaceProblems } from '../shared/problems.ts';
import { followServer, oneAtATime } from '../shared/server-events.ts';
import { heldIn, keepHeld, markChangedTerms, statesOfTerms } from './term-states.ts';

/** Parts of the page around the article that follow the files too. */
const PARTS = ['.summary', '.way', '.concepts', '.colophon'];

/** The page at the newest state of the files. */
export interface Live {
  /** Looks at once whether anything is newer. */
  refresh(): void;
}

export interface LiveOptions {
  /** Called with the article of a newer page, before it is put in. */
  readonly prepare: (edition: HTMLElement) => void;
  /** Called after it was put in. */
  readonly onUpdate: () => void;
}

/**
 * Keeps the page at the newest state of the files: what changed is put in its place, and the terms that changed flash
 * once.
 */
export function setUpLive(edition: HTMLElement, { prepare, onUpdate }: LiveOptions): Live {
  const slug = location.pathname.split('/').at(-1) ?? '';
  let revision = edition.dataset['revision'] ?? '';
  const refresh = oneAtATime(async () => {
    const response = await fetch(location.href, { cache: 'no-cache' });
    if (!response.ok) return;
    const fresh = pageOf(await response.text());
    const next = fresh.querySelector<HTMLElement>('#edition');
    if (next === null) return;
    revision = next.dataset['revision'] ?? revision;
    prepare(next);
    putIn(edition, next);
    onUpdate();
  });
  const hear = (told: Told) => {
    if (told.revision === revision) return;
    if (isElsewhere(told, slug) && told.before === revision) revision = told.revision;
    else refresh();
  };
  followServer({ snapshot: (told) => hear(told as Told) });
  return { refresh };
}

/**
 * What an event tells: the state now, and how it differs from the one told before; nothing of that in the first event.
 */
type Told = { readonly revision: string; readonly before?: string } & Partial<Changes>;

/** Nothing of it shows in this article. */
function isElsewhere({ articles, glossary, problems }: Told, slug: string): boolean {
  return problems === false && glossary === false && articles?.includes(slug) === false;
}

function putIn(edition: HTMLElement, next: HTMLElement): void {
  const fresh = next.ownerDocument;
  const states = statesOfTerms(edition);
  const held = heldIn(edition);
  // A term may flash again: its last flash ends before the page is measured.
  for (const term of edition.querySelectorAll('.term.changed')) term.classList.remove('changed');
  edition.getBoundingClientRect();
  replaceProblems(fresh);
  for (const part of PARTS) morphPart(part, fresh);
  morphInside(edition, next, isAtWork);
  markChangedTerms(edition, states);
  keepHeld(edition, held);
  byId('told', HTMLElement).textContent = sentenceOf(edition);
}

/** What came, for who cannot see it flash. */
function sentenceOf(edition: HTMLElement): string {
  const terms = edition.querySelectorAll('.term.changed').length;
  const [unit, ...others] = edition.querySelectorAll('.unit:has(.term.changed)');
  if (unit === undefined) return 'The files changed, and the page with them.';
  const where = others.length === 0 ? (unit.ariaLabel ?? '').toLowerCase() : counted(others.length + 1, 'paragraph');
  return `The files changed: ${counted(terms, 'term')} changed in ${where}.`;
}

/**
 * The card and the status, which scripts fill, and a paragraph somebody is at work in: it is brought up to date when
 * they are done.
 */
function isAtWork(element: Element): boolean {
  return element.id === 'card' || element.id === 'told' || element.classList.contains('editing');
}

function morphPart(selector: string, fresh: Document): void {
  const [old, next] = [document.querySelector(selector), fresh.querySelector(selector)];
  if (old !== null && next !== null) morphInside(old, next, () => false);
}
