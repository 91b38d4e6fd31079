import { around, byId, pageOf } from '../shared/elements.ts';
import { hasModifier } from '../shared/form-keys.ts';
import { textsOf } from '../shared/send-form.ts';

/** What the form of the pairs answers, in its place. */
interface Answered {
  readonly page: Document;
  /** The row to go back to; null for none. */
  readonly row: string | null;
}

/** Works on pairs without leaving the page, and by keys as long as a row has the focus (WCAG 2.1.4). */
export function followPairs(): void {
  begin();
  let isBusy = false;
  document.addEventListener('submit', async (event) => {
    const { submitter } = event;
    if (!(submitter instanceof HTMLButtonElement) || submitter.value === 'save') return;
    event.preventDefault();
    if (isBusy) return;
    isBusy = true;
    const answered = await send(event.target as HTMLFormElement, submitter);
    isBusy = false;
    if (answered === null) tell('The server does not answer; nothing was done. Try again in a moment.');
    else show(answered, submitter);
  });
  document.addEventListener('keydown', onKey);
  document.addEventListener('focusin', (event) => {
    const row = around(event, '.pair');
    if (row !== null) makeStop(row);
  });
}

/** Goes to the row that the address names, and says which keys there are. */
function begin(): void {
  byId('pairs_keys', HTMLElement).hidden = false;
  const named = namedRow();
  const first = named ?? document.querySelector('.pair[data-doubtful]') ?? document.querySelector('.pair');
  if (first instanceof HTMLElement) makeStop(first);
  named?.focus();
}

function namedRow(): HTMLElement | null {
  const named = document.getElementById(location.hash.slice(1));
  return named?.classList.contains('pair') ? named : null;
}

async function send(form: HTMLFormElement, submitter: HTMLButtonElement): Promise<Answered | null> {
  const answer = await fetch(form.action, { method: 'POST', body: textsOf(form, submitter) }).catch(() => null);
  const text = await answer?.text().catch(() => null);
  if (answer === null || typeof text !== 'string') return null;
  const page = pageOf(text);
  const url = new URL(answer.url);
  if (answer.redirected) history.replaceState(null, '', url);
  return { page, row: url.searchParams.get('row') };
}

/** Puts the newer page in the place of this one, with the focus where it was. */
function show({ page, row }: Answered, submitter: HTMLButtonElement): void {
  const fresh = page.querySelector('main');
  if (fresh === null) return;
  const done = saidOf(submitter);
  const [way = ''] = submitter.value.split(' ');
  const isOnButton = document.activeElement === submitter;
  document.querySelector('main')?.replaceWith(document.adoptNode(fresh));
  if (document.getElementById('pairs_form') === null) return;
  begin();
  const wrong = document.querySelector('main > .wrong')?.textContent ?? null;
  const here = document.getElementById(`row-${row}`);
  if (here !== null) focusRow(here);
  if (isOnButton && way !== 'cut') buttonOf(here, (button) => button.value.startsWith(`${way} `))?.focus();
  if (way === 'keep') document.querySelector<HTMLElement>('[name="approve"]')?.focus();
  if (way === 'undo' && isOnButton) document.querySelector<HTMLElement>('[value="undo"]')?.focus();
  tell(wrong ?? `Done: ${done}.`);
}

/** What a button says that it does, without its sign, and without how often it still could before it did. */
function saidOf(button: HTMLButtonElement): string {
  const label = button.cloneNode(true) as HTMLElement;
  for (const sign of label.querySelectorAll('[aria-hidden]')) sign.remove();
  return (label.textContent ?? '')
    .replace(/\(\d+\)/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function tell(says: string): void {
  byId('pairs_said', HTMLElement).textContent = says;
}

function buttonOf(row: Element | null, fits: (button: HTMLButtonElement) => boolean): HTMLButtonElement | null {
  return [...(row?.querySelectorAll('button') ?? [])].find(fits) ?? null;
}

function focusRow(row: HTMLElement): void {
  makeStop(row);
  row.focus();
}

/** One row at a time is a stop of the Tab key, with what stands in it: a text of forty rows has two hundred buttons. */
function makeStop(row: HTMLElement): void {
  if (row.tabIndex === 0) return;
  for (const one of document.querySelectorAll<HTMLElement>('.pair, .pair :is(a, button)'))
    one.tabIndex = row.contains(one) ? 0 : -1;
}

function onKey(event: KeyboardEvent): void {
  const row = around(event, '.pair');
  if (row === null || hasModifier(event) || event.shiftKey) return;
  // With Caps Lock a letter comes as a capital.
  const key = event.key.toLowerCase();
  if (key === 'j' || key === 'arrowdown') step(row, 1);
  else if (key === 'k' || key === 'arrowup') step(row, -1);
  else if (key === 'n') nextDoubtful(row);
  else if (key === 'c') nextCut(row);
  else if (key === 'z') press(document.querySelector<HTMLElement>('[data-key="z"]'), key);
  else if (!/^[udotm]$/.test(key)) return;
  // Of two that exclude each other, the one that is not so yet.
  else
    press(
      buttonOf(row, ({ dataset, ariaPressed }) => dataset['key'] === key && ariaPressed !== 'true'),
      key,
    );
  event.preventDefault();
}

function press(button: HTMLElement | null, key: string): void {
  if (button === null) tell(`There is nothing for “${key}” to do here.`);
  else button.click();
}

function step(row: HTMLElement, by: 1 | -1): void {
  const next = by === 1 ? row.nextElementSibling : row.previousElementSibling;
  const index = Number(row.id.slice('row-'.length)) + by;
  if (next instanceof HTMLElement) focusRow(next);
  // It stands on another page.
  else if (document.querySelector(`.pages a[rel="${by === 1 ? 'next' : 'prev'}"]`) !== null) go(index);
}

function go(index: number): void {
  location.assign(`${location.pathname}?row=${index}#row-${index}`);
}

function nextDoubtful(row: HTMLElement): void {
  const rows = [...document.querySelectorAll<HTMLElement>('.pair')];
  const next = rows.slice(rows.indexOf(row) + 1).find((one) => 'doubtful' in one.dataset);
  if (next !== undefined) focusRow(next);
  else row.querySelector<HTMLElement>('.of a')?.click();
}

function nextCut(row: HTMLElement): void {
  const cuts = [...row.querySelectorAll<HTMLElement>('.cut')];
  const at = cuts.indexOf(document.activeElement as HTMLElement);
  if (cuts.length === 0) tell('There is no place to cut here: it is one sentence.');
  cuts[(at + 1) % cuts.length]?.focus();
}
