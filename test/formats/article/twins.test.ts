import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finish } from '../../../src/core/model/slices.ts';
import { joinCatalogue, parseCatalogue } from '../../../src/formats/article/catalogue.ts';
import { parseArticle } from '../../../src/formats/article/markdown.ts';
import { editCatalogue } from '../../../src/formats/article/po-edit.ts';
import { proofSlices } from '../../../src/formats/article/po-proof.ts';
import { rounds } from '../../rounds.ts';

/** An article whose paragraphs read so; the first is `p2`. */
const article = (...paragraphs: string[]) =>
  parseArticle(`---\ntitle: T\n---\n\n${paragraphs.join('\n\n')}\n`, 'fr.md').units;
const message = (context: string | null, id: string, text: string, lead = '') =>
  `${context === null ? '' : `${lead}msgctxt "${context}"\n`}${lead}msgid "${id}"\n${lead}msgstr "${text}"\n`;
const obsolete = (context: string | null, id: string, text: string) => message(context, id, text, '#~ ');
const HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n';
const catalogue = (...messages: string[]) => [HEADER, ...messages].join('\n');
const targets = (units: ReturnType<typeof article>, text: string) =>
  joinCatalogue(units, parseCatalogue(text, 'en.po'))
    .units.slice(1)
    .map(({ target }) => target?.text ?? null);
const edit = (unit: string, target: string, expected = '', previous: string | null = null) => ({
  ...{ unit, target, expected, previous, state: 'reviewed' as const },
  comments: [],
});

describe('equal paragraphs take their English by msgctxt', () => {
  const far = article('Fin.', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'Fin.');
  const first = (list: (string | null)[]) => [list[0], list.at(-1)];

  test.each([
    ['in the order of the article', ['p2', 'One.'], ['p10', 'Two.'], ['One.', 'Two.']],
    ['sorted by another tool, p10 before p2', ['p10', 'Two.'], ['p2', 'One.'], ['One.', 'Two.']],
    ['only the second is named', [null, 'One.'], ['p10', 'Two.'], ['One.', 'Two.']],
    ['only the second is named, and stands first', ['p10', 'Two.'], [null, 'One.'], ['One.', 'Two.']],
    ['names of another tool: the order', ['menu', 'One.'], ['bar', 'Two.'], ['One.', 'Two.']],
    ['a paragraph was put in before: the order of the names', ['p11', 'Two.'], ['p3', 'One.'], ['One.', 'Two.']],
  ] as const)('%s', (_what, [a, one], [b, two], wanted) => {
    expect(first(targets(far, catalogue(message(a, 'Fin.', one), message(b, 'Fin.', two))))).toEqual(wanted);
  });

  test.each([
    ['the only message is the second’s', far, [['p10', 'Two.']], [null, 'Two.']],
    [
      'the first of the two was deleted',
      article('b', 'c', 'd', 'e', 'f', 'g', 'h', 'Fin.'),
      [
        ['p2', 'One.'],
        ['p10', 'Two.'],
      ],
      [null, 'Two.'],
    ],
    [
      'the second of the two was deleted',
      article('Fin.', 'b'),
      [
        ['p10', 'Two.'],
        ['p2', 'One.'],
      ],
      ['One.', null],
    ],
    [
      'neighbours, both moved by one',
      article('a', 'Fin.', 'Fin.'),
      [
        ['p2', 'One.'],
        ['p3', 'Two.'],
      ],
      [null, 'Two.'],
    ],
  ] as const)('%s', (_what, units, messages, wanted) => {
    const text = catalogue(...messages.map(([context, target]) => message(context, 'Fin.', target)));
    expect(first(targets(units, text))).toEqual(wanted);
  });

  test('thousands of equal paragraphs end in time', () => {
    const [, one] = article('…');
    const units = Array.from({ length: 20_000 }, (_, i) => ({ ...(one as (typeof far)[number]), id: `p${i + 2}` }));
    const text = catalogue(...Array.from({ length: 9000 }, (_, i) => message(`p${2 * i + 2}`, '…', `${i}`)));
    expect(targets(units, text).slice(0, 4)).toEqual([null, '1', null, '2']);
  });
});

describe('a paragraph kept as obsolete comes back', () => {
  const units = article('Un.', 'Deux.');
  const text = catalogue(obsolete(null, 'Deux.', 'Two.'));

  test('as a draft, for somebody to look at', () => {
    const { units: joined, problems } = joinCatalogue(units, parseCatalogue(text, 'en.po'));
    expect([joined.map(({ state, target }) => `${state} ${target?.text}`), problems]).toEqual([
      ['initial undefined', 'initial undefined', 'translated Two.'],
      [],
    ]);
  });

  test('saved, it is a message again, and stands once', () => {
    expect(editCatalogue(text, units, [edit('p3', 'Two of them.', 'Two.')]).text).toBe(
      catalogue(message(null, 'Deux.', 'Two of them.')),
    );
  });

  test('with its comments, its context and what is noted of its French', () => {
    const old = '# note: a note\n#~| msgid "Deux"\n#~ msgctxt "x"\n#~ msgid ""\n#~ "Deux."\n#~ msgstr "Two."\n';
    const { text: now } = editCatalogue(catalogue(old), units, [edit('p3', '2', 'Two.')]);
    expect(now).toBe(catalogue('# note: a note\nmsgctxt "x"\nmsgid ""\n"Deux."\nmsgstr "2"\n'));
  });

  test('not where the paragraph has a message of its own', () => {
    const both = catalogue(message(null, 'Deux.', 'Pair.'), obsolete('old', 'Deux.', 'Two.'));
    expect(targets(units, both)).toEqual([null, 'Pair.']);
  });

  test('an obsolete message without English brings nothing back', () => {
    expect(targets(units, catalogue(obsolete(null, 'Deux.', '')))).toEqual([null, null]);
  });
});

describe('no text stands twice without a context of its own', () => {
  const contexts = (text: string) => [...text.matchAll(/^msgctxt "(.*)"$/gm)].map(([, name]) => name);

  test('two equal paragraphs written at once', () => {
    const { text } = editCatalogue(null, article('Fin.', 'Fin.'), [edit('p2', 'One.'), edit('p3', 'Two.')]);
    expect([contexts(text), targets(article('Fin.', 'Fin.'), text)]).toEqual([
      ['p2', 'p3'],
      ['One.', 'Two.'],
    ]);
  });

  test('a paragraph edited into the twin of another', () => {
    const units = article('Le jeton coûte peu.', 'Le jeton coûte peu.');
    const before = catalogue(
      message(null, 'Le jeton coûte peu.', 'It costs little.'),
      message(null, 'Le jeton coûte très peu.', 'It costs very little.'),
    );
    const one = edit('p3', 'Cheap.', 'It costs very little.');
    const { text } = editCatalogue(before, units, [one]);
    expect([contexts(text), targets(units, text)]).toEqual([['p3'], ['It costs little.', 'Cheap.']]);
  });

  test('a name that is taken by an older number is evaded', () => {
    const units = article('a', 'Fin.', 'Fin.', 'Fin.');
    const before = catalogue(message('p3', 'Fin.', 'One.'), message('p4', 'Fin.', 'Two.'));
    const missing = targets(units, before).indexOf(null, 1);
    const { text } = editCatalogue(before, units, [edit(`p${missing + 2}`, 'New.')]);
    expect([new Set(contexts(text)).size, targets(units, text).filter((one) => one === 'New.').length]).toEqual([3, 1]);
  });

  test('a message that nobody needs and that reads the same', () => {
    const before = catalogue(message('menu', 'Fin.', 'End.'), obsolete(null, 'Fin.', 'The end.'));
    const units = article('Fin.', 'Fin.');
    const { text } = editCatalogue(before, units, [edit('p3', 'Finis.', 'The end.')]);
    expect(targets(units, text)).toEqual(['End.', 'Finis.']);
  });

  test('a paragraph that is no more is not acknowledged', () => {
    expect(editCatalogue(null, article('a'), [edit('p9', 'x')]).refused).toEqual(['p9']);
  });
});

describe('a save is proved before it is made', () => {
  const units = article('Un.', 'Deux.');
  const before = catalogue(message(null, 'Un.', 'One.'), message(null, 'Deux.', 'Two.'), obsolete(null, 'x', 'X.'));
  const edits = [edit('p2', 'First.', 'One.')];
  const right = editCatalogue(before, units, edits).text;
  const proves = (after: string) => finish(proofSlices({ before, after, units, edits }));

  test.each([
    ['as it was written', right, true],
    ['with a byte of another message gone', right.replace('Two.', 'Tw.'), false],
    ['with another message gone', right.replace(/\nmsgid "Deux."\nmsgstr ".*"\n/, ''), false],
    ['with an obsolete one gone', right.replace(/#~.*\n/g, ''), false],
    ['with a message more', `${right}\nmsgid "y"\nmsgstr "Y."\n`, false],
    ['with another target', right.replace('First.', 'First'), false],
    ['as a draft', right.replace('msgid "Un."', '#, fuzzy\nmsgid "Un."'), false],
    ['with a comment more on another', right.replace('msgid "Deux."', '# z\nmsgid "Deux."'), false],
    ['cut short', right.slice(0, right.indexOf('Deux')), false],
    ['not at all', before, false],
  ])('%s', (_what, after, isProved) => {
    expect(proves(after)).toBe(isProved);
  });
});

const has = (tool: string) => spawnSync(tool, ['--version']).status === 0;
const gettext = (tool: string, args: string[], input: string) =>
  spawnSync(tool, [...args, '-o', '-', '-'], { input, encoding: 'utf8', maxBuffer: 1e8 });

describe.skipIf(!has('msgfmt') || !has('msgcat'))(
  'with the gettext tools (skipped where they are not installed)',
  () => {
    const fatal = (text: string) =>
      gettext('msgfmt', ['--check-format'], text)
        .stderr.split('\n')
        .filter((line) => /error|duplicate/.test(line));

    test('whatever is saved over whatever was there, msgfmt takes it, and sorting moves nothing', {
      timeout: 60_000,
    }, () => {
      const name = fc.constantFrom('Un.', 'Deux.', 'Fin.');
      const context = fc.constantFrom(null, 'p2', 'p3', 'p4', 'menu');
      const old = fc.uniqueArray(fc.tuple(context, name, fc.boolean()), {
        maxLength: 5,
        selector: ([one, two]) => `${one} ${two}`,
      });
      fc.assert(
        fc.property(fc.array(name, { minLength: 3, maxLength: 4 }), old, (paragraphs, messages) => {
          const units = article(...paragraphs);
          const before = catalogue(
            ...messages.map(([ctx, id, gone], i) => (gone ? obsolete(ctx, id, `${i}.`) : message(ctx, id, `${i}.`))),
          );
          const edits = targets(units, before).map((target, i) => edit(`p${i + 2}`, `New ${i}.`, target ?? ''));
          const { text } = editCatalogue(before, units, edits);
          const wanted = edits.map(({ target }) => target);
          const sorted = gettext('msgcat', ['--sort-output'], text).stdout;
          expect([fatal(text), targets(units, text), targets(units, sorted)]).toEqual([[], wanted, wanted]);
          expect(finish(proofSlices({ before, after: text, units, edits }))).toBe(true);
        }),
        { numRuns: rounds(8, 125) },
      );
    });

    test('a part of it saved: what is acknowledged is right, and hardly anything is refused', {
      timeout: 60_000,
    }, () => {
      const name = fc.constantFrom('Un.', 'Deux.');
      const context = fc.constantFrom(null, 'p1', 'p2', 'p3', 'p4', 'p5', 'menu');
      const old = fc.uniqueArray(fc.tuple(context, name, fc.boolean()), {
        maxLength: 5,
        selector: ([one, two]) => `${one} ${two}`,
      });
      let [made, refused] = [0, 0];
      fc.assert(
        fc.property(fc.array(name, { minLength: 3, maxLength: 4 }), old, fc.nat(3), (paragraphs, messages, which) => {
          const units = article(...paragraphs);
          const before = catalogue(
            ...messages.map(([ctx, id, gone], i) => (gone ? obsolete(ctx, id, `${i}.`) : message(ctx, id, `${i}.`))),
          );
          const was = targets(units, before);
          const at = which % units.length === 0 ? 0 : which % (units.length - 1);
          const edits = [edit(`p${at + 2}`, 'New.', was[at] ?? '')];
          const { text } = editCatalogue(before, units, edits);
          made += 1;
          if (!finish(proofSlices({ before, after: text, units, edits }))) {
            refused += 1;
            return;
          }
          expect(targets(units, text)).toEqual(was.with(at, 'New.'));
        }),
        { numRuns: rounds(80, 1250) },
      );
      expect(refused / made).toBeLessThan(0.02);
    });

    test('a block of code that begins with an empty line', () => {
      const units = parseArticle('---\ntitle: T\n---\n\n```\n\nx = 1\n```\n', 'fr.md').units;
      expect([units[1]?.source.text, fatal(editCatalogue(null, units, [edit('p2', 'x = 1')]).text)]).toEqual([
        '\nx = 1',
        [],
      ]);
    });
  },
);
