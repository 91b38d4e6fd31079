import { setUpOnDevice } from './on-device.ts';

/** Keeps what is typed for a paragraph until it is saved: not lost by a closed tab, a restart or a server that is gone. */

const form = document.querySelector<HTMLFormElement>('.editor');
const field = document.querySelector<HTMLTextAreaElement>('#target');
const said = document.querySelector<HTMLElement>('#kept');
const version = document.querySelector<HTMLInputElement>('[name="version"]');

/** What was typed, and over which version of the paragraph. */
interface Typed {
  readonly text: string;
  readonly version: string;
}

if (form && field && said && version) {
  const key = `typed ${form.dataset['unit']}`;
  const typed = JSON.parse(localStorage.getItem(key) ?? 'null') as Typed | null;
  const say = (text: string) => {
    said.textContent = text;
    said.hidden = false;
  };
  if (typed === null || typed.text === field.value) localStorage.removeItem(key);
  else if (typed.version === version.value) {
    field.value = typed.text;
    say('This is what you had typed and not saved.');
  } else say(`Over an older version you had typed: ${typed.text}`);
  field.addEventListener('input', () => {
    localStorage.setItem(key, JSON.stringify({ text: field.value, version: version.value } satisfies Typed));
  });
  const button = document.querySelector<HTMLButtonElement>('#on-device');
  const french = document.querySelector('.french')?.textContent ?? '';
  if (button) setUpOnDevice(button, french, field, say);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
}
