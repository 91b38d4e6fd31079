import { setUpCards } from './card.ts';
import { byId } from './elements.ts';
import { setUpKeys } from './keys.ts';
import { setUpPanel } from './panel.ts';
import { setUpSelecting, setUpSentences } from './sentences.ts';
import { setUpSteps } from './steps.ts';
import { setUpViews } from './view.ts';

const edition = byId('edition', HTMLElement);
setUpViews();
setUpCards(edition);
setUpSentences(edition);
setUpSelecting(edition);
setUpKeys(setUpSteps(edition), setUpPanel());
