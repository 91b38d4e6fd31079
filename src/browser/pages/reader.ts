import { setUpChoosing } from '../editing/choose-words.ts';
import { setUpApproving, setUpInPlace } from '../editing/in-place.ts';
import { openTermDialog } from '../editing/term-dialog.ts';
import { setUpCards, takeTitles } from '../reading/card.ts';
import { setUpKeys } from '../reading/keys.ts';
import { setUpLive } from '../reading/live.ts';
import { setUpPanel } from '../reading/panel.ts';
import { setUpSelecting, setUpSentences } from '../reading/sentences.ts';
import { setUpSteps } from '../reading/steps.ts';
import { setUpViews } from '../reading/view.ts';
import { byId } from '../shared/elements.ts';
import { setUpNotices } from '../shared/notices.ts';

const edition = byId('edition', HTMLElement);
setUpViews();
setUpNotices();
const cards = setUpCards(edition);
const panel = setUpPanel();
const live = setUpLive(edition, {
  prepare: takeTitles,
  onUpdate() {
    cards.refresh();
    panel.refresh();
  },
});
setUpInPlace(edition, live.refresh);
setUpApproving(edition, live.refresh);
setUpSentences(edition);
setUpSelecting(edition);
if (document.querySelector('.edit') !== null) setUpChoosing(edition, live.refresh);
setUpKeys(
  setUpSteps(edition, (address) => void openTermDialog(address, live.refresh)),
  panel,
);
