import { IS_TOO_LARGE, MOST_OF_FILE } from '../../core/model/sent-file.ts';
import { byId } from '../shared/elements.ts';

/** Where files are dropped: those of the English on its part of the page, all others anywhere. */
const ZONES = [
  { zone: 'add_english', input: 'add_english_file', advice: 'add_english_drop_advice' },
  { zone: 'add_drop', input: 'add_file', advice: 'add_drop_advice' },
] as const;

/** Takes files that are dropped as if they had been chosen; and says at once when one is too large. */
export function takeDrops(): void {
  const [english, french] = ZONES.map(({ zone, input, advice }) => {
    byId(advice, HTMLElement).hidden = false;
    const field = byId(input, HTMLInputElement);
    field.addEventListener('change', () => tell(field));
    return { zone: byId(zone, HTMLElement), input: field };
  }) as [Zone, Zone];
  followDrags(({ target }) => (target instanceof Node && english.zone.contains(target) ? english : french));
}

interface Zone {
  readonly zone: HTMLElement;
  readonly input: HTMLInputElement;
}

function tell(input: HTMLInputElement): void {
  const progress = byId('add_progress', HTMLElement);
  const [file] = input.files ?? [];
  const isTooLarge = file !== undefined && file.size > MOST_OF_FILE;
  input.setAttribute('aria-invalid', String(isTooLarge));
  if (file === undefined) progress.textContent = '';
  else if (isTooLarge) progress.textContent = `“${file.name}” ${IS_TOO_LARGE}`;
  else progress.textContent = `“${file.name}” is chosen.`;
}

/** Shows where files go that are dragged over the page, and takes those that are dropped. */
function followDrags(zoneOf: (event: DragEvent) => Zone): void {
  let over: HTMLElement | null = null;
  const mark = (zone: HTMLElement | null) => {
    if (over !== null) delete over.dataset['over'];
    if (zone !== null) zone.dataset['over'] = '';
    over = zone;
  };
  document.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    mark(zoneOf(event).zone);
  });
  document.addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) mark(null);
  });
  document.addEventListener('drop', (event) => {
    mark(null);
    const files = event.dataTransfer?.files;
    if (files === undefined || files.length === 0) return;
    event.preventDefault();
    const { input, zone } = zoneOf(event);
    if (zone instanceof HTMLDetailsElement) zone.open = true;
    input.files = files;
    tell(input);
    input.focus();
  });
}
