import { followBlocks } from '../editing/block-ticks.ts';
import { takeDrops } from '../editing/file-drop.ts';
import { followFetching } from '../editing/page-fetching.ts';
import { byId } from '../shared/elements.ts';

// One script for both steps: a text is brought, and then looked over.
if (document.getElementById('add_form') !== null) {
  takeDrops(byId('add_file', HTMLInputElement));
  followFetching(byId('add_form', HTMLFormElement));
} else followBlocks(byId('parcel_form', HTMLFormElement));
