import { makeButton } from '../shared/elements.ts';

/** Time without a key before the server is asked. Milliseconds. */
const PAUSE = 400;

/** The form of a glossary entry shows what a change would touch, and keeps what is typed. */
export function setUpEntryForm(form: HTMLFormElement): void {
  keepTyped(form);
  showImpact(form);
}

function fieldsOf(entry: HTMLFormElement): URLSearchParams {
  const pairs = [...new FormData(entry)].filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  return new URLSearchParams(pairs);
}

/** Asks the server, which answers with the form as it would show it; nothing is saved. */
function showImpact(entry: HTMLFormElement): void {
  const said = entry.querySelector<HTMLElement>('#impact');
  let waiting = 0;
  let asked = 0;
  const ask = async () => {
    asked += 1;
    const question = asked;
    const body = fieldsOf(entry);
    body.set('do', 'check');
    const answer = await fetch(entry.action, { method: 'POST', body });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const impact = page.querySelector<HTMLElement>('#impact');
    if (question !== asked || impact === null || said === null) return;
    const wrong = page.querySelector('.entry-form .wrong')?.textContent ?? '';
    said.hidden = impact.hidden && wrong === '';
    if (wrong === '') said.replaceChildren(...impact.childNodes);
    else said.textContent = wrong;
  };
  entry.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void ask().catch(() => {}), PAUSE);
  });
}

/** Not lost by a closed tab, a restart or a server that is gone: kept here until it is saved. */
function keepTyped(entry: HTMLFormElement): void {
  const key = `typed entry ${entry.dataset['entry']}`;
  const said = entry.querySelector<HTMLElement>('#entry-kept');
  const start = fieldsOf(entry).toString();
  const typed = localStorage.getItem(key);
  if (typed === start) localStorage.removeItem(key);
  else if (typed !== null && said) offer(entry, said, new URLSearchParams(typed), () => localStorage.removeItem(key));
  entry.addEventListener('input', () => localStorage.setItem(key, fieldsOf(entry).toString()));
  entry.addEventListener('submit', (event) => {
    const button = (event as SubmitEvent).submitter as HTMLButtonElement | null;
    if (button?.value !== 'save') return;
    // What comes back is either the saved entry, which equals what is kept, or a form that still holds it.
    sessionStorage.setItem('saved entry', key);
  });
  const saved = sessionStorage.getItem('saved entry');
  sessionStorage.removeItem('saved entry');
  const failed = entry.querySelector('.conflict, .wrong') !== null;
  if (saved !== null && !failed) {
    localStorage.removeItem(saved);
    if (said) said.hidden = true;
  }
}

function offer(entry: HTMLFormElement, said: HTMLElement, typed: URLSearchParams, forget: () => void): void {
  const restore = makeButton('Take it up again');
  restore.addEventListener('click', () => {
    typed.set('do', 'more');
    const again = document.createElement('form');
    again.method = 'post';
    again.action = entry.action;
    for (const [name, value] of typed) {
      const field = document.createElement('input');
      field.type = 'hidden';
      field.name = name;
      field.value = value;
      again.append(field);
    }
    entry.after(again);
    again.requestSubmit();
  });
  const drop = makeButton('Forget it');
  drop.addEventListener('click', () => {
    forget();
    said.hidden = true;
  });
  said.replaceChildren('You had typed something here and not saved it. ', restore, ' ', drop);
  said.hidden = false;
}
