import { followBlocks } from '../editing/block-ticks.ts';
import { takeDrops } from '../editing/file-drop.ts';
import { followFetching } from '../editing/page-fetching.ts';
import { followPairs } from '../editing/pair-keys.ts';
import { followMaking } from '../editing/pairs-making.ts';
import { keepPastes } from '../editing/rich-paste.ts';
import { followTitle } from '../editing/title-slug.ts';
import { byId } from '../shared/elements.ts';

// One script for all steps: a text is brought, looked over, and put beside its English.
if (document.getElementById('add_form') !== null) {
  takeDrops();
  keepPastes(byId('add_form', HTMLFormElement));
  followFetching(byId('add_form', HTMLFormElement));
} else if (document.getElementById('parcel_form') !== null) {
  followBlocks(byId('parcel_form', HTMLFormElement));
  followMaking(byId('parcel_form', HTMLFormElement));
  followTitle();
} else followPairs();
