import { setUpCards, takeTitles } from './card.ts';
import { byId } from './elements.ts';
import { setUpInPlace } from './in-place.ts';
import { setUpKeys } from './keys.ts';
import { setUpLive } from './live.ts';
import { setUpPanel } from './panel.ts';
import { setUpSelecting, setUpSentences } from './sentences.ts';
import { setUpSteps } from './steps.ts';
import { setUpViews } from './view.ts';

const edition = byId('edition', HTMLElement);
setUpViews();
const live = setUpLive(edition, takeTitles);
setUpInPlace(edition, live.refresh);
setUpCards(edition);
setUpSentences(edition);
setUpSelecting(edition);
setUpKeys(setUpSteps(edition), setUpPanel());
