import { setUpNotices } from '../shared/notices.ts';

setUpNotices();
const form = document.querySelector<HTMLFormElement>('.entry-form');
const details = document.querySelector<HTMLDetailsElement>('.edit-entry');

if (details) {
  const open = () => {
    if (location.hash === '#edit') details.open = true;
  };
  window.addEventListener('hashchange', open);
  open();
}
if (form) {
  // Before anything is waited for: what was pressed early is pressed again as soon as the scripts of the page have run.
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing || details === null) return;
    details.open = false;
    details.querySelector('summary')?.focus();
  });
  const { setUpEntryForm } = await import('../editing/entry-form.ts');
  setUpEntryForm(form);
}
