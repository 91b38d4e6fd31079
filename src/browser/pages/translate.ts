/** Keeps the page of a run up to date while it goes on, without taking the reader’s place away. */

/** Time between two looks. Milliseconds. */
const PAUSE = 700;

async function refresh(): Promise<void> {
  const main = document.getElementById('translate');
  if (main?.dataset['state'] !== 'running') return;
  const response = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null);
  const next = response?.ok === true ? await response.text() : null;
  const fresh = next === null ? null : new DOMParser().parseFromString(next, 'text/html').getElementById('translate');
  if (fresh !== null) {
    const focused = document.activeElement;
    const isCancel = focused instanceof HTMLButtonElement && main.contains(focused);
    main.replaceWith(fresh);
    if (isCancel) fresh.querySelector('button')?.focus();
  }
  setTimeout(() => void refresh(), PAUSE);
}

setTimeout(() => void refresh(), PAUSE);
