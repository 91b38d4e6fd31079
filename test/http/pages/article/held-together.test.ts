import { expect, test } from 'vitest';
import type { Leads } from '../../../../src/core/text/leads.ts';
import { createRunCutter, cutIntoPieces } from '../../../../src/core/text/pieces.ts';
import { readPlain } from '../../../../src/core/text/reading.ts';
import { heldTogether } from '../../../../src/http/pages/article/held-together.ts';

const NOWHERE: Leads = {
  noteLink: () => null,
  picture: () => ({ src: null, elsewhere: null }),
  noteLabel: () => null,
};

/**
 * A text with `[` and `]` around its terms; shown with `(` and `)` around what is held together, `_` in what may break
 * there.
 */
function held(marked: string): string {
  const text = marked.replaceAll(/[[\]]/g, '');
  const spans = [...marked.matchAll(/\[([^\]]*)\]/g)].map(({ index, 1: term = '' }, i) => {
    const start = index - 2 * i;
    return { start, end: start + term.length, mention: term };
  });
  const cut = createRunCutter(readPlain(text), NOWHERE);
  return heldTogether(cutIntoPieces({ start: 0, end: text.length }, spans, cut))
    .map(({ begins, ends, mention, runs }) => {
      const words = runs.map((run) => (run.isLoose ? run.text.replaceAll(' ', '_') : run.text)).join('');
      return `${begins ? '(' : ''}${mention === null ? words : `[${words}]`}${ends ? ')' : ''}`;
    })
    .join('');
}

test.each([
  ['Les modèles « [apprennent] » encore.', 'Les modèles (« [apprennent] ») encore.'],
  ['Dans « [un jeton] », dit-il.', 'Dans (« [un_jeton] »), dit-il.'],
  ['Le [jeton] : voilà.', 'Le ([jeton] :) voilà.'],
  ['Le [modèle de langage] : voilà.', 'Le ([modèle_de_langage] :) voilà.'],
  ['Un « [jeton] ou [puce] » de plus.', 'Un (« [jeton]) ou ([puce] ») de plus.'],
  ['Plus de 10 000 [jetons] ; oui.', 'Plus de 10 000 ([jetons] ;) oui.'],
  ['Le [jeton], la [puce].', 'Le [jeton], la [puce].'],
  ['« Oui », dit le [modèle].', '« Oui », dit le [modèle].'],
  ['Une « [intelligence artificielle générative] » ici.', 'Une (« [intelligence_artificielle_générative] ») ici.'],
])('%s', (written, wanted) => {
  expect(held(written)).toBe(wanted);
});
