import { isAccepted } from '../../core/model/concept.ts';
import { oncePageIsThere, whenAtRest } from '../shared/at-rest.ts';
import { around } from '../shared/elements.ts';
import { typeOver } from '../shared/put-text.ts';
import type { SentGround } from './judge.ts';
import { createQuietWork, type QuietWork } from './quiet-work.ts';

/**
 * Judges the English of a paragraph at every key. The page comes with the verdicts of the text in it, so what judges is
 * brought once nobody waits for the page any more, or for the first key.
 *
 * @param french elements that hold the French with its terms
 */
export function setUpVerdicts(editor: HTMLElement, field: HTMLTextAreaElement, french: readonly HTMLElement[]): void {
  const json = editor.querySelector<HTMLDataElement>('.proof-data')?.value;
  if (json === undefined) return;
  let data: SentGround | null = null;
  const groundOf = () => {
    data ??= JSON.parse(json) as SentGround;
    return data;
  };
  const bring = async () => {
    const judging = await import('./judge.ts').catch(() => null);
    return judging && createQuietWork(judging.judgeSlices({ editor, field, french, data: groundOf() }));
  };
  void judgeAtEveryKey(field, bring).then((isJudged) => {
    const button = editor.querySelector('.check');
    // The verdicts are up to date without it, or else it is all there is.
    if (isJudged) button?.remove();
    else button?.classList.remove('check');
  });
  for (const side of french) offerTerms(side, field, groundOf);
}

/**
 * @param bring what judges; null where it is not to be had
 * @returns once the text that the page came with is judged: whether it is
 */
async function judgeAtEveryKey(
  field: HTMLTextAreaElement,
  bring: () => Promise<QuietWork<() => void> | null>,
): Promise<boolean> {
  let judge = () => {};
  field.addEventListener('input', () => judge());
  await somebodyTypesOrNobodyWaits(field);
  const work = await bring();
  if (work === null) return false;
  judge = () => work.finish()();
  if (field.value !== field.defaultValue) judge();
  try {
    judge = await work.done;
    return true;
  } catch (error) {
    reportError(error);
    judge = () => {};
    return false;
  }
}

/** What was typed before, or kept from another time, is judged without waiting. */
function somebodyTypesOrNobodyWaits(field: HTMLTextAreaElement): Promise<void> {
  return new Promise((resolve) => {
    if (field.value !== field.defaultValue) return resolve();
    field.addEventListener('input', () => resolve(), { once: true });
    oncePageIsThere(() => whenAtRest(resolve));
  });
}

/** A click or Enter on a term of the French puts its English in at the cursor. */
function offerTerms(side: HTMLElement, field: HTMLTextAreaElement, groundOf: () => Pick<SentGround, 'concepts'>): void {
  const englishOf = (term: HTMLElement) => {
    const concept = groundOf().concepts.find(({ id }) => id === term.dataset['concept']);
    return concept?.keep ? (term.textContent ?? '') : concept?.en.find(isAccepted)?.text;
  };
  const put = (event: Event) => {
    const term = around(event, '.term');
    const english = field.isConnected && term !== null ? englishOf(term) : undefined;
    if (english === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    field.focus();
    const before = field.value.slice(0, field.selectionStart);
    const after = field.value.slice(field.selectionEnd);
    const [space, spaceAfter] = [/[\p{L}\p{N},.;:!?)]$/u.test(before), /^[\p{L}\p{N}(]/u.test(after)];
    typeOver(field, `${space ? ' ' : ''}${english}${spaceAfter ? ' ' : ''}`);
  };
  for (const term of side.querySelectorAll<HTMLElement>('.term')) {
    if (!term.hasAttribute('tabindex')) term.tabIndex = 0;
    term.role = 'button';
  }
  side.addEventListener('click', put);
  side.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') put(event);
  });
}
