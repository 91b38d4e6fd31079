// Runs before the first paint, as a plain script: what to show must not flicker, and who is quick with a key is heard.
import { setUpFormKeys } from '../shared/form-keys.ts';
import { keepEarlyPresses } from '../shared/kept-keys.ts';
import { applyChoice, CHOICE_NAMES, recallChoice } from '../shared/reading-choices.ts';

const { classList } = document.documentElement;
classList.add('script');
if (beginsAtTop()) classList.add('from-top');
for (const name of CHOICE_NAMES) applyChoice(name, recallChoice(name));
setUpFormKeys();
keepEarlyPresses();

/**
 * Whether nobody is led to a place in it, or back to where they were: only then may what comes before it have any
 * height.
 */
function beginsAtTop(): boolean {
  const [way] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return location.hash === '' && way?.type === 'navigate';
}
