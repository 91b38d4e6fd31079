import { describe, expect, test } from 'vitest';
import { parseGlossaryCsv } from '../../../src/formats/glossary/csv.ts';
import { parseGlossaryTbx } from '../../../src/formats/glossary/tbx.ts';
import type { GlossaryFile } from '../../../src/formats/glossary/yaml.ts';

/** English terms that may be used. */
const accepted = ({ concepts }: GlossaryFile) =>
  concepts.flatMap(({ en }) =>
    en.flatMap(({ text, status }) => (status === 'preferred' || status === 'admitted' ? [text] : [])),
  );
const inTable = (text: string) => accepted(parseGlossaryCsv(text, 'a.csv'));

describe('a term that a table rules out is never one that may be used', () => {
  test.each([
    ['a remark behind it', 'French;English;English Comment\njeton;chip;forbidden\n'],
    ['OmegaT’s third column', 'jeton\tchip\tNE PAS UTILISER\n'],
    [
      'a cell behind those of the header',
      'French;Term_Info;English;Term_Info\njeton;CasePermissive;chip;Case;Forbidden\n',
    ],
    ['a column whose name begins with the language', 'fr,en,fr_status,en_status\njeton,chip,Approved,Rejected\n'],
    ['a cell behind both languages', 'jeton,chip,fr,en,Forbidden\n'],
    ['one of a usage', 'fr,en,en_usage\njeton,chip,not recommended\n'],
    ['a comment of a translator', 'location,source,target,id,fuzzy,context,comments\n,jeton,chip,,,,forbidden\n'],
    ['marks beside other marks', 'TERM_EN,TERM_EN_PARAMETER,TERM_FR\nchip,"AVOID, SEE OBS, NOUN",jeton\n'],
    ['a column that nobody knows', 'fr,en,état\njeton,chip,interdit\n'],
    ['a type', 'fr,en,type\njeton,chip,Deprecated\n'],
    ['a domain', 'fr,en,category\njeton,chip,Obsolete\n'],
    ['a yes to “deprecated”', 'fr,en,deprecated\njeton,chip,yes\n'],
    ['a tick to “obsolète”', 'fr,en,obsolète\njeton,chip,x\n'],
    ['a yes to “blacklist”', 'fr,en,blacklist\njeton,chip,true\n'],
    ['a no to “approved”', 'fr,en,approved\njeton,chip,no\n'],
    ['a non to “validé”', 'fr,en,validé\njeton,chip,non\n'],
    ['a no to “active”', 'fr,en,active\njeton,chip,false\n'],
    ['brackets', 'fr,en\njeton,chip (forbidden)\n'],
    ['square brackets', 'fr,en\njeton,chip [à éviter]\n'],
  ])('by %s', (_by, text) => {
    expect(inTable(text)).toEqual([]);
  });

  test.each([
    ['disallowed variations', 'French,English,English Disallowed Variations\njeton,token,chip\n'],
    ['deprecated terms', 'fr,en,Deprecated terms\njeton,token,chip\n'],
    [
      'marks of a synonym',
      'TERM_EN,TERM_EN_PARAMETER,SYNONYM_EN,SYNONYM_EN_PARAMETER,TERM_FR\ntoken,CORRECT,chip,AVOID,jeton\n',
    ],
    ['brackets', 'fr,en\njeton,token|chip (déconseillé)\n'],
  ])('by %s, and the others stay', (_by, text) => {
    expect(inTable(text)).toEqual(['token']);
  });

  test.each([
    ['a remark in a sentence', 'fr,en,comment\njeton,token,Not forbidden any more.\n'],
    ['a remark of the French', 'fr,note,en,note\njeton,x,token,\n'],
    ['a no to “deprecated”', 'fr,en,deprecated\njeton,token,no\n'],
    ['a yes to “approved”', 'fr,en,approved\njeton,token,yes\n'],
    ['nothing in “obsolete”', 'fr,en,obsolete\njeton,token,\n'],
    ['marks in prose', 'fr,en,info\njeton,token,"In headlines of our paper, avoid"\n'],
    ['a domain', 'fr,en,domain\njeton,token,law\n'],
    ['languages with a country', 'fr-CA,en_US\njeton,token\n'],
    ['languages with a script', 'fr-Latn,en-Latn-GB\njeton,token\n'],
  ])('%s rules out nothing', (_fact, text) => {
    expect(inTable(text)).toEqual(['token']);
  });

  test.each([
    ['a pair of words for it', 'obsolète,obsolete\n', ['obsolete']],
    ['which of two things is meant', 'séjour,stay (illegal)\n', ['stay (illegal)']],
    ['such a pair with the languages', 'obsolète,obsolete,fr,en\n', ['obsolete']],
    ['such a pair with one language', 'obsolete,obsolète,en\n', ['obsolete']],
  ])('%s is a term as any other', (_fact, text, terms) => {
    expect(inTable(text)).toEqual(terms);
  });
});

test.each([
  ['deprecated', 'true', []],
  ['x-deprecated', 'yes', []],
  ['obsolete', 'oui', []],
  ['isForbidden', 'true', []],
  ['approved', 'no', []],
  ['x-isApproved', 'false', []],
  ['x-flags', 'case; forbidden', []],
  ['deprecated', 'false', ['token']],
  ['approved', 'yes', ['token']],
  ['context', 'It is not deprecated.', ['token']],
])('a note of TBX of the type “%s” that says “%s” leaves %j', (type, said, terms) => {
  const side = (language: string, term: string) => `<langSet xml:lang="${language}"><tig>${term}</tig></langSet>`;
  const english = `<term>token</term><termNote type="${type}">${said}</termNote>`;
  const entry = `<termEntry>${side('fr', '<term>jeton</term>')}${side('en', english)}</termEntry>`;
  expect(accepted(parseGlossaryTbx(`<martif><text><body>${entry}</body></text></martif>`, 'a.tbx'))).toEqual(terms);
});

test.each([
  ['<tig><term status="forbidden">token</term></tig>', []],
  ['<tig forbidden="true"><term>token</term></tig>', []],
  ['<tig><term status="odd">token</term></tig>', []],
  ['<tig id="deprecated" forbidden="false"><term>token</term></tig>', ['token']],
])('%s leaves %j', (english, terms) => {
  const french = '<langSet xml:lang="fr"><tig><term>jeton</term></tig></langSet>';
  const entry = `<termEntry>${french}<langSet xml:lang="en">${english}</langSet></termEntry>`;
  expect(accepted(parseGlossaryTbx(`<martif><text><body>${entry}</body></text></martif>`, 'a.tbx'))).toEqual(terms);
});
