import { byId, pageOf } from '../shared/elements.ts';
import { morphInside } from '../shared/morph.ts';
import { followServer, oneAtATime } from '../shared/server-events.ts';

// Keeps the page of a run at the newest state, without taking the reader’s place away.
const main = byId('translate', HTMLElement);
const slug = location.pathname.split('/').at(-2);

const refresh = oneAtATime(async () => {
  const response = await fetch(location.href, { headers: { accept: 'text/html' }, cache: 'no-cache' });
  if (!response.ok) return;
  const page = pageOf(await response.text());
  const fresh = page.getElementById('translate');
  if (fresh === null) return;
  main.dataset['state'] = fresh.dataset['state'] ?? 'none';
  // What somebody chose stays chosen.
  morphInside(main, fresh, (element, next) => next !== null && element.matches('.start') && next.matches('.start'));
});

followServer({
  snapshot: refresh,
  run: (told) => {
    if ((told as { readonly slug: string }).slug === slug) refresh();
  },
});
