// Runs before the first paint, as a plain script: what to show must not flicker.
import { recallView } from '../shared/view-choice.ts';

document.documentElement.classList.add('script');
document.documentElement.dataset['view'] = recallView();
