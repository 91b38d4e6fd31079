import { byId } from '../shared/elements.ts';

/** What the server reads of a file at most. Bytes. */
const MOST = 5_000_000;

/** Takes a file that is dropped anywhere on the page, as if it had been chosen; and says at once when one is too large. */
export function takeDrops(input: HTMLInputElement): void {
  const progress = byId('add_progress', HTMLElement);
  byId('add_drop_advice', HTMLElement).hidden = false;
  const tell = () => {
    const [file] = input.files ?? [];
    const isTooLarge = file !== undefined && file.size > MOST;
    input.setAttribute('aria-invalid', String(isTooLarge));
    if (file === undefined) progress.textContent = '';
    else if (isTooLarge)
      progress.textContent = `“${file.name}” has more than 5 MB; give it in parts, or without its pictures.`;
    else progress.textContent = `“${file.name}” is chosen.`;
  };
  input.addEventListener('change', tell);
  followDrags((files) => {
    input.files = files;
    tell();
    input.focus();
  });
}

/** Shows where files go that are dragged over the page, and takes those that are dropped. */
function followDrags(take: (files: FileList) => void): void {
  const zone = byId('add_drop', HTMLElement);
  document.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    zone.dataset['over'] = '';
  });
  document.addEventListener('dragleave', ({ relatedTarget }) => {
    if (relatedTarget === null) delete zone.dataset['over'];
  });
  document.addEventListener('drop', (event) => {
    delete zone.dataset['over'];
    if (event.dataTransfer === null || event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    take(event.dataTransfer.files);
  });
}
