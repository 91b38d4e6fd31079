import { byId, pageOf } from '../shared/elements.ts';
import { morphInside } from '../shared/morph.ts';
import { setUpNotices } from '../shared/notices.ts';
import { replaceProblems, setUpProblems } from '../shared/problems.ts';
import { followServer, oneAtATime } from '../shared/server-events.ts';

/** Time without a key after which the server is asked what it finds. Milliseconds. */
const PAUSE = 150;

const page = byId('glossary_page', HTMLElement);
const result = byId('search_result', HTMLElement);
const search = byId('search_words', HTMLInputElement);

// The server searches the whole glossary, of which the page has a part; the address is always that of what is shown.
const refresh = oneAtATime(async () => {
  const response = await fetch(location.href, { cache: 'no-cache' });
  if (!response.ok) return;
  const fresh = pageOf(await response.text());
  const [main, next] = [fresh.getElementById('glossary_page'), fresh.getElementById('search_result')];
  if (main === null || next === null) return;
  page.dataset['revision'] = main.dataset['revision'] ?? '';
  page.querySelector('.lead')?.replaceWith(main.querySelector('.lead') ?? '');
  replaceProblems(fresh);
  morphInside(result, next, () => false);
});

followTyping();
setUpNotices();
setUpProblems();

followServer({
  snapshot: (told) => {
    if ((told as { readonly revision: string }).revision !== page.dataset['revision']) refresh();
  },
});

window.addEventListener('hashchange', leadToEntry);
leadToEntry();

function followTyping(): void {
  let waiting = 0;
  search.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      if (search.form !== null) history.replaceState(null, '', addressOf(search.form));
      refresh();
    }, PAUSE);
  });
}

/** Where a form leads, without what is left empty. */
function addressOf(form: HTMLFormElement): string {
  const address = new URL(form.action);
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && value.trim() !== '') address.searchParams.set(name, value);
  return address.href;
}

/** An entry that an address names and this page does not show (`/glossary#token`) has a page of its own. */
async function leadToEntry(): Promise<void> {
  const [, id] = /^#([a-z0-9-]{1,100})$/.exec(location.hash) ?? [];
  if (id === undefined || document.getElementById(id) !== null) return;
  const address = `${location.pathname}/${id}`;
  const { ok } = await fetch(address, { method: 'HEAD' });
  if (ok) location.replace(address);
}
