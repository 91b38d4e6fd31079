import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../../src/core/checks/problem.ts';
import { parseGlossaryCsv } from '../../../src/formats/glossary/csv.ts';
import { openCsv } from '../../../src/formats/glossary/csv-cursor.ts';
import { parseGlossaryTbx } from '../../../src/formats/glossary/tbx.ts';
import type { GlossaryFile } from '../../../src/formats/glossary/yaml.ts';
import { rounds } from '../../rounds.ts';

/** Entries in a form that reads well: `token: jeton = token (preferred)`. */
function entries({ concepts }: GlossaryFile): string[] {
  return concepts.map(
    ({ id, fr, en }) =>
      `${id}: ${fr.map(({ text }) => text).join(', ')} = ${en.map(({ text, status }) => `${text} (${status})`).join(', ')}`,
  );
}

function rowsOf(text: string): string[][] {
  const rows = openCsv(text, ',', 'a.csv');
  const table: string[][] = [];
  while (rows.next()) table.push(Array.from({ length: rows.count }, (_, column) => rows.text(column)));
  return table;
}

describe('a table of terms', () => {
  test.each([
    [
      'DeepL’s two columns',
      'a.csv',
      'jeton,token\npuce,chip\n',
      ['token: jeton = token (preferred)', 'chip: puce = chip (preferred)'],
    ],
    ['tabs', 'a.tsv', 'jeton\ttoken\n', ['token: jeton = token (preferred)']],
    [
      'semicolons',
      'a.csv',
      'jeton;token\npuce;chip\n',
      ['token: jeton = token (preferred)', 'chip: puce = chip (preferred)'],
    ],
    ['OmegaT’s three columns', 'a.tsv', 'jeton\ttoken\tunit of text\n', ['token: jeton = token (preferred)']],
    [
      'a header in another order',
      'a.csv',
      'en,definition,fr\ntoken,Unit.,jeton\n',
      ['token: jeton = token (preferred)'],
    ],
    [
      'Weblate’s header',
      'a.csv',
      '"location","source","target","ID","fuzzy","context","translator_comments","developer_comments"\n"","jeton","token","","","","",""\n',
      ['token: jeton = token (preferred)'],
    ],
    [
      'quotes, commas and doubled quotes',
      'a.csv',
      '"jeton, dit ""textuel""","token"\n',
      ['token: jeton, dit "textuel" = token (preferred)'],
    ],
    ['a line break in quotes', 'a.csv', '"je\nton",token\n', ['token: je\nton = token (preferred)']],
    [
      'CRLF and a byte order mark',
      'a.csv',
      '\ufeffjeton,token\r\npuce,chip\r\n',
      ['token: jeton = token (preferred)', 'chip: puce = chip (preferred)'],
    ],
    [
      'a second rendering is admitted',
      'a.csv',
      'jeton,token\nJeton,text token\n',
      ['token: jeton = token (preferred), text token (admitted)'],
    ],
    [
      'one English term of two entries',
      'a.csv',
      'puce,chip\njeton,chip\n',
      ['chip: puce = chip (preferred)', 'chip-jeton: jeton = chip (preferred)'],
    ],
    ['empty lines', 'a.csv', '\n\njeton,token\n\n', ['token: jeton = token (preferred)']],
    ['no line break at the end', 'a.csv', 'jeton,token', ['token: jeton = token (preferred)']],
    ['a word such as constructor', 'a.csv', 'constructor,toString\n', ['tostring: constructor = toString (preferred)']],
  ])('%s', (_what, file, text, expected) => {
    expect(entries(parseGlossaryCsv(text, file))).toEqual(expected);
  });

  test.each([
    [
      'an empty target',
      'jeton,\npuce,chip\n',
      ['a.csv:1:1: info not-read: 1 row has no English term, and is left out'],
    ],
    [
      'empty sources',
      'puce,chip\n,token\n,set\n',
      ['a.csv:2:1: info not-read: 2 rows have no French term, and are left out'],
    ],
    [
      'a first row that names one column of two',
      'source,autre\njeton,token\n',
      [
        'a.csv:1:1: error csv: “source” reads like the name of a column, and no column is named for the other language; name them fr and en, or write a line “fr,en” above',
      ],
    ],
    [
      'a quotation mark left open',
      'puce,chip\n"jeton,token\n',
      ['a.csv:2:1: error csv: this quotation mark is never closed; close it, or double it inside a field'],
    ],
  ])('%s is a problem with its place', (_what, text, problems) => {
    expect(parseGlossaryCsv(text, 'a.csv').problems.map(formatProblem)).toEqual(problems);
  });

  test('definitions come along, each with its line', () => {
    const [, puce] = parseGlossaryCsv('fr,en,definition\njeton,token,Unit.\npuce,chip,Circuit.\n', 'a.csv').concepts;
    expect([puce?.definition, puce?.place]).toEqual(['Circuit.', { file: 'a.csv', line: 3, column: 1 }]);
  });

  test.each([
    ['a line break in quotes', 'jeton,"token\nunit"\npuce,chip\n', [1, 3]],
    ['two of them', '"je\n\nton",token\npuce,chip\n', [1, 4]],
    ['one of two signs', 'jeton,"token\r\nunit"\r\npuce,chip\r\n', [1, 3]],
    ['the old one of one sign', 'jeton,"token\runit"\rpuce,chip\r', [1, 3]],
    ['a doubled quotation mark before it', '"a ""b""\nc",token\npuce,chip\n', [1, 3]],
    ['none in quotes', '"jeton","token"\n"puce","chip"\n', [1, 2]],
  ])('lines are counted behind %s', (_what, text, lines) => {
    expect(parseGlossaryCsv(text, 'a.csv').concepts.map(({ place }) => place.line)).toEqual(lines);
  });

  test('columns are counted from the line a field begins on, not the one its row does', () => {
    const [, bad] = parseGlossaryCsv('"je\nton",token\n"a\nb",\n', 'a.csv').problems.concat(
      parseGlossaryCsv('a,"b\nc","d\n', 'a.csv').problems,
    );
    expect([bad?.line, bad?.column]).toEqual([2, 4]);
  });

  test.each([
    ['the French column twice', 'source,source\njeton,token\n', 'source = source (preferred)'],
    ['only the English column', 'anglais,english\njeton,token\n', 'anglais = english (preferred)'],
    ['no column', 'jeton,token\npuce,chip\n', 'jeton = token (preferred)'],
  ])('a first row that names %s is a row like the others', (_what, text, first) => {
    const all = entries(parseGlossaryCsv(text, 'a.csv'));
    expect([all.length, all[0]?.replace(/^.*?: /, '')]).toEqual([2, first]);
  });

  test('what is written is read back', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r', ' ', ';'), minLength: 1 })
      .map((text) => `x${text}x`);
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), (table) => {
        const text = table.map((row) => row.map((field) => `"${field.replaceAll('"', '""')}"`).join(',')).join('\n');
        expect(rowsOf(text)).toEqual(table);
      }),
    );
  });

  test('a million columns end in time', () => {
    expect(parseGlossaryCsv(`jeton,token${','.repeat(1_000_000)}\n`, 'a.csv').concepts.length).toBe(1);
  });
});

const V2 = `<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body>
<termEntry id="c1"><descrip type="subjectField">AI</descrip><descrip type="definition">Unit &amp; more.</descrip>
<langSet xml:lang="fr-FR"><tig><term>jeton</term><termNote type="partOfSpeech">noun</termNote></tig></langSet>
<langSet xml:lang="en-US"><ntig><termGrp><term>token</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp></ntig>
<tig><term>chip</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet></termEntry>
</body></text></martif>`;
const V3 = `<?xml version="1.0"?>
<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
<conceptEntry id="c1"><min:subjectField>AI</min:subjectField><basic:definition>Unit &amp; more.</basic:definition>
<langSec xml:lang="fr"><termSec><term>jeton</term><min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec>
<langSec xml:lang="en"><termSec><term>token</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
<termSec><term>chip</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec></langSec></conceptEntry>
</body></text></tbx>`;

describe('TBX', () => {
  test.each([
    ['version 2', V2],
    ['version 3', V3],
  ])('%s', (_version, text) => {
    const read = parseGlossaryTbx(text, 'a.tbx');
    const [concept] = read.concepts;
    expect([entries(read), concept?.definition, concept?.domain, concept?.place.line, read.problems]).toEqual([
      ['token: jeton = token (preferred), chip (deprecated)'],
      'Unit & more.',
      'AI',
      concept?.place.line,
      [],
    ]);
  });

  test('entries without one of the languages are one remark with the line of the first', () => {
    const other = V3.replace('<langSec xml:lang="fr">', '<langSec xml:lang="de">');
    const entry = other.slice(other.indexOf('<conceptEntry'), other.indexOf('</body>'));
    expect(parseGlossaryTbx(other.replace(entry, entry + entry), 'a.tbx').problems.map(formatProblem)).toEqual([
      expect.stringMatching(
        /^a\.tbx:3:\d+: info not-read: 2 entries have no French term that may be used, and are left out$/,
      ),
    ]);
  });

  /** What a hostile file may hold; each ends in a problem, nothing is opened or expanded. */
  test.each([
    ['an external entity', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><martif>&e;</martif>'],
    ['a billion laughs', '<!DOCTYPE x [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><martif>&b;</martif>'],
    ['an undefined entity', '<martif>&e;</martif>'],
    ['depth', '<a>'.repeat(100_000)],
    ['an open tag', '<martif><text>'],
    ['no XML', 'jeton,token'],
    ['a stray sign', '<martif><a b=c/></martif>'],
  ])('%s', (_what, text) => {
    const read = parseGlossaryTbx(text, 'a.tbx');
    expect([read.concepts, read.problems.length, read.problems[0]?.message.includes('root:')]).toEqual([[], 1, false]);
  });
});

test('whatever a file holds, reading it ends', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '/',
    'term',
    '<term>',
    '</term>',
    '<termEntry>',
    '"',
    '&',
    ';',
    ',',
    '\n',
    '\t',
    'é',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<?',
    '?>',
    '\u0000',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 50 }), (pieces) => {
      const text = pieces.join('');
      for (const { problems } of [parseGlossaryTbx(text, 'a.tbx'), parseGlossaryCsv(text, 'a.csv')]) {
        expect(problems.every(({ line, column }) => line >= 1 && column >= 1)).toBe(true);
      }
    }),
    { numRuns: rounds(200, 5000) },
  );
});
