import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { articleSlices, checkArticle } from '../../../../src/core/checks/article/check-article.ts';
import { compareQuotations } from '../../../../src/core/checks/pair/quotations.ts';
import { sentenceCount } from '../../../../src/core/checks/pair/sentence-count.ts';
import { findHidden } from '../../../../src/core/text/hidden-characters.ts';
import { readPlain } from '../../../../src/core/text/reading.ts';
import { ENGLISH_NUMBERS } from '../../../../src/core/words/english-numbers.ts';
import { findQuantities } from '../../../../src/core/words/quantities.ts';
import { joinCatalogue, parseCatalogue } from '../../../../src/formats/article/catalogue.ts';
import { parseArticle } from '../../../../src/formats/article/markdown.ts';
import { glossaryOf } from '../../glossaries.ts';

describe('quotations are kept', () => {
  test.each([
    ['guillemets and curly quotes', '« Oui », dit-il.', '“Yes,” he said.', 'kept'],
    ['straight padded quotes', '" Oui ", dit-il.', '“Yes,” he said.', 'kept'],
    ['cut in two by the speaker', '« Oui, et non », dit-il.', '“Yes,” he said, “and no.”', 'kept'],
    ['lost', '« Oui », dit-il.', 'He agreed.', 'lost'],
    ['added', 'Il accepta.', '“Yes,” he said.', 'added'],
    ['none', 'Il accepta.', 'He agreed.', 'kept'],
  ])('%s', (_what, source, target, outcome) => {
    const difference = compareQuotations(readPlain(source), readPlain(target));
    expect(difference === null ? 'kept' : difference.source === null ? 'added' : 'lost').toBe(outcome);
  });
});

describe('French that was given back', () => {
  const rulesOf = (source: string, target: string) => {
    const glossary = glossaryOf('');
    const { units } = joinCatalogue(
      parseArticle(`---\ntitle: ${source}\n---\n`, 'fr.md').units,
      parseCatalogue(`msgid "${source}"\nmsgstr "${target}"\n`, 'en.po'),
    );
    const citation = { title: source, site: null, url: null, date: null };
    return checkArticle({ slug: 'a', citation, units }, glossary).findings.map(({ rule }) => rule);
  };
  test.each([
    ['a sentence', 'Le tram numéro six apprend', 'Le tram numéro six apprend', ['not-translated']],
    ['a sentence without accents', 'Nous avons vu dix trams', 'Nous avons vu dix trams', ['not-translated']],
    [
      'an elided word',
      'Demain soir l’oncle viendra chanter',
      'Demain soir l’oncle viendra chanter',
      ['not-translated'],
    ],
    [
      'a sentence among others',
      'Le tram est là. Il attend encore ses passagers.',
      'The tram is here. Il attend encore ses passagers.',
      ['not-translated'],
    ],
    [
      'a sentence with another apostrophe',
      'Le tram est là. On l’attendait depuis hier matin.',
      "The tram is here. On l'attendait depuis hier matin.",
      ['not-translated'],
    ],
    [
      'an order',
      'Le tram est là. Prenez place au fond, puis attendez.',
      'The tram is here. Prenez place au fond, puis attendez.',
      ['not-translated'],
    ],
    [
      'sentences translated',
      'Le tram est là. Il attend encore ses passagers.',
      'The tram is here. It is still waiting for its passengers.',
      [],
    ],
    [
      'a title within a reference',
      'Voir là-dessus : Rémi. Du bon usage des trams en ville. Lu hier.',
      'See on this point: Rémi. Du bon usage des trams en ville. Read yesterday.',
      [],
    ],
    [
      'a quotation that stays French',
      'Le tram est là. « Il attend encore ses passagers. » Voilà.',
      'The tram is here. « Il attend encore ses passagers. » So it is.',
      [],
    ],
    [
      'a sentence with a quotation in it',
      'Le tram est là. « Il attend », dit encore un de ses passagers.',
      'The tram is here. « Il attend », dit encore un de ses passagers.',
      ['not-translated'],
    ],
    ['a word of French', 'Le tram est là. Il dit voilà.', 'The tram is here. It says voilà.', []],
    ['English in the French', 'Some other words here', 'Some other words here', []],
    ['the heads of a table', 'name | value | count | unit', 'name | value | count | unit', []],
    ['a translation', 'Le tram apprend à écouter', 'The tram learns to listen', []],
    ['a name stays as it is', 'Fire-Flyer II', 'Fire-Flyer II', []],
    ['an English date in the French', 'La ligne finit par March 3, 2015', 'The line ends in March 3, 2015', []],
    ['a month within a French word', 'Marchés de gros', 'Wholesale in March', ['number-added']],
    ['a date that is not there', 'La ligne finit par 3, 2015', 'The line ends in March 3, 2015', ['number-added']],
  ])('%s', (_what, source, target, rules) => {
    expect(rulesOf(source, target)).toEqual(rules);
  });
});

describe('numbers that a term and its rendering are made of', () => {
  const GLOSSARY = glossaryOf(`
- { fr: classe de troisième, en: [Year 10, ninth grade] }
- { fr: [{ term: CM2, pos: other }], en: [Year 6, fifth grade] }
- { fr: [{ term: article 6, pos: other, forms: [article 8] }], en: [{ term: Article 6, pos: other, forms: [Article 8] }] }
`);
  const rulesOf = (source: string, target: string) => {
    const { units } = joinCatalogue(
      parseArticle(`---\ntitle: Essai\n---\n\n${source}\n`, 'fr.md').units,
      parseCatalogue(`msgid "Essai"\nmsgstr "A trial"\n\nmsgid "${source}"\nmsgstr "${target}"\n`, 'en.po'),
    );
    const citation = { title: source, site: null, url: null, date: null };
    return checkArticle({ slug: 'a', citation, units }, GLOSSARY).findings.map(({ rule }) => rule);
  };
  test.each([
    ['another number', 'Il est en classe de troisième.', 'He is in Year 10.', []],
    ['a word', 'Il est en classe de troisième.', 'He is in ninth grade.', []],
    ['none in the French', 'Il est en CM2 ici.', 'He is in Year 6 here.', []],
    ['beside another', 'Il est 3 ans en CM2.', 'He is 3 years in Year 6.', []],
    ['not what the entry has', 'Il est en CM2 ici.', 'He is in Year 7 here.', ['missing-term', 'number-added']],
    ['not a number beside it', 'Il est en CM2 ici.', 'All 9 are in Year 6 here.', ['number-added']],
    ['not a lost one', 'Il est 3 ans en CM2.', 'He is in Year 6.', ['number-lost']],
    ['not a figure that tells it from others', 'Il lit l’article 6.', 'He reads Article 8.', ['number-changed']],
  ])('%s', (_what, source, target, rules) => {
    expect(rulesOf(source, target)).toEqual(rules);
  });
});

describe('sentences that are fewer or more than length explains', () => {
  /** So many sentences, so many signs in all. */
  const text = (count: number, signs: number) =>
    readPlain(`A${'a'.repeat(signs - 4 * count + 2)}.${' Aa.'.repeat(count - 1)}`);
  const told = (from: readonly [number, number], to: readonly [number, number]) =>
    sentenceCount.find({
      source: text(...from),
      target: text(...to),
      numbers: [],
      terms: [],
      names: [],
      quantities: [],
    });

  test.each<[string, readonly [number, number], readonly [number, number], boolean]>([
    ['two as one, in two thirds of the usual length', [2, 100], [1, 60], true],
    ['two as one, in more', [2, 100], [1, 61], false],
    ['two as one, as long as usual', [2, 100], [1, 90], false],
    ['four as three, a fifth shorter', [4, 100], [3, 70], true],
    ['four as three, a tenth shorter', [4, 100], [3, 81], false],
    ['four as two, in less than seven tenths', [4, 100], [2, 60], true],
    ['four as two, in three quarters', [4, 100], [2, 68], false],
    ['four as seven, in half as much again', [4, 100], [7, 137], true],
    ['four as seven, in less', [4, 100], [7, 128], false],
    ['one as two, twice as long', [1, 100], [2, 180], true],
    ['one as two, half as long again', [1, 100], [2, 135], false],
    ['as many, much shorter', [4, 100], [4, 20], false],
    ['six as three, much shorter', [6, 100], [3, 20], true],
  ])('%s', (_what, from, to, is) => {
    expect(told(from, to).map(({ message }) => message)).toEqual(
      is ? [`the French has ${from[0]} sentences, the English ${to[0]}; check that nothing is missing`] : [],
    );
  });
});

describe('signs that nobody sees', () => {
  const names = (text: string) => findHidden(text).map(({ name }) => name);
  test.each([
    ['a direction override', 'un \u202ejeton\u202c', ['U+202E', 'U+202C']],
    ['a zero-width space', 'je\u200bton', ['U+200B']],
    ['a byte order mark inside', 'je\ufeffton', ['U+FEFF']],
    ['a tag', 'jeton\u{e0041}', ['U+E0041']],
    ['a tag behind a flag that is whole', '🏴\u{e0067}\u{e0062}\u{e007f}\u{e0041}', ['U+E0041']],
    ['more tags than a flag has', `🏴${'\u{e0061}'.repeat(8)}`, ['U+E0061']],
    ['tags that make a flag', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}', []],
    ['a joiner between letters', 'je\u200dton', ['U+200D']],
    ['a joiner inside an emoji', '🧑‍💻 🕵️‍♂️', []],
    ['a soft hyphen', 'je\u00adton', []],
    ['no-break spaces', 'à\u00a0la\u202ffin', []],
  ])('%s', (_what, text, expected) => {
    expect(names(text)).toEqual(expected);
  });
});

describe('an acronym is spelled out at first mention', () => {
  const glossary = glossaryOf(
    "- fr: [mélange d'experts, MoE]\n  en: [mixture of experts, MoE]\n  id: moe\n- fr: [intelligence artificielle, IA]\n  en: [artificial intelligence, AI]\n- fr: ordinateur\n  en: [computer, PC]\n",
  );
  const findings = (pairs: readonly (readonly [string, string])[]) => {
    const article = parseArticle(`---\ntitle: T\n---\n\n${pairs.map(([source]) => source).join('\n\n')}\n`, 'fr.md');
    const po = [['T', 'T'], ...pairs].map(([source, target]) => `msgid "${source}"\nmsgstr "${target}"\n`).join('\n');
    const { units } = joinCatalogue(article.units, parseCatalogue(po, 'en.po'));
    return checkArticle({ slug: 'a', citation: article.citation, units }, glossary).findings.map(
      ({ rule, unit }) => `${unit} ${rule}`,
    );
  };
  test.each([
    [
      'spelled out',
      [
        ["le mélange d'experts (MoE)", 'mixture of experts (MoE)'],
        ['MoE', 'MoE'],
      ],
      [],
    ],
    [
      'not spelled out',
      [
        ["le mélange d'experts (MoE)", 'MoE'],
        ['MoE', 'MoE'],
      ],
      ['p2 first-mention'],
    ],
    ['the source does not spell it out either', [['le MoE', 'MoE']], []],
    ['many of them', [["des mélanges d'experts", 'MoEs']], ['p2 first-mention']],
    ['many of them, spelled out', [["des mélanges d'experts (MoE)", 'mixtures of experts (MoEs)']], []],
    ['it is made of other words', [['son ordinateur', 'his PC']], []],
    ['household acronyms need it not', [["l'intelligence artificielle", 'AI']], []],
    ['household acronyms with stops need it not either', [["l'intelligence artificielle", 'A.I.']], []],
    ['in square brackets', [["le mélange d'experts", 'mixture of experts [MoE]']], []],
    ['behind other words that begin with its letters', [["le mélange d'experts", 'Mélange of Experts (MoE)']], []],
    ['behind words that do not', [["le mélange d'experts", 'many good layers (MoE)']], ['p2 first-mention']],
    ['the source has the acronym and a word beside it', [['au modèle MoE', 'MoE']], []],
  ] as const)('%s', (_what, pairs, expected) => {
    expect(findings(pairs)).toEqual(expected);
  });
});

test('changing any one number of the shipped English gives exactly one finding', () => {
  const read = (name: string) =>
    readFileSync(new URL(`../../../../content/deepseek-r2/${name}`, import.meta.url), 'utf8');
  const source = parseArticle(read('fr.md'), 'fr.md');
  const { units } = joinCatalogue(source.units, parseCatalogue(read('en.po'), 'en.po'));
  const empty = glossaryOf('');
  const ruleCounts = units.flatMap((unit) => {
    const target = unit.target?.text ?? '';
    const figures = findQuantities(target, ENGLISH_NUMBERS).filter(
      ({ start, end, loose }) => !loose && /\d/.test(target.slice(start, end)),
    );
    return figures.map(({ start, end }) => {
      const changed = target.slice(start, end).replace(/\d/, (digit) => String((Number(digit) % 8) + 1));
      const other = {
        ...unit,
        target: readPlain(target.slice(0, start) + changed + target.slice(end)),
      };
      const { findings } = checkArticle({ slug: 'a', citation: source.citation, units: [other] }, empty);
      return `${unit.id} ${changed}: ${findings.filter(({ rule }) => rule.startsWith('number')).map(({ rule }) => rule)}`;
    });
  });
  expect([ruleCounts.length > 20, ruleCounts.filter((line) => !line.endsWith(': number-changed'))]).toEqual([true, []]);
});

test('a paragraph as long as an article has a pause between its numbers and each of its rules', () => {
  const french = '12 % des 14 puces, « oui ». '.repeat(50).trim();
  const { units, citation } = parseArticle(french, 'fr.md');
  const joined = joinCatalogue(units, parseCatalogue(`msgid "${french}"\nmsgstr "12 of them."\n`, 'en.po')).units;
  const work = articleSlices({ slug: 'a', citation, units: joined }, glossaryOf(''));
  const told: number[] = [];
  for (let turn = work.next(); turn.done !== true; turn = work.next()) told.push(told.length);
  expect(told.length).toBeGreaterThanOrEqual(12);
});
