import { counted, grouped } from '../../core/text/counted.ts';
import { byId } from '../shared/elements.ts';

/** Counts the ticked blocks, ticks all or none, and takes a press anywhere on a block for one on its tick. */
export function followBlocks(form: HTMLFormElement): void {
  const ticks = [...form.querySelectorAll<HTMLInputElement>('input[name="block"]')];
  const chosen = byId('parcel_chosen', HTMLOutputElement);
  const tell = () => {
    const count = ticks.filter((tick) => tick.checked).length;
    chosen.value = `${grouped(count)} of ${counted(ticks.length, 'block')}`;
  };
  const tickAll = (isTicked: boolean) => () => {
    for (const tick of ticks) tick.checked = isTicked;
    tell();
  };
  for (const [id, isTicked] of [
    ['tick_all', true],
    ['tick_none', false],
  ] as const) {
    const button = byId(id, HTMLButtonElement);
    button.hidden = false;
    button.addEventListener('click', tickAll(isTicked));
  }
  form.addEventListener('change', tell);
  form.addEventListener('click', ({ target }) => {
    const read = target instanceof Element && target.closest('a') === null ? target.closest('.read') : null;
    // Words that somebody selects are no press.
    if (read !== null && getSelection()?.isCollapsed !== false) read.parentElement?.querySelector('input')?.click();
  });
  // A page that comes back has its ticks again, as they were left.
  tell();
}
