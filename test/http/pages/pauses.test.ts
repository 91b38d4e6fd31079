import { describe, expect, test } from 'vitest';
import { articleSlices } from '../../../src/core/checks/article/check-article.ts';
import type { Slices } from '../../../src/core/model/slices.ts';
import { joinCatalogue, joinSlices, parseCatalogue } from '../../../src/formats/article/catalogue.ts';
import { parseArticle } from '../../../src/formats/article/markdown.ts';
import { textAnswerSlices } from '../../../src/http/answer.ts';
import { glossaryOf } from '../../core/glossaries.ts';

const COUNT = 200;
const GLOSSARY = glossaryOf('- fr: jeton\n  en: token\n');
const { units, citation } = parseArticle(
  Array.from({ length: COUNT }, (_, i) => `Le pont ${i}.`).join('\n\n'),
  'fr.md',
);

const pausesIn = (work: Slices<unknown>, onPause: (pauses: number) => void = () => {}) => {
  let pauses = 0;
  while (work.next().done !== true) {
    pauses += 1;
    onPause(pauses);
  }
  return pauses;
};

describe('others have their turn behind each paragraph of a long article', () => {
  test('when it is joined with a catalogue', () => {
    const catalogue = parseCatalogue('msgid "Le pont 7."\nmsgstr "Bridge 7."\n', 'en.po');
    // What is found is given to the paragraphs with a pause each, too.
    expect(pausesIn(joinSlices(units, catalogue))).toBeGreaterThan(2 * COUNT);
  });

  test('when it is checked, though nothing has an English', () => {
    let [pauses, before] = [0, 0];
    const all = joinCatalogue(units, parseCatalogue('', 'en.po')).units.map((unit, i) => ({
      ...unit,
      targetPlace() {
        if (i === COUNT - 1) before = pauses;
        return unit.place;
      },
    }));
    pausesIn(articleSlices({ slug: 'a', citation, units: all }, GLOSSARY), (now) => {
      pauses = now;
    });
    expect(before).toBeGreaterThan(COUNT - 2);
  });

  test('and within a long page that is sent', () => {
    expect(pausesIn(textAnswerSlices('text/html', 'Un jeton. '.repeat(100_000)))).toBeGreaterThan(4);
  });
});
