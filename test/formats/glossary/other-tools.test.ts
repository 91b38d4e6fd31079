import { describe, expect, test } from 'vitest';
import { parseGlossaryCsv } from '../../../src/formats/glossary/csv.ts';
import { parseGlossaryTbx } from '../../../src/formats/glossary/tbx.ts';
import { readForbidden, readMarks, readStatus } from '../../../src/formats/glossary/term-status.ts';
import type { GlossaryFile } from '../../../src/formats/glossary/yaml.ts';

/**
 * What is in use and what is said: `jeton = token, -chip`; a minus rules out, a plus prefers where another is first.
 */
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

describe('the status of a term', () => {
  test.each([
    ['preferredTerm-admn-sts', 'preferred'],
    ['preferred', 'preferred'],
    ['Recommandé', 'preferred'],
    ['standardizedTerm', 'preferred'],
    ['admittedTerm-admn-sts', 'admitted'],
    ['allowed', 'admitted'],
    ['toléré', 'admitted'],
    ['deprecatedTerm-admn-sts', 'deprecated'],
    ['forbidden', 'deprecated'],
    ['Forbidden', 'deprecated'],
    ['not recommended', 'deprecated'],
    ['notRecommended', 'deprecated'],
    ['NOT_RECOMMENDED', 'deprecated'],
    ['rejected', 'deprecated'],
    ['à éviter', 'deprecated'],
    ['Do not use', 'deprecated'],
    ['supersededTerm', 'superseded'],
    ['obsolete', 'superseded'],
    ['vieilli', 'superseded'],
    ['', null],
    ['  ', null],
    ['in review', 'unknown'],
    ['preferably not', 'unknown'],
    ['constructor', 'unknown'],
  ] as const)('“%s” is %s', (said, status) => {
    expect(readStatus(said)).toBe(status);
  });

  test.each([
    ['TRUE', 'deprecated'],
    ['oui', 'deprecated'],
    ['x', 'deprecated'],
    ['forbidden', 'deprecated'],
    ['False', null],
    ['0', null],
    ['', null],
    ['perhaps', 'unknown'],
  ] as const)('“%s” in a column named forbidden is %s', (said, status) => {
    expect(readForbidden(said)).toBe(status);
  });

  test.each([
    ['CasePermissive;HalfPrefix;Forbidden', 'deprecated'],
    ['read-only, forbidden', 'deprecated'],
    ['CasePermissive', null],
    ['AVOID, see the note', 'deprecated'],
    ['AVOID, see the long note', null],
    ['', null],
  ] as const)('the marks “%s” say %s', (said, status) => {
    expect(readMarks(said)).toBe(status);
  });
});

test('a term is not read as its own grammar', () => {
  const { concepts } = parseGlossaryCsv('féminin,feminine\n', 'a.csv');
  expect(concepts[0]?.fr.map(({ text, gender }) => [text, gender])).toEqual([['féminin', null]]);
});

describe('a table of another tool is read for what it says', () => {
  test.each<[string, string, readonly string[]]>([
    ['DeepL’s four columns', 'jeton,token,fr,en\npuce,chip,FR,EN\n', ['jeton = token', 'puce = chip']],
    ['its five', 'jeton,token,fr-FR,en-US,0.8\n', ['jeton = token']],
    ['the other way round', 'token,jeton,EN,FR\n', ['jeton = token']],
    [
      'with a header and rows of other languages',
      'source,target,source_lang,target_lang\ntoken,jeton,en,fr\nZug,train,de,en\n',
      ['jeton = token', '! 1 row is left out, for want of a French and an English term'],
    ],
    ['tags with a region', 'en-US,fr-FR\ntoken,jeton\n', ['jeton = token']],
    ['tags of any country', 'en-IN,fr-MA\ntoken,jeton\n', ['jeton = token']],
    ['names with a country', 'French (Canada);English (United States)\njeton;token\n', ['jeton = token']],
    ['German names', 'Englisch;Französisch\ntoken;jeton\n', ['jeton = token']],
    ['Spanish names', 'inglés,francés\ntoken,jeton\n', ['jeton = token']],
    ['Italian names', 'Francese,Inglese\njeton,token\n', ['jeton = token']],
    ['Portuguese names', 'inglês,francês\ntoken,jeton\n', ['jeton = token']],
    ['French names', 'Terme anglais;Terme français\ntoken;jeton\n', ['jeton = token']],
    [
      'a column of statuses',
      'source,target,status\njeton,token,preferred\njeton,chip,forbidden\n',
      ['jeton = token, -chip'],
    ],
    ['a status before the term', 'status,en,fr\nobsolete,chip,jeton\n,token,jeton\n', ['jeton = -chip, token']],
    [
      'statuses that are not known',
      'fr,en,status\njeton,token,\njeton,chip,odd\nlot,set,odd\n',
      [
        'jeton = token',
        '! “odd” is no status that is known here, so the 2 terms that have it are left out; write preferred, admitted, deprecated or superseded',
      ],
    ],
    [
      'MateCat',
      'Forbidden,Domain,Subdomain,Definition,en-US,Notes,Example of use,fr-FR,Notes,Example of use\nFALSE,IA,,Unit,token,,,jeton,,\nTRUE,IA,,,chip,,,jeton,,\n',
      ['jeton = token, -chip'],
    ],
    [
      'memoQ, with second terms',
      'Entry_ID,Entry_Subject,French_Def,French,Term_Info,French,Term_Info,English_Def,English,Term_Info,English,Term_Info\n1,IA,,jeton,CasePermissive,jeton lexical,,,token,HalfPrefix,chip,HalfPrefix;Forbidden\n',
      ['jeton, ~jeton lexical = token, -chip'],
    ],
    [
      'IATE, a row a term',
      'E_ID|E_DOMAINS|L_CODE|T_TERM|T_TYPE|T_EVALUATION\n1|IT|fr|jeton|Term|\n1|IT|en|token|Term|Preferred\n1|IT|en|chip|Term|Deprecated\n',
      ['jeton = token, -chip'],
    ],
    ['FranceTerme', 'Terme;Domaine;Équivalent étranger\njeton, n.m.;IA;token (en)\n', ['jeton = token']],
    [
      'synonyms in one cell',
      'jeton|jeton lexical,token | word piece\n',
      ['jeton, ~jeton lexical = token, ~word piece'],
    ],
    [
      'synonyms in a column',
      'fr,en,English synonyms\njeton,token,word piece; chunk\n',
      ['jeton = token, ~word piece, ~chunk'],
    ],
    ['Excel’s first line', '\ufeffsep=;\r\njeton;token\r\n', ['jeton = token']],
    ['a title above the header', 'Glossaire IA;;\nfr;en;note\njeton;token;x\n', ['jeton = token']],
    [
      'a row without English above rows',
      'jeton,\npuce,chip\n',
      ['puce = chip', '! 1 row has no English term, and is left out'],
    ],
    [
      'a column that is not known',
      'fr,en,Colour\njeton,token,red\n',
      ['jeton = token', '! the column “Colour” is not read'],
    ],
    ['columns that say nothing of terms', 'ID,fr,en,Created,Example\n1,jeton,token,2025,x\n', ['jeton = token']],
    [
      'a term that is only ruled out',
      'fr,en,status\njeton,chip,forbidden\n',
      ['! 1 entry has no English term that may be used, and is left out'],
    ],
    ['French words that name columns', 'domaine,domain\nlangue,language\n', ['domaine = domain', 'langue = language']],
    ['a sharp sign that is part of a term', 'C#,C#\n#mot,#word\n', ['C# = C#', '#mot = #word']],
    ['a name in brackets', 'méthode (constructor),method\n', ['méthode (constructor) = method']],
    ['a letter in brackets', 'classe (A),class\ntaille (n),size\n', ['classe (A) = class', 'taille (n) = size']],
    ['brackets that are no grammar', 'réseau (de neurones),network\n', ['réseau (de neurones) = network']],
    ['a comma that is part of a term', '"jeton, dit textuel",token\n', ['jeton, dit textuel = token']],
  ])('%s', (_what, text, expected) => {
    expect(table(text)).toEqual(expected);
  });

  test.each([
    ['jeton (n. m.),token', ['noun', 'm']],
    ['"tokenisation, n.f.",tokenization', ['noun', 'f']],
    ['entraîner (v. tr.),train', ['verb', null]],
    ['profond [adj.],deep', ['adjective', null]],
    ['directrice (f),director', ['noun', 'f']],
    ['jeton (n m),token', ['noun', 'm']],
    ['jeton,token', ['noun', null]],
  ])('%s says its grammar', (text, [partOfSpeech, gender]) => {
    const [term] = parseGlossaryCsv(text, 'a.csv').concepts[0]?.fr ?? [];
    expect([term?.partOfSpeech, term?.gender]).toEqual([partOfSpeech, gender]);
  });

  test('a column of parts of speech and one of genders are read', () => {
    const { concepts } = parseGlossaryCsv(
      'fr,en,Part of speech,Genre\nentraîner,train,verbe,\njeton,token,nom,m\n',
      'a.csv',
    );
    expect(concepts.map(({ fr }) => [fr[0]?.partOfSpeech, fr[0]?.gender])).toEqual([
      ['verb', null],
      ['noun', 'm'],
    ]);
  });
});

const tbx = (entries: string) => `<martif type="TBX"><text><body>${entries}</body></text></martif>`;
const side = (language: string, terms: string) => `<langSet xml:lang="${language}">${terms}</langSet>`;
const tig = (term: string, more = '') => `<tig><term>${term}</term>${more}</tig>`;
const entry = (fr: string, en: string, id = 'c1') =>
  `<termEntry id="${id}">${side('fr', fr)}${side('en', en)}</termEntry>`;
const note = (type: string, said: string) => `<termNote type="${type}">${said}</termNote>`;

describe('TBX of another tool is read for what it says', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'a forbidden term',
      entry(tig('jeton'), tig('token') + tig('chip', note('administrativeStatus', 'forbidden'))),
      ['jeton = token, -chip'],
    ],
    [
      'a rejected one',
      entry(tig('jeton'), tig('chip', note('normativeAuthorization', 'deprecatedTerm')) + tig('token')),
      ['jeton = -chip, token'],
    ],
    [
      'two statuses that differ',
      entry(
        tig('jeton'),
        tig('token') +
          tig('chip', note('administrativeStatus', 'admittedTerm-admn-sts') + note('usageStatus', 'obsolete')),
      ),
      ['jeton = token, -chip'],
    ],
    [
      'a status that is not known',
      entry(tig('jeton'), tig('token') + tig('chip', note('administrativeStatus', 'odd'))),
      [
        'jeton = token',
        '! “odd” is no status that is known here, so the term that has it is left out; write preferred, admitted, deprecated or superseded',
      ],
    ],
    [
      'marks within a term',
      entry(tig('modèle <hi type="italics">o3</hi> mini'), tig('<hi>o3</hi> mini<ph>{b}</ph> model')),
      ['modèle o3 mini = o3 mini model'],
    ],
    [
      'one English term in three entries',
      entry(tig('puce'), tig('chip')) + entry(tig('éclat'), tig('chip'), 'c2') + entry(tig('frite'), tig('chip'), 'c3'),
      ['puce = chip', 'éclat = chip', 'frite = chip'],
    ],
  ])('%s', (_what, entries, expected) => {
    expect(read(parseGlossaryTbx(tbx(entries), 'a.tbx'))).toEqual(expected);
  });

  test('TBX-Min', () => {
    const group = (language: string, terms: string) => `<langGroup xml:lang="${language}">${terms}</langGroup>`;
    const term = (text: string, status: string) =>
      `<termGroup><term>${text}</term><termStatus>${status}</termStatus></termGroup>`;
    const text = `<TBX dialect="TBX-Min"><body><entry id="C1">${group('fr', term('jeton', 'preferred'))}${group('en', term('token', 'preferred') + term('chip', 'notRecommended'))}</entry></body></TBX>`;
    expect(read(parseGlossaryTbx(text, 'a.tbx'))).toEqual(['jeton = token, -chip']);
  });

  test.each(['fr-MA', 'fr_CM', 'fr-419', 'FR', 'fr-Latn-CA'])('%s is French', (language) => {
    const text = tbx(`<termEntry id="c1">${side(language, tig('jeton'))}${side('en-001', tig('token'))}</termEntry>`);
    expect(read(parseGlossaryTbx(text, 'a.tbx'))).toEqual(['jeton = token']);
  });

  test('entries with one English term have ids of their own, though the tool gives none', () => {
    const text = tbx(['puce', 'éclat', 'frite'].map((fr) => entry(tig(fr), tig('chip'), '')).join(''));
    expect(parseGlossaryTbx(text, 'a.tbx').concepts.map(({ id }) => id)).toEqual(['chip', 'chip-eclat', 'chip-frite']);
  });

  test('entries with one English term have ids of their own', () => {
    const text = tbx(entry(tig('puce'), tig('chip')) + entry(tig('éclat'), tig('chip'), 'c2'));
    expect(parseGlossaryTbx(text, 'a.tbx').concepts.map(({ id }) => id)).toEqual(['chip', 'chip-c2']);
  });

  test('a definition keeps the words of its references', () => {
    const text = tbx(
      `<termEntry id="c1"><descrip type="definition">Unit of a <xref target="x">model</xref>.</descrip>${side('fr', tig('jeton'))}${side('en', tig('token'))}</termEntry>`,
    );
    expect(parseGlossaryTbx(text, 'a.tbx').concepts[0]?.definition).toBe('Unit of a model.');
  });
});
