import { make, makeButton, makeClose } from './elements.ts';

/**
 * Shows what the files have wrong as a newer page does: the banner comes and goes with the problems. It stands at the
 * head of the page; a reader who is elsewhere is told of what is new in it where they are, and it is read out.
 */
export function replaceProblems(fresh: Document): void {
  const [old, next] = [document, fresh].map((page) => page.querySelector<HTMLElement>('.problems'));
  const [was, now] = [old, next].map((banner) => banner?.querySelector('details'));
  const added = addedTo(old, next);
  // What somebody folded away stays so until there is more in it.
  if (was && now) now.open = was.open || (!!added && now.open);
  if (old?.outerHTML === next?.outerHTML) return;
  const told = document.querySelector('.problem-told');
  old?.remove();
  told?.remove();
  if (!next) return;
  document.querySelector('.masthead')?.after(next);
  if (added || told) document.body.append(noticeOf(next, added));
}

/**
 * What a newer banner has that an older one had not: a problem, or the line that counts those not listed. Where it
 * lists not all of them, one that was mended lets another move up, which is no news.
 */
function addedTo(old: HTMLElement | null | undefined, next: HTMLElement | null | undefined): Element | null {
  const countOf = (banner: typeof old) => Number(banner?.dataset['count'] ?? 0);
  if (old?.querySelector('.rest') && countOf(next) <= countOf(old)) return null;
  const listed = [...(next?.querySelectorAll('li') ?? [])];
  const isNew = ({ dataset }: HTMLElement) => !old?.querySelector(`[data-problem="${dataset['problem']}"]`);
  return listed.find(isNew) ?? next?.querySelector('.rest') ?? null;
}

/** Sets up what takes the notice of problems away: a key, for it has no other stop in the order of the keyboard. */
export function setUpProblems(): void {
  document.addEventListener('keydown', ({ key, defaultPrevented }) => {
    if (key === 'Escape' && !defaultPrevented) document.querySelector('.problem-told')?.remove();
  });
}

/** The heading of the banner and a problem, over the foot of the window for who does not see the banner. */
function noticeOf(banner: Element, added: Element | null): HTMLElement {
  const notice = make('div', 'problem-told', '');
  const says = make('p', '', '');
  if (added) says.role = 'alert';
  const problem = (added ?? banner.querySelector('li'))?.cloneNode(true);
  says.append(make('strong', '', `${banner.querySelector('h2')?.textContent}:`), ' ', ...(problem?.childNodes ?? []));
  const show = makeButton('Show');
  show.addEventListener('click', () => {
    notice.remove();
    banner.scrollIntoView();
  });
  notice.append(says, show, makeClose(notice));
  // Whoever sees the banner needs no second one; it is read out all the same.
  new IntersectionObserver(([seen]) => notice.classList.toggle('hidden', !!seen?.isIntersecting)).observe(banner);
  return notice;
}
