import { setUpApproving, setUpInPlace } from '../editing/in-place.ts';
import { setUpWords } from '../editing/words.ts';
import { setUpArrival } from '../reading/arrival.ts';
import { setUpBar } from '../reading/bar.ts';
import { setUpCards, takeTitles } from '../reading/card.ts';
import { setUpComfort } from '../reading/comfort.ts';
import { setUpKeys } from '../reading/keys.ts';
import { setUpLive } from '../reading/live.ts';
import { takeOwnAddress } from '../reading/own-address.ts';
import { setUpPanel } from '../reading/panel.ts';
import { setUpPlace } from '../reading/place.ts';
import { setUpRoving } from '../reading/roving.ts';
import { setUpSelecting, setUpSentences } from '../reading/sentences.ts';
import { setUpSteps } from '../reading/steps.ts';
import { byId } from '../shared/elements.ts';
import { keepKeysFor } from '../shared/kept-keys.ts';
import { setUpNotices } from '../shared/notices.ts';
import { setUpProblems } from '../shared/problems.ts';
import { setUpWay } from '../shared/way.ts';

const edition = byId('edition', HTMLElement);
takeOwnAddress(edition);
setUpNotices();
setUpProblems();
const isEditable = document.querySelector('.edit') !== null;
const openEntry = (address: string) => {
  const opened = import('../editing/term-dialog.ts').then(
    ({ openTermDialog }) => openTermDialog(address, () => live.refresh()),
    () => {
      location.assign(address);
      return false;
    },
  );
  void keepKeysFor(opened);
};
const bar = document.querySelector<HTMLElement>('.bar');
if (bar) setUpBar(bar, edition);
const place = setUpPlace(edition);
const roving = setUpRoving(edition);
const cards = setUpCards(edition, isEditable ? openEntry : null);
setUpComfort(edition, roving.refresh);
const panel = setUpPanel();
const prepare = (part: HTMLElement) => {
  takeTitles(part);
  roving.prepare(part);
};
const live = setUpLive(edition, {
  prepare,
  onUpdate() {
    roving.refresh();
    cards.refresh();
    panel.refresh();
    place.keep();
  },
});
setUpInPlace(edition, live.refresh);
setUpApproving(edition, live.refresh);
setUpSentences(edition);
setUpSelecting(edition);
const words = isEditable ? setUpWords(edition, openEntry) : null;
const steps = setUpSteps(edition, openEntry);
setUpWay(steps.wanting);
setUpKeys(steps, panel, words?.begin ?? null);
setUpArrival(edition, place, () => {
  prepare(edition);
  panel.refresh();
});
