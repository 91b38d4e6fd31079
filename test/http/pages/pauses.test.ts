import { describe, expect, test } from 'vitest';
import type { Snapshot } from '../../../src/core/changes/ports/library.ts';
import { summarySlices } from '../../../src/core/checks/article/article-summary.ts';
import { articleSlices, checkArticle } from '../../../src/core/checks/article/check-article.ts';
import type { CheckedUnit } from '../../../src/core/checks/checked-article.ts';
import type { Slices } from '../../../src/core/model/slices.ts';
import { leadSlices } from '../../../src/formats/article/article-leads.ts';
import { joinCatalogue, joinSlices, parseCatalogue } from '../../../src/formats/article/catalogue.ts';
import { parseArticle } from '../../../src/formats/article/markdown.ts';
import { matchSlices } from '../../../src/formats/article/message-match.ts';
import { textAnswerSlices } from '../../../src/http/answer.ts';
import { articlePage } from '../../../src/http/pages/article/article-page.ts';
import { conceptRows } from '../../../src/http/pages/article/concept-rows.ts';
import { cellViews } from '../../../src/http/pages/article/table-view.ts';
import { waysOf } from '../../../src/http/pages/article/way-view.ts';
import { glossaryOf } from '../../core/glossaries.ts';

const COUNT = 200;
const GLOSSARY = glossaryOf('- fr: jeton\n  en: token\n');
/** As much of one as a page asks for. */
const SNAPSHOT = { revision: '', problems: [], glossary: GLOSSARY } as unknown as Snapshot;
const MESSAGES = 'msgid "Note 7."\nmsgstr "Note 7."\n\nmsgid "Note 8"\nmsgstr "A note."\n';
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

/** The most units of a list that are looked at between two pauses. */
const mostAtOnce = <U extends object>(list: readonly U[], workOf: (list: readonly U[]) => Slices<unknown>): number => {
  const seen = new Set<U>();
  let most = 0;
  const watched = list.map((unit) => {
    const get = (target: U, key: string | symbol, self: unknown): unknown => {
      seen.add(target);
      return Reflect.get(target, key, self);
    };
    return new Proxy(unit, { get });
  });
  const look = () => {
    most = Math.max(most, seen.size);
    seen.clear();
  };
  pausesIn(workOf(watched), look);
  look();
  return most;
};

describe('no work goes through all paragraphs of a long article, or all notes, at one go', () => {
  const notes = Array.from({ length: COUNT }, (_, i) => `Le jeton[^${i}].\n\n[^${i}]: Note ${i}.`).join('\n\n');
  const noted = parseArticle(notes, 'fr.md').units;
  const joined = joinCatalogue(noted, parseCatalogue('', 'en.po')).units;
  const article = { slug: 'a', citation, units: joined };
  const checked = checkArticle(article, GLOSSARY);
  const unitsOf = (list: typeof joined) => list.map((unit, i) => ({ ...(checked.units[i] as CheckedUnit), unit }));

  test.each<[string, (list: typeof joined) => Slices<unknown>]>([
    ['notes are tied to what refers to them', (list) => leadSlices(list, () => null)],
    ['cells are put into their tables', cellViews],
    ['the ways through it are looked for', (list) => waysOf(unitsOf(list))],
    ['its entries are listed', (list) => conceptRows(unitsOf(list))],
    [
      'lists tell of it',
      (list) => summarySlices({ article: { ...article, units: list }, units: unitsOf(list) }, GLOSSARY),
    ],
    ['messages are found for it', (list) => matchSlices(list, parseCatalogue(MESSAGES, 'en.po').messages)],
    ['it is joined with them', (list) => joinSlices(list, parseCatalogue(MESSAGES, 'en.po'))],
  ])('%s', (_work, workOf) => {
    expect(mostAtOnce(joined, workOf)).toBeLessThan(3);
  });

  test('the whole page is made', () => {
    const work = (list: typeof joined) =>
      articlePage({ ...checked, article: { ...article, units: list }, units: unitsOf(list) }, SNAPSHOT);
    expect(mostAtOnce(joined, work)).toBeLessThan(3);
  });
});

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
