import { describe, expect, test } from 'vitest';
import { parseGlossaryCsv } from '../../../src/formats/glossary/csv.ts';
import { parseGlossaryTbx } from '../../../src/formats/glossary/tbx.ts';
import { readForbidden, readStatus } from '../../../src/formats/glossary/term-status.ts';
import type { GlossaryFile } from '../../../src/formats/glossary/yaml.ts';

/** `jeton = token, ~unit, -chip`: what is admitted, and what is ruled out; behind it what is said. */
function read({ concepts, problems }: GlossaryFile): string[] {
  const sign = { preferred: '', admitted: '~', deprecated: '-', superseded: '-' } as const;
  const list = (terms: (typeof concepts)[number]['fr']) =>
    terms.map(({ text, status }) => sign[status] + text).join(', ');
  return [
    ...concepts.map(({ fr, en }) => `${list(fr)} = ${list(en)}`),
    ...problems.map(({ message }) => `! ${message}`),
  ];
}
const table = (text: string, file = 'a.csv') => read(parseGlossaryCsv(text, file));
const UNKNOWN = (said: string) =>
  `! “${said}” is no status that is known here, so the term that has it is left out; write preferred, admitted, deprecated or superseded`;

test.each([
  ['禁止', 'unknown'],
  ['✗', 'unknown'],
  ['?', 'unknown'],
  ['en cours', 'unknown'],
  ['non validé', 'unknown'],
  ['–', null],
  ['n/a', null],
  ...['none', 'unspecified', 'n. d.', 'null', 'nil', 'aucun', 'Aucune', 'not applicable', 'sans objet'].map(
    (nothing) => [nothing, null] as const,
  ),
  ['validé', 'preferred'],
  ['incorrect', 'deprecated'],
  ['retired', 'superseded'],
] as const)('the status “%s” is %s', (said, status) => {
  expect(readStatus(said)).toBe(status);
});

test.each([
  ['✓', 'deprecated'],
  ['X', 'deprecated'],
  ...['yes', 'y', '1', 'o', 'vrai', 'ja', 'sí', 'sim', 's', 'checked'].map((yes) => [yes, 'deprecated'] as const),
  ...['no', 'n', 'non', 'faux', 'nein', 'não', 'unchecked'].map((no) => [no, null] as const),
  ['-', null],
  ['N/A', null],
  ['禁止', 'unknown'],
] as const)('“%s” in a column named forbidden is %s', (said, status) => {
  expect(readForbidden(said)).toBe(status);
});

describe('a third column that names a language', () => {
  const LEFT = (count: string, said: string) =>
    `! ${count} another language, “${said}”, and ${count.startsWith('1 ') ? 'is' : 'are'} left out; write a line “fr,en,definition” above where that is no language`;

  test.each([
    ['token,Token,DE\nlayer,Schicht,DE\n', [LEFT('2 rows name', 'DE')]],
    ['token,ficha,es-ES\n', [LEFT('1 row names', 'es-ES')]],
    ['token,Token,Deutsch\n', [LEFT('1 row names', 'Deutsch')]],
    ['token;gettone;it_IT\n', [LEFT('1 row names', 'it_IT')]],
    ['token,Token,DE\npuce,chip,\n', ['puce = chip', LEFT('1 row names', 'DE')]],
    ['token,Token,DE\npuce,chip,petit\n', ['puce = chip', LEFT('1 row names', 'DE')]],
    ['jeton,token,FR\nlayer,Schicht,DE\n', ['jeton = token', LEFT('1 row names', 'DE')]],
  ])('of others gives no entries, and says so: %j', (text, expected) => {
    expect(table(text)).toEqual(expected);
  });

  test.each([
    ['jeton,token,FR\nchip,puce,EN\n', ['jeton = token', 'puce = chip']],
    ['token,jeton,en-GB\npuce,chip,fr\ncouche,layer,fr\n', ['jeton = token', 'puce = chip', 'couche = layer']],
    ['jeton,token,FR\npuce,chip\n', ['jeton = token', 'puce = chip']],
    ['jeton,token,un mot\n', ['jeton = token']],
    ['jeton,token,n. m.\n', ['jeton = token']],
    ['jeton,token,DE ou FR selon le cas\n', ['jeton = token']],
    ['fr,en,de\njeton,token,Token\n', ['jeton = token']],
    ['fr,en,definition\ntoken,Token,DE\n', ['token = Token']],
  ])('of one of both is that of the first term in its row: %j', (text, expected) => {
    expect(table(text)).toEqual(expected);
  });
});

test('of many columns that are not read some are named', () => {
  const names = Array.from({ length: 100 }, (_, i) => `qqq${i}`);
  expect(table(`fr,en,${names.join()}\njeton,token\n`)).toEqual([
    'jeton = token',
    '! the columns “qqq0”, “qqq1”, “qqq2”, “qqq3”, “qqq4”, “qqq5”, “qqq6”, “qqq7” and 92 others are not read',
  ]);
});

test('a column of a long name that is not read is named shortly', () => {
  expect(table(`fr,en,${'q'.repeat(1e5)}\njeton,token\n`)[1]).toBe(`! the column “${'q'.repeat(60)}…” is not read`);
});

describe('a table', () => {
  test.each([
    ['fr,de\njeton,Token\n', '! 1 row has no English term, and is left out'],
    ['Deutsch;Englisch\nToken;token\n', '! 1 row has no French term, and is left out'],
    ['de-DE,es-ES\nToken,ficha\n', '! 1 row has no French term, and is left out'],
    ['allemand,German\n', 'allemand = German'],
  ])('of other languages gives no entries, and a pair of their names is one: %j', (text, expected) => {
    expect(table(text)).toEqual([expected]);
  });

  test.each([
    'Version anglaise,Version française',
    'LC_EN,LC_FR',
    'Englisch (Vereinigtes Königreich),Französisch (Frankreich)',
    'Inglês (EUA),Francês (França)',
    'Translation,Original',
    'Langue cible,Langue source',
    'English equivalent,French term',
    'Preferred English,Preferred French',
  ])('has “%s” for names of columns', (header) => {
    expect(table(`${header}\ntoken,jeton\n`)).toEqual(['jeton = token']);
  });

  test.each<[string, string, readonly string[]]>([
    ['terms ruled out', 'fr,en,Forbidden translation\njeton,token,chip\n', ['jeton = token, -chip']],
    ['several in a cell', 'fr,en,Anglais à éviter\njeton,token,chip; coin\n', ['jeton = token, -chip, -coin']],
    ['a yes beside a term', 'fr,en,Forbidden term\njeton,token,no\njeton,chip,yes\n', ['jeton = token, -chip']],
    ['our own word', 'fr,en,not\njeton,token,chip\n', ['jeton = token, -chip']],
    [
      'what is allowed',
      'fr,en,Allowed\njeton,token,yes\njeton,chip,no\njeton,coin,later\n',
      ['jeton = token, -chip', UNKNOWN('later')],
    ],
    ['a type', 'fr,en,type\njeton,token,\njeton,chip,forbidden\n', ['jeton = token, -chip']],
    ['other accepted terms', 'fr,en,Admitted English\njeton,token,unit\n', ['jeton = token, ~unit']],
    ['the language of an equivalent', 'Terme,Équivalent,Langue\njeton,token,anglais\n', ['jeton = token']],
    ['a term, and its French', 'term,translation_fr\ntoken,jeton\n', ['jeton = token']],
  ])('has a column of %s', (_what, text, expected) => {
    expect(table(text)).toEqual(expected);
  });

  test('has the language of each synonym in brackets', () => {
    expect(table('Terme;Équivalent étranger\njeton;token (en), tok (en)\n')).toEqual(['jeton = token, ~tok']);
  });

  test('has two titles, one with another sign than its rows', () => {
    expect(table('Glossaire IA, édition 2\n2026\nfr;en\njeton;token\n')).toEqual(['jeton = token']);
  });

  test.each([
    ['words behind it', '"jeton" dit\ttoken\n', ['"jeton" dit = token']],
    ['none that closes it', '"jeton\ttoken\npuce\tchip\n', ['"jeton = token', 'puce = chip']],
    ['inches', 'écran 15"\t15" screen\n', ['écran 15" = 15" screen']],
    ['a tab within', '"je\tton"\ttoken\n', ['je\tton = token']],
    ['a doubled one', '"je ""ton"""\t"token"\n', ['je "ton" = token']],
  ])('has a quotation mark between tabs, with %s', (_what, text, expected) => {
    expect(table(text, 'a.utf8')).toEqual(expected);
  });

  test.each([
    [
      'jeton\ttoken\n#x\ty\n#z\ty\n',
      '2 rows begin with “#”, as OmegaT’s remarks do, and are left out; write a space before the sign where it is part of a term',
    ],
    ['jeton\ttoken\npuce\t\nlot\t\n', '2 rows have no English term, and are left out'],
    ['jeton\ttoken\n\tchip\n\tbatch\n', '2 rows have no French term, and are left out'],
    [
      'source_lang\tsource\ttarget_lang\ttarget\nfr\tjeton\ten\ttoken\nde\tZug\ten\ttrain\nde\tTor\ten\tgate\n',
      '2 rows are left out, for want of a French and an English term',
    ],
  ])('has several rows that are left out: %j', (text, said) => {
    expect(table(text, 'a.utf8')).toEqual(['jeton = token', `! ${said}`]);
  });

  test('has rows that OmegaT takes for remarks, which are counted', () => {
    expect(table('# by hand\n#\njeton\ttoken\tnote\n#x\ty\n #mot\t#word\n', 'a.utf8')).toEqual([
      'jeton = token',
      '#mot = #word',
      '! 1 row begins with “#”, as OmegaT’s remarks do, and is left out; write a space before the sign where it is part of a term',
    ]);
  });
});

const tig = (term: string, more = '') => `<tig><term>${term}</term>${more}</tig>`;
const side = (language: string, terms: string) => `<langSet xml:lang="${language}">${terms}</langSet>`;
const tbx = (entry: string) =>
  read(
    parseGlossaryTbx(
      `<martif type="TBX"><text><body><termEntry id="c1">${entry}${side('fr', tig('jeton'))}</termEntry></body></text></martif>`,
      'a.tbx',
    ),
  );
const note = (type: string, said: string) => `<termNote type="${type}">${said}</termNote>`;

describe('TBX', () => {
  test.each([
    ['with a capital', note('AdministrativeStatus', 'forbidden')],
    ['of a name of its own', note('x-status', 'forbidden')],
    ['with a prefix', note('tbx:administrativeStatus', 'forbidden')],
    ['as a yes', note('x-tool-forbidden', 'true')],
    ['in another element', '<admin type="approvalStatus">rejected</admin>'],
    ['as a remark of one word', '<note>Obsolete</note>'],
    ['under another name', note('temporalQualifier', 'obsolete')],
  ])('has a status %s', (_what, said) => {
    expect(tbx(side('en', tig('token') + tig('chip', said)))).toEqual(['jeton = token, -chip']);
  });

  test.each([
    ['a remark of several', '<note>Never obsolete.</note>'],
    ['a step of its work', note('processStatus', 'finalized')],
    ['no', note('x-forbidden', 'false')],
  ])('has words that are no status: %s', (_what, said) => {
    expect(tbx(side('en', tig('token') + tig('chip', said)))).toEqual(['jeton = token, ~chip']);
  });

  test.each(['id', 'xml:id', 'xml:lang', 'lang', 'type'])(
    'has “obsolete” for the %s of a term, which is no status',
    (name) => {
      const chip = `<tig><term ${name}="obsolete">chip</term></tig>`;
      expect(tbx(side('en', tig('token') + chip))).toEqual(['jeton = token, ~chip']);
    },
  );

  test('has a status that no Latin letter says', () => {
    const chip = tig('chip', note('administrativeStatus', '禁止'));
    expect(tbx(side('en', tig('token') + chip))).toEqual(['jeton = token', UNKNOWN('禁止')]);
  });

  test.each([
    ['a language', side('en', note('usageStatus', 'forbidden') + tig('chip'))],
    ['an entry', `<admin type="administrativeStatus">forbidden</admin>${side('en', tig('chip'))}`],
  ])('has a status of %s, which is that of its terms', (_what, entry) => {
    expect(tbx(entry).at(-1)).toBe('! 1 entry has no English term that may be used, and is left out');
  });

  test('is told from the XML of another tool', () => {
    expect(read(parseGlossaryTbx('<mtf><conceptGrp/></mtf>', 'a.tbx'))).toEqual([
      '! this is no TBX, it begins with <mtf>; export it as TBX or as a table',
    ]);
  });
});
