import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/core/model/article.ts';
import { finish } from '../../../src/core/model/slices.ts';
import type { BilingualOptions } from '../../../src/formats/exchange/exchanged-units.ts';
import { tmxSlices } from '../../../src/formats/exchange/read-tmx.ts';
import { readXliff } from '../../../src/formats/exchange/read-xliff.ts';
import { writeTmx } from '../../../src/formats/exchange/tmx.ts';
import { writeXliff12 } from '../../../src/formats/exchange/xliff12.ts';
import { writeXliff21 } from '../../../src/formats/exchange/xliff21.ts';
import { articleOf, pairOf } from './articles.ts';
import { named, treeOf, xliffMistakes } from './xliff-rules.ts';

const OPTIONS: BilingualOptions = { version: '1.2.3' };
const whole = (pieces: Iterable<string>) => [...pieces].join('');

/** One of everything. */
const FULL = articleOf(
  'un-article',
  String.raw`---
title: "Un *titre*"
---

Un **mot** et un [*lien* <b>x</b>](https://a.fr/x?a=1&b=2 "Titre") ![plan](p.png)[^1].  
Une ligne \*ici\*, caf&eacute;, H<sub>2</sub>O, [là][a] {{< x >}}.

Deux fois.

Deux fois.

Du ~~code~~ \`ici\`.

Trois < quatre & "cinq".

- [x] fait
- [ ] à faire

| Nom | 2024 |
| --- | --- |
| oui | ✓ |

~~~python
x = 1  # *a*
~~~

<div class="a">

[^1]: Une *note*.

[a]: https://a.fr
`,
  `# note: Said with care.
# note: Twice.
msgid "Un *titre*"
msgstr "A *title*"

#, fuzzy
msgctxt "p4"
msgid "Deux fois."
msgstr "Twice."

msgid "Trois < quatre & \\"cinq\\"."
msgstr "Three < four & \\"five\\"."
`,
);

const WRITERS = [
  ['XLIFF 1.2', writeXliff12, '1.2'],
  ['XLIFF 2.1', writeXliff21, '2.1'],
  ['TMX', writeTmx, '1.4'],
] as const;

describe.each(WRITERS)('%s', (_name, write, version) => {
  test('is well-formed, and says its version', () => {
    const parser = new SaxesParser({ xmlns: true });
    const errors: string[] = [];
    const versions: (string | undefined)[] = [];
    parser.on('error', ({ message }) => errors.push(message));
    parser.on('opentag', ({ name, attributes }) => {
      if (name === 'xliff' || name === 'tmx') versions.push(attributes['version']?.value);
    });
    parser.write(whole(write({ ...FULL, ...pairOf('a\u0001\ufffe', 'b\u0001') }, OPTIONS))).close();
    expect([errors, versions]).toEqual([[], [version]]);
  });

  test('has text only where its format has some', () => {
    const allowed = /^(source|target|note|context|seg|prop|data|meta|bpt|ept|it|ph|g|pc|mrk|hi|sub)$/;
    const path: string[] = [];
    const found = new Set<string | undefined>();
    const parser = new SaxesParser();
    parser.on('opentag', ({ name }) => path.push(name));
    parser.on('closetag', () => path.pop());
    parser.on('text', (text) => text.trim() === '' || found.add(path.at(-1)));
    parser.write(whole(write(FULL, { ...OPTIONS, drafts: true }))).close();
    expect([[...found].filter((name) => !allowed.test(name ?? '')), found.size > 1]).toEqual([[], true]);
  });

  test('is the same bytes for the same article', () => {
    expect(whole(write(FULL, OPTIONS))).toBe(whole(write({ ...FULL, units: FULL.units.map(plain) }, OPTIONS)));
  });

  test('comes unit by unit', () => {
    expect([...write(FULL, { ...OPTIONS, drafts: true })].length).toBeGreaterThan(3);
  });
});

function plain({ targetPlace: _, ...unit }: Article['units'][number]): Article['units'][number] {
  return { ...unit, targetPlace: () => unit.place };
}

describe('XLIFF 2.1', () => {
  const text = whole(writeXliff21(FULL, OPTIONS));
  const tree = treeOf(text);

  test('obeys the rules of its core', () => {
    expect(xliffMistakes(text)).toEqual([]);
  });

  test('says its languages, and has a name', () => {
    const [xliff] = named(tree, 'xliff');
    const [file] = named(tree, 'file');
    expect([xliff?.attributes['srcLang'], xliff?.attributes['trgLang'], file?.attributes['id']]).toEqual([
      'fr',
      'en',
      'un-article',
    ]);
  });

  test('has no data that no mark uses', () => {
    for (const unit of named(tree, 'unit')) {
      const there = named(unit, 'data').map(({ attributes }) => attributes['id']);
      const used = named(unit, 'pc', 'ph').flatMap(({ attributes }) =>
        ['dataRef', 'dataRefStart', 'dataRefEnd'].flatMap((name) => attributes[name] ?? []),
      );
      expect(new Set(used)).toEqual(new Set(there));
    }
  });

  test('calls each mark by a type of the standard, or by one of ours', () => {
    const types = named(tree, 'pc', 'ph').map(({ attributes: { type, subType } }) => `${type} ${subType ?? '-'}`);
    expect(
      types.filter((type) => !/^(?:fmt (?:xlf:(?:b|i|lb)|vv:deleted)|(?:link|image) -|other vv:[a-z]+)$/.test(type)),
    ).toEqual([]);
  });

  test('has its states on segments', () => {
    const states = named(tree, 'segment').map(({ attributes }) => attributes['state']);
    expect(new Set(states)).toEqual(new Set(['final', 'translated', 'initial']));
  });

  test.each([
    ['&#x0085;', 'a\u0085b', 'a'],
    ['with several marks', 'Un *mot*. Deux `x`\u00a0! *Un* mot.', 'A *word*. Two `x`! *A* word.'],
    ['with marks in other sentences', 'Un *mot*. Deux mots.', 'A word. Two *words*.'],
    ['with marks in the target alone', 'Un mot. Deux mots.', 'A **word**. `Two` ~~words~~.'],
    ['with what XML cannot hold', 'Un\u0001 mot. *\ufffe*.', 'A \u0001word. *b*.'],
    ['with marks in marks', '***Un* mot**. [*Lien*](u "t").', '***A* word**. [*Link*](u "t").'],
  ])('obeys them %s', (_what, french, english) => {
    const article = pairOf(french, english);
    expect(xliffMistakes(whole(writeXliff21(article, OPTIONS)))).toEqual([]);
  });
});

describe('XLIFF 1.2', () => {
  const tree = treeOf(whole(writeXliff12(FULL, { ...OPTIONS, date: '2026-03-01T12:00:00Z' })));
  const units = named(tree, 'trans-unit');
  const byName = new Map(units.map((unit) => [unit.attributes['resname'], unit]));
  const said = (name: string) => {
    const unit = byName.get(name);
    const target = unit?.children.find((child) => child.name === 'target');
    return [unit?.attributes['approved'], target?.attributes['state']];
  };

  test('says what is reviewed, what is a draft, and what is untranslated', () => {
    expect([said('p1'), said('p4'), said('p6'), said('p2')]).toEqual([
      ['yes', 'signed-off'],
      [undefined, 'needs-review-translation'],
      ['yes', 'signed-off'],
      [undefined, undefined],
    ]);
  });

  test('tells equal texts apart', () => {
    const twins = FULL.units
      .filter(({ source }) => source.text === 'Deux fois.')
      .map(({ id }) => byName.get(id)?.attributes['id']);
    expect([twins.length, new Set(twins).size]).toEqual([2, 2]);
  });

  test('shows code, to be left as it is, and leaves out what reads the same in both languages', () => {
    const fixed = units
      .filter(({ attributes }) => attributes['translate'] === 'no')
      .map(({ attributes }) => attributes['restype']);
    const kinds = units.map(({ attributes }) => attributes['restype']);
    expect([fixed, kinds.includes('x-aside'), kinds.filter((kind) => kind === 'x-cell').length]).toEqual([
      ['x-code'],
      false,
      2,
    ]);
  });

  test('has the date that it is given, and no other', () => {
    const dates = [named(tree, 'file')[0]?.attributes['date'], /date/.test(whole(writeXliff12(FULL, OPTIONS)))];
    expect(dates).toEqual(['2026-03-01T12:00:00Z', false]);
  });

  test('calls marks what its schema allows', () => {
    const { units } = pairOf('*a* **b** ~~c~~ [d](u) ![e](f.png) `g` <https://a.fr> [](u) ![](h.png)\\\ni<br>', '');
    const marks = treeOf(whole(writeXliff12({ ...FULL, units }, OPTIONS)));
    const types = (name: string) => named(marks, name).map(({ attributes }) => attributes['ctype'] ?? '');
    expect(types('bpt').filter((type) => !/^(?:italic|bold|link|x-[a-z]+)$/.test(type))).toEqual([]);
    expect(types('ph').filter((type) => !/^(?:lb|image|x-[a-z]+)$/.test(type))).toEqual([]);
    expect([types('bpt').length, types('ph').length]).toEqual([5, 6]);
  });

  test('keeps the blanks of every text', () => {
    expect(units.filter(({ attributes }) => attributes['xml:space'] !== 'preserve')).toEqual([]);
  });

  test('has the French where the English is to come, where that is asked for, and reads it as none', () => {
    const text = whole(writeXliff12(FULL, { ...OPTIONS, prefill: true }));
    const open = readXliff(text, 'a.xlf').units.filter(({ state }) => state === 'initial');
    expect([text.split('state="needs-translation"').length - 1, open.length - 1]).toEqual([
      open.length - 1,
      open.length - 1,
    ]);
    expect(open.filter(({ target }) => target !== null)).toEqual([]);
  });
});

describe('TMX', () => {
  test('says all that a header must', () => {
    const [header] = named(treeOf(whole(writeTmx(FULL, { ...OPTIONS, date: '2026-03-01T12:00:00.000Z' }))), 'header');
    expect(header?.attributes).toEqual({
      ...{ creationtool: 'visavis', creationtoolversion: '1.2.3', segtype: 'paragraph', 'o-tmf': 'visavis' },
      ...{ adminlang: 'en', srclang: 'fr', datatype: 'plaintext', creationdate: '20260301T120000Z' },
    });
  });

  test('leaves drafts out unless they are asked for', () => {
    const counts = [false, true].map(
      (drafts) => finish(tmxSlices(whole(writeTmx(FULL, { ...OPTIONS, drafts })), 'a.tmx')).units.length,
    );
    expect(counts).toEqual([2, 3]);
  });

  test('has no tag where none is wanted', () => {
    const tree = treeOf(whole(writeTmx(pairOf('Un **mot** `x`\\*', 'A **word** `x`\\*'), { ...OPTIONS, plain: true })));
    expect(named(tree, 'seg').flatMap(({ children }) => children)).toEqual([]);
  });
});

describe('marks of both sides that belong together have one number', () => {
  const numbers = (french: string, english: string) => {
    const tree = treeOf(whole(writeXliff12(pairOf(french, english), OPTIONS)));
    const unit = named(tree, 'trans-unit').find(({ attributes }) => attributes['resname'] === 'p2');
    return unit?.children.slice(0, 2).map((side) =>
      named(side, 'bpt', 'ph')
        .map(({ attributes }) => attributes['id'])
        .join(' '),
    );
  };
  test.each([
    ['in the same order', '*a* **b**', '*A* **B**', ['1 2', '1 2']],
    ['in another', '*a* **b** `c`', '`c` **B** *A*', ['1 2 3', '3 2 1']],
    ['twice the same', '*a* *b*', '*A* *B* *C*', ['1 2', '1 2 3']],
    ['one alone here', '*a*', 'A', ['1', '']],
    ['one alone there', 'a `b`', '*A* `b`', ['1', '2 1']],
    ['links that lead elsewhere', '[a](u) [b](v)', '[B](v) [A](w)', ['1 2', '2 1']],
    ['emphasis with other signs', '*a*', '_A_', ['1', '1']],
    ['other code', '`a`', '`b`', ['1', '2']],
    ['in each other', '**[a](u) *b***', '[**A *B***](u)', ['1 2 3', '2 1 3']],
  ])('%s', (_what, french, english, found) => {
    expect(numbers(french, english)).toEqual(found);
  });
});

test('a unit keeps its name when it moves', () => {
  const keys = (french: string) => {
    const { units } = readXliff(whole(writeXliff12(articleOf('a', `# T\n\n${french}`), OPTIONS)), 'a.xlf');
    return new Map(units.map(({ source, key }) => [source, key]));
  };
  const [before, after] = [keys('Un.\n\nDeux.'), keys('Zéro.\n\nDeux.\n\nUn.')];
  expect([after.get('Un.'), after.get('Deux.')]).toEqual([before.get('Un.'), before.get('Deux.')]);
});
