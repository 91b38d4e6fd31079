import { slugOf } from '../../core/text/slug.ts';
import { byId } from '../shared/elements.ts';

/** Lets the name of an article follow its title, until somebody writes a name. */
export function followTitle(): void {
  const title = byId('title', HTMLInputElement);
  const slug = byId('slug', HTMLInputElement);
  const own = slugOf(title.value);
  // A name with a number behind it is a title’s own too: that without one is taken.
  let follows = slug.value === '' || slug.value === own || /^-\d+$/.test(slug.value.slice(own.length));
  slug.addEventListener('input', () => {
    follows = slug.value === '';
  });
  title.addEventListener('input', () => {
    if (follows) slug.value = slugOf(title.value);
  });
}
