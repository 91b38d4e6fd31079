import { setUpEditor } from '../editing/editor.ts';
import { pageOf } from '../shared/elements.ts';
import { morphInside } from '../shared/morph.ts';
import { setUpNotices } from '../shared/notices.ts';
import { followServer, oneAtATime } from '../shared/server-events.ts';

setUpNotices();
const root = document.querySelector<HTMLElement>('.unit-editor');
if (root) {
  setUpEditor(root);
  // As in the article: what was typed is kept.
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing) root.querySelector<HTMLAnchorElement>('.leave')?.click();
  });
}

const choices = document.getElementById('choices');

/** Brings the drafts of engines up to date, and leaves the field alone. */
const refresh = oneAtATime(async () => {
  const response = await fetch(location.href, { headers: { accept: 'text/html' }, cache: 'no-cache' });
  const page = pageOf(response.ok ? await response.text() : '');
  const fresh = page.getElementById('choices');
  if (fresh !== null && choices !== null) morphInside(choices, fresh, () => false);
});

if (choices?.dataset['state'] === 'running') followServer({ snapshot: refresh, run: refresh });
