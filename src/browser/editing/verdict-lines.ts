import { make, makeButton } from '../shared/elements.ts';

/** What is said of one thing in a text while it is typed. */
export interface VerdictLine {
  /** The same as long as it is of the same thing. */
  readonly key: string;
  /** Changes with what is said. */
  readonly says: string;
  /** What is said. */
  parts(): readonly (Node | string)[];
  /** Name of the field for a reason why it may stay, and of its button; null where it cannot be accepted. */
  readonly accept: { readonly field: string; readonly action: string } | null;
}

/** Brings lines up to date one by one: those that say the same stay, with the focus and what is written in them. */
export function keepLines(list: HTMLElement, lines: readonly VerdictLine[]): void {
  const keys = new Set(lines.map(({ key }) => key));
  const old = new Map<string, HTMLElement>();
  for (const line of [...list.children] as HTMLElement[]) {
    const key = line.dataset['line'] ?? '';
    if (keys.has(key)) old.set(key, line);
    else line.remove();
  }
  let at = list.firstElementChild;
  for (const line of lines) {
    const element = old.get(line.key) ?? newLine(line.key);
    if (element === at) at = at.nextElementSibling;
    else list.insertBefore(element, at);
    bringUpToDate(element, line);
  }
}

function newLine(key: string): HTMLElement {
  const line = make('li', '', '');
  line.dataset['line'] = key;
  line.append(make('span', 'says', ''));
  return line;
}

function bringUpToDate(element: HTMLElement, { says, parts, accept }: VerdictLine): void {
  if (element.dataset['says'] !== says) {
    element.dataset['says'] = says;
    element.querySelector('.says')?.replaceChildren(...parts());
  }
  const waive = element.querySelector('.waive');
  if (accept === null) waive?.remove();
  else if (waive === null) element.append(' ', acceptWith(accept));
}

/** Enter in the field saves the paragraph with the reason, as its button does. */
function acceptWith({ field, action }: NonNullable<VerdictLine['accept']>): HTMLElement {
  const details = make('details', 'waive', '');
  const label = make('label', '', 'because ');
  const input = document.createElement('input');
  input.name = field;
  input.autocomplete = 'off';
  label.append(input);
  const button = makeButton('Accept');
  button.type = 'submit';
  button.name = 'do';
  button.value = action;
  button.className = 'quiet';
  details.append(make('summary', '', 'Accept as it is'), label, ' ', button);
  return details;
}
