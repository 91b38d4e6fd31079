import type { Changes } from '../../core/changes/snapshot-changes.ts';
import { byId } from '../shared/elements.ts';

/** Parts of the page that are replaced whole when they differ. */
const PARTS = ['.summary', '.concepts', '.colophon'];

/** The page at the newest state of the files. */
export interface Live {
  /** Looks at once whether anything is newer. */
  refresh(): void;
}

/**
 * Keeps the page at the newest state of the files: what changed is put in its place, the reader stays where they are,
 * and the terms that changed flash once. A hidden page lets go of its line, since a browser has few.
 *
 * @param prepare called with each paragraph that was put in
 */
export function setUpLive(edition: HTMLElement, prepare: (unit: HTMLElement) => void): Live {
  const known = new Map([...edition.querySelectorAll<HTMLElement>('.unit')].map((unit) => [unit.id, unit.innerHTML]));
  const slug = location.pathname.split('/').at(-1) ?? '';
  let revision = edition.dataset['revision'] ?? '';
  let line: EventSource | null = null;
  let working: Promise<void> = Promise.resolve();

  const catchUp = async (told: Told | null) => {
    if (told?.revision === revision) return;
    if (told !== null && isElsewhere(told, slug) && told.before === revision) {
      revision = told.revision;
      return;
    }
    const response = await fetch(location.href, { cache: 'no-cache' });
    if (!response.ok) return;
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
    revision = fresh.getElementById('edition')?.dataset['revision'] ?? told?.revision ?? revision;
    replaceProblems(fresh);
    if (!putIn(edition, fresh, known, prepare)) location.reload();
  };
  const catchUpSoon = (told: Told | null) => {
    working = working.then(() => catchUp(told)).catch(() => {});
  };
  const listen = () => {
    line ??= new EventSource('/events');
    line.addEventListener('snapshot', ({ data }) => catchUpSoon(JSON.parse(data) as Told));
  };
  const follow = () => {
    if (document.visibilityState === 'visible') return listen();
    line?.close();
    line = null;
  };
  document.addEventListener('visibilitychange', follow);
  follow();
  return { refresh: () => catchUpSoon(null) };
}

/** What an event tells: the state now, and how it differs from the one told before; nothing of that in the first event. */
type Told = { readonly revision: string; readonly before?: string } & Partial<Changes>;

/** Nothing of it shows in this article. */
function isElsewhere({ articles, glossary, problems }: Told, slug: string): boolean {
  return problems === false && glossary === false && articles?.includes(slug) === false;
}

/** Puts what differs in its place; false when the paragraphs are no longer the same ones. */
function putIn(
  edition: HTMLElement,
  fresh: Document,
  known: Map<string, string>,
  prepare: (unit: HTMLElement) => void,
): boolean {
  const units = [...fresh.querySelectorAll<HTMLElement>('#edition .unit')];
  if (units.length !== known.size || units.some(({ id }) => !known.has(id))) return false;
  for (const part of PARTS) replacePart(part, fresh);
  const anchor = firstInView(edition);
  const before = anchor?.getBoundingClientRect().top ?? 0;
  for (const next of units) {
    const html = next.innerHTML;
    const old = byId(next.id, HTMLElement);
    // Somebody is at work there; it is put in when they are done.
    if (known.get(next.id) === html || old.classList.contains('editing')) continue;
    known.set(next.id, html);
    replaceUnit(old, next, prepare);
  }
  window.scrollBy({ top: (anchor?.getBoundingClientRect().top ?? 0) - before, behavior: 'instant' });
  return true;
}

function replaceUnit(old: HTMLElement, next: HTMLElement, prepare: (unit: HTMLElement) => void): void {
  const verdicts = new Map(termsOf(old).map((term) => [keyOf(term), stateOf(term)]));
  const held = old.contains(document.activeElement) ? document.activeElement : null;
  const heldKey = held instanceof HTMLElement ? keyOf(held) : '';
  old.replaceChildren(...next.childNodes);
  prepare(old);
  for (const term of termsOf(old)) {
    if (verdicts.get(keyOf(term)) !== stateOf(term)) term.classList.add('changed');
  }
  if (held === null || held === old) return;
  const again = termsOf(old).find((term) => keyOf(term) === heldKey);
  (again ?? old).focus({ preventScroll: true });
}

function termsOf(unit: HTMLElement): HTMLElement[] {
  return [...unit.querySelectorAll<HTMLElement>('.term')];
}

/** The same mention on the same side. */
function keyOf(term: HTMLElement): string {
  const side = term.closest('.source') === null ? 'target' : 'source';
  return `${side} ${term.dataset['mention'] ?? ''}`;
}

function stateOf(term: HTMLElement): string {
  return `${term.dataset['concept']} ${term.dataset['verdict']} ${term.textContent}`;
}

function replacePart(selector: string, fresh: Document): void {
  const [old, next] = [document.querySelector(selector), fresh.querySelector(selector)];
  if (old !== null && next !== null && old.innerHTML !== next.innerHTML) old.replaceChildren(...next.childNodes);
}

/** The banner comes and goes with the problems. */
function replaceProblems(fresh: Document): void {
  const [old, next] = [document.querySelector('.problems'), fresh.querySelector('.problems')];
  if (old?.outerHTML === next?.outerHTML) return;
  old?.remove();
  if (next !== null) document.querySelector('.masthead')?.after(next);
}

function firstInView(edition: HTMLElement): Element | undefined {
  return [...edition.querySelectorAll('.unit')].find((unit) => unit.getBoundingClientRect().bottom > 60);
}
