import { make, makeButton, makeClose } from './elements.ts';

/**
 * Shows what the files have wrong as a newer page does: the banner comes and goes with the problems. It stands at the
 * head of the page; a reader who is elsewhere is told of what is new in it where they are, and it is read out.
 */
export function replaceProblems(fresh: Document): void {
  const [old, next] = [document.querySelector('.problems'), fresh.querySelector('.problems')];
  const [was, now] = [old, next].map((banner) => banner?.querySelector('details'));
  if (was && now && old?.className === next?.className) now.open = was.open;
  if (old?.outerHTML === next?.outerHTML) return;
  const told = document.querySelector('.problem-told');
  old?.remove();
  told?.remove();
  if (next === null) return;
  document.querySelector('.masthead')?.after(next);
  const known = new Set(listed(old).map(wordsOf));
  const added = listed(next).find((problem) => !known.has(wordsOf(problem)));
  if (added !== undefined || told !== null) document.body.append(noticeOf(next, added));
}

function listed(banner: Element | null): Element[] {
  return [...(banner?.querySelectorAll('li') ?? [])];
}

/** What tells a problem from others: neither the line it is in by now, nor the name of its article. */
function wordsOf(problem: Element): string {
  const rest = problem.cloneNode(true) as Element;
  for (const aside of rest.querySelectorAll('.place, bdi, .excerpt')) aside.remove();
  return `${problem.querySelector('.place')?.textContent?.split(':')[0]} ${rest.textContent?.trim()}`;
}

/** Sets up what takes the notice of problems away: a key, for it has no other stop in the order of the keyboard. */
export function setUpProblems(): void {
  document.addEventListener('keydown', ({ key, defaultPrevented }) => {
    if (key === 'Escape' && !defaultPrevented) document.querySelector('.problem-told')?.remove();
  });
}

/** The heading of the banner and a problem, over the foot of the window for who does not see the banner. */
function noticeOf(banner: Element, added: Element | undefined): HTMLElement {
  const textIn = (selector: string) => (banner.querySelector(selector)?.textContent ?? '').trim();
  const notice = make('div', 'problem-told', '');
  const says = make('p', '', '');
  if (added !== undefined) says.role = 'alert';
  const first = (added ?? listed(banner)[0])?.cloneNode(true) as Element | undefined;
  first?.querySelector('.excerpt')?.remove();
  says.append(make('strong', '', `${textIn('h2')}:`), ' ', (first?.textContent ?? '').trim().replaceAll(/\s+/g, ' '));
  const show = makeButton('Show');
  show.className = 'quiet';
  show.addEventListener('click', () => {
    notice.remove();
    banner.scrollIntoView();
  });
  notice.append(says, show, makeClose(notice));
  new IntersectionObserver(([seen], observer) => {
    // Whoever sees the banner needs no second one; it is read out all the same.
    notice.classList.toggle('hidden', seen?.isIntersecting === true);
    if (!notice.isConnected) observer.disconnect();
  }).observe(banner);
  return notice;
}
