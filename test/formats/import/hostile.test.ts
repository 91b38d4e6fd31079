import { describe, expect, test } from 'vitest';
import { importOutcomeOf } from '../../../src/formats/import/read-import.ts';

/** A small file of each kind of XML: what stands before its root, an attribute of a unit, and its French. */
type Xml = (french: string, head?: string, attribute?: string) => string;

const FILES: readonly (readonly [name: string, write: Xml])[] = [
  [
    'XLIFF 1.2',
    (french, head = '', attribute = '') =>
      `<?xml version="1.0"?>${head}<xliff version="1.2"><file source-language="fr" target-language="en" datatype="plaintext" original="x"><body><trans-unit id="1"${attribute}><source>${french}</source><target>b</target></trans-unit></body></file></xliff>`,
  ],
  [
    'XLIFF 2.1',
    (french, head = '', attribute = '') =>
      `<?xml version="1.0"?>${head}<xliff version="2.1" srcLang="fr" trgLang="en"><file id="f"><unit id="1"${attribute}><segment><source>${french}</source><target>b</target></segment></unit></file></xliff>`,
  ],
  [
    'TMX',
    (french, head = '', attribute = '') =>
      `<?xml version="1.0"?>${head}<tmx version="1.4"><header srclang="fr"/><body><tu${attribute}><tuv xml:lang="fr"><seg>${french}</seg></tuv><tuv xml:lang="en"><seg>b</seg></tuv></tu></body></tmx>`,
  ],
  [
    'TBX',
    (french, head = '', attribute = '') =>
      `<?xml version="1.0"?>${head}<martif type="TBX"><text><body><termEntry id="e"${attribute}><langSet xml:lang="fr"><tig><term>${french}</term></tig></langSet><langSet xml:lang="en"><tig><term>b</term></tig></langSet></termEntry></body></text></martif>`,
  ],
];

const outcomeOf = (text: string) => importOutcomeOf(Buffer.from(text), 'a.csv');
const frenchIn = (text: string) => {
  const { units, concepts } = outcomeOf(text);
  return [...units.map(({ source }) => source), ...concepts.map(({ fr }) => fr[0]?.text)];
};
const sentences = (text: string) => {
  const { refusal, problems, remarks } = outcomeOf(text);
  return [refusal, ...[...problems, ...remarks].map(({ message }) => message)].filter((one) => one !== '');
};

describe.each(FILES)('%s', (_name, write) => {
  test.each([
    [
      'entities of entities',
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>',
      '&c;',
    ],
    ['a file beside it', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', '&a;'],
    ['a parameter', '<!DOCTYPE x [<!ENTITY % a SYSTEM "http://a.invalid/a.dtd"> %a;]>', 'x'],
  ])('with %s is refused', (_what, head, french) => {
    expect(sentences(write(french, head))).toEqual([
      'cannot be read: a DOCTYPE with declarations is not read; delete them (line 1)',
    ]);
  });

  test('with a document type that is elsewhere is read, and nothing is asked for', () => {
    expect(frenchIn(write('a', '<!DOCTYPE x SYSTEM "http://a.invalid/a.dtd">'))).toEqual(['a']);
  });

  test.each([
    ['closed', (levels: number) => `${'<g>'.repeat(levels)}a${'</g>'.repeat(levels)}`],
    ['open', (levels: number) => '<g>'.repeat(levels)],
  ])('that nests 200,000 levels, %s, is refused', (_what, nest) => {
    expect(sentences(write(nest(200_000)))).toEqual(['cannot be read: this nests deeper than 100 levels (line 1)']);
  });

  test('with an attribute of a megabyte is read', () => {
    expect(frenchIn(write('a', '', ` n="${'y'.repeat(1e6)}"`))).toEqual(['a']);
  });

  test('that breaks off says so wherever it does', () => {
    const whole = write('jeton');
    const ends = Array.from({ length: Math.floor(whole.length / 5) - 1 }, (_, i) => 5 * (i + 1));
    expect(ends.filter((end) => sentences(whole.slice(0, end)).length === 0)).toEqual([]);
  });
});

const LONG = 'y'.repeat(10_000);
const head = (field: string) => `msgid ""\nmsgstr "${field}: ${LONG}\\n"\n\nmsgid "a"\nmsgstr "b"\n`;
const unit = (id: string, mark = '') => `<unit id="${id}"><segment><source>a${mark}</source></segment></unit>`;

test.each([
  ['a status', `fr,en,status\nj,t,${LONG}\n`],
  ['a header', `French ${'text '.repeat(2000)},definition\nx,y\n`],
  ['a column', `fr,en,${LONG}\nj,t\n`],
  ['a status of YAML', `- fr: a\n  en: [{term: b, status: ${LONG}}]\n`],
  ['a root', `<${LONG}/>`],
  ['a version', `<xliff version="${LONG}"/>`],
  ['a tag that is not closed', `<xliff version="1.2"><${LONG}>`],
  ['a tag of TBX', `<martif type="TBX"><${LONG}>`],
  ['a prefix', `<xliff version="1.2" ${LONG}:a="1"/>`],
  ['two units of one name', `<xliff version="2.1" srcLang="fr"><file id="f">${unit(LONG)}${unit(LONG)}</file></xliff>`],
  [
    'a name of data',
    `<xliff version="2.1" srcLang="fr"><file id="f">${unit('1', `<ph dataRef="${LONG}"/>`)}</file></xliff>`,
  ],
  ['a language', head('Language')],
  ['a language of the source', head('X-Source-Language')],
])('%s of 10,000 signs makes no long sentence', (_what, text) => {
  const lengths = sentences(text).map(({ length }) => length);
  expect([lengths.length > 0, lengths.filter((length) => length > 300)]).toEqual([true, []]);
});
