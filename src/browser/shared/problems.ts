import { make, makeButton } from './elements.ts';

/**
 * Shows what the files have wrong as a newer page does: the banner comes and goes with the problems. It stands at the
 * head of the page; a reader who is elsewhere is told of it where they are, and it is read out.
 */
export function replaceProblems(fresh: Document): void {
  const [old, next] = [document.querySelector('.problems'), fresh.querySelector('.problems')];
  if (old?.outerHTML === next?.outerHTML) return;
  old?.remove();
  document.querySelector('.problem-told')?.remove();
  if (next === null) return;
  document.querySelector('.masthead')?.after(next);
  document.body.append(noticeOf(next));
}

/** Sets up what takes the notice of problems away: a key, for it has no other stop in the order of the keyboard. */
export function setUpProblems(): void {
  document.addEventListener('keydown', ({ key, defaultPrevented }) => {
    if (key === 'Escape' && !defaultPrevented) document.querySelector('.problem-told')?.remove();
  });
}

/** The heading of the banner and its first problem, over the foot of the window for who does not see the banner. */
function noticeOf(banner: Element): HTMLElement {
  const textIn = (selector: string) => (banner.querySelector(selector)?.textContent ?? '').trim();
  const notice = make('div', 'problem-told', '');
  const says = make('p', '', '');
  says.role = 'alert';
  const first = banner.querySelector('li')?.cloneNode(true) as Element | undefined;
  first?.querySelector('.excerpt')?.remove();
  says.append(make('strong', '', `${textIn('h2')}:`), ' ', (first?.textContent ?? '').trim().replaceAll(/\s+/g, ' '));
  const close = makeButton('×');
  close.className = 'quiet';
  close.ariaLabel = 'Close this notice';
  close.addEventListener('click', () => notice.remove());
  const show = makeButton('Show');
  show.className = 'quiet';
  show.addEventListener('click', () => {
    notice.remove();
    banner.scrollIntoView();
  });
  notice.append(says, show, close);
  new IntersectionObserver(([seen], observer) => {
    // Whoever sees the banner needs no second one; it is read out all the same.
    notice.classList.toggle('hidden', seen?.isIntersecting === true);
    if (!notice.isConnected) observer.disconnect();
  }).observe(banner);
  return notice;
}
