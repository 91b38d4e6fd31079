import { describe, expect, test } from 'vitest';
import type { Term } from '../../../src/core/model/concept.ts';
import { importOutcomeOf } from '../../../src/formats/import/read-import.ts';

/** `puce = chip, flea (deprecated)`, and behind it what else the entry says. */
function told(content: string | Buffer, name: string): string[] {
  const { concepts, problems, refusal } = importOutcomeOf(Buffer.from(content), name);
  const side = (terms: readonly Term[]) => terms.map(termOf).join(', ');
  const entries = concepts.map(({ fr, en, definition, domain }) =>
    [`${side(fr)} = ${side(en)}`, definition ?? '', domain ?? ''].filter((part) => part !== '').join(' / '),
  );
  return [...entries, ...problems.map(({ message }) => `! ${message}`), ...(refusal === '' ? [] : [`!! ${refusal}`])];
}

function termOf({ text, status, partOfSpeech, gender }: Term): string {
  const said = [status === 'preferred' ? '' : status, partOfSpeech === 'noun' ? '' : partOfSpeech, gender ?? ''];
  const marks = said.filter((word) => word !== '').join(' ');
  return marks === '' ? text : `${text} (${marks})`;
}

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
const martif = (entries: string) =>
  `<?xml version="1.0"?><martif type="TBX"><text><body>${entries}</body></text></martif>`;
const set = (language: string, terms: string) => `<langSet xml:lang="${language}">${terms}</langSet>`;

describe('tables of other tools are read for what they say', () => {
  test.each<[tool: string, name: string, content: string | Buffer, entries: readonly string[]]>([
    [
      'Trados: a bar between synonyms',
      'a.csv',
      'French;English;Definition FR\nlivre|bouquin;book;À lire\n',
      ['livre, bouquin (admitted) = book / À lire'],
    ],
    [
      'MultiTerm: a row a term, numbered',
      'a.tsv',
      'Entry_Number\tSubject\tFrench\tEnglish\tEnglish_Status\n1\tArt\tlivre\tpound\tforbidden\n1\tArt\tlivre\tbook\tpreferred\n',
      ['livre = pound (deprecated), book / Art'],
    ],
    [
      'memoQ: marks behind each term',
      'a.csv',
      'Entry_ID,French,Term_Info,English,Term_Info,English,Term_Info\n1,livre,Exact,book,Exact,pound,HalfPrefix;Forbidden\n',
      ['livre = book, pound (deprecated)'],
    ],
    [
      'Weblate: flags',
      'a.csv',
      'source,target,explanation,flags\nlivre,pound,,"forbidden, terminology"\nlivre,book,,terminology\n',
      ['livre = pound (deprecated), book'],
    ],
    [
      'Weblate: what nobody translated yet',
      'a.csv',
      '"location","source","target","id","fuzzy"\n"","livre","book","",""\n"","pont","","",""\n',
      ['livre = book', '! 1 row has no English term, and is left out'],
    ],
    [
      'IATE: a row a term',
      'a.csv',
      'E_ID|E_DOMAINS|L_CODE|T_TERM|T_TYPE|T_EVALUATION\n1|Art|fr|livre|Term|Preferred\n1|Art|en|book|Term|\n1|Art|en|tome|Term|Obsolete\n',
      ['livre = book, tome (superseded) / Art'],
    ],
    [
      'FranceTerme: its own names',
      'a.csv',
      'Terme;Catégorie grammaticale;Définition;Équivalent étranger;Domaine\nlivre;n.m.;À lire.;book (en);Art\n',
      ['livre (m) = book / À lire. / Art'],
    ],
    [
      'FranceTerme: the grammar behind a comma',
      'a.csv',
      'Terme,Équivalent (en)\n"lecture lente, n.f.",slow reading\n',
      ['lecture lente (f) = slow reading'],
    ],
    [
      'Lokalise: a description, and a term of its own',
      'a.csv',
      'term;description;casesensitive;forbidden;en;en_description\nlivre;À lire;no;no;book;\n',
      ['livre = book / À lire', '! the column “casesensitive” is not read'],
    ],
    [
      'Phrase: a description',
      'a.csv',
      'Term,Description,Part of speech,en,fr\nread,To look at,verb,read,lire\n',
      ['lire (verb) = read (verb) / To look at'],
    ],
    [
      'Phrase TMS: a second term in a row of its own',
      'a.csv',
      'concept_id,definition,fr term,fr status,en term,en status,en forbidden\n1,À lire,livre,Approved,book,Approved,false\n1,,,,pound,New,true\n',
      ['livre = book, pound (deprecated) / À lire'],
    ],
    [
      'Phrase TMS: approved, and forbidden all the same',
      'a.csv',
      'Concept ID;fr-FR;en-US;en-US Status;en-US Usage\n1;livre;book;Approved;Preferred\n1;livre;pound;Approved;Deprecated\n',
      ['livre = book, pound (deprecated)'],
    ],
    [
      'Smartling: a region with each language',
      'a.csv',
      'Term ID,Definition,Part Of Speech,fr-FR Term,fr-FR Notes,en-US Term\n2,To look at,verb,lire,,read\n',
      ['lire (verb) = read (verb) / To look at'],
    ],
    [
      'Smartling: a region in brackets',
      'a.csv',
      'Term Base UID,Source Term (fr-FR),Translation (en-US)\nx,livre,book\n',
      ['livre = book'],
    ],
    [
      'Crowdin: brackets behind each name',
      'a.csv',
      'Term [fr],Description [fr],Gender [fr],Status [fr],Term [en],Status [en]\nlivre,À lire,masculine,preferred,book,preferred\nlivre,,,preferred,pound,not recommended\n',
      ['livre (m) = book, pound (deprecated) / À lire'],
    ],
    [
      'MateCat: forbidden first',
      'a.csv',
      'Forbidden,Domain,Definition,fr-FR,Notes,en-US,Notes\n,Art,À lire,livre,,book,\nTRUE,,,livre,,pound,\n',
      ['livre = book, pound (deprecated) / À lire / Art'],
    ],
    [
      'TERMIUM: parameters',
      'a.csv',
      'SUBJECT_EN,TERM_EN,TERM_EN_PARAMETER,TERM_FR,TERM_FR_PARAMETER\nArt,book,CORRECT,livre,"CORRECT, MASC"\nArt,tome,"AVOID, OBSOLETE",livre,CORRECT\n',
      ['livre = book, tome (deprecated) / Art'],
    ],
    [
      'Google: a description',
      'a.csv',
      'fr,en,pos,description\nlire,read,verb,To look at\n',
      ['lire (verb) = read (verb) / To look at'],
    ],
    [
      'Excel: Unicode text',
      'a.txt',
      utf16('Français\tAnglais\tDéfinition\r\nlivre\tbook\tÀ lire\r\n'),
      ['livre = book / À lire'],
    ],
    [
      'Excel: the same the other way round',
      'a.txt',
      utf16('Anglais\tFrançais\r\nbook\tlivre\r\n').swap16(),
      ['livre = book'],
    ],
    [
      'Excel: the signs of Western Europe',
      'a.csv',
      Buffer.from('Français;Anglais\r\nété;summer\r\n', 'latin1'),
      ['été = summer'],
    ],
    [
      'Excel: the sign between cells is said',
      'a.csv',
      '\ufeffsep=;\r\nFrançais;Anglais\r\nlivre;book, paper\r\n',
      ['livre = book, paper'],
    ],
    [
      'Excel: a title above',
      'a.csv',
      'Mots de la maison;;\r\nFrançais;Anglais;Remarque\r\nlivre;book;À lire\r\n',
      ['livre = book / À lire'],
    ],
    ['Excel: rows and columns left empty', 'a.csv', ';;\r\n;Français;Anglais\r\n1;livre;book\r\n', ['livre = book']],
    ['Excel on an old Mac', 'a.csv', 'Français,Anglais\r"livre","book"\r', ['livre = book']],
    ['DeepL: two columns', 'a.csv', 'livre,book\npont,bridge\n', ['livre = book', 'pont = bridge']],
    ['DeepL: three, the language of the first last', 'a.csv', 'livre,book,fr\n', ['livre = book']],
    ['DeepL: three the other way round', 'a.csv', 'book,livre,en\n', ['livre = book']],
    [
      'DeepL: four, with regions',
      'a.csv',
      'book,livre,EN-GB,FR\nbridge,pont,EN-US,FR\n',
      ['livre = book', 'pont = bridge'],
    ],
    ['DeepL: five', 'a.csv', 'livre,book,fr,en,1\n', ['livre = book']],
    ['DeepL: a header', 'a.csv', 'source,target,source_lang,target_lang\nbook,livre,en,fr\n', ['livre = book']],
    ['tags with a line, and a third language', 'a.csv', 'en_US;fr_FR;de_DE\nbook;livre;Buch\n', ['livre = book']],
    ['names in German', 'a.csv', 'Französisch;Englisch;Wortart\nlire;read;Verb\n', ['lire (verb) = read (verb)']],
    ['names in Spanish', 'a.csv', 'francés;inglés;definición\nlivre;book;papel\n', ['livre = book / papel']],
    ['names in Italian', 'a.csv', 'Francese;Inglese;Definizione\nlivre;book;carta\n', ['livre = book / carta']],
    ['names in Portuguese', 'a.csv', 'Francês;Inglês;Descrição\nlivre;book;papel\n', ['livre = book / papel']],
    [
      'grammar in brackets',
      'a.csv',
      'fr,en\nlivre (n. m.),book (n.)\nlent (adj.),slow (adj.)\nrecueil (n.m.) de contes,tales\n',
      ['livre (m) = book', 'lent (adjective) = slow (adjective)', 'recueil (n.m.) de contes = tales'],
    ],
    [
      'grammar without a sign between',
      'a.csv',
      'fr,en\nlivre n. m.,book n.\nlire v.tr.,read v.\nSt. Denis,J. R. R.\n',
      ['livre (m) = book', 'lire (verb) = read (verb)', 'St. Denis = J. R. R.'],
    ],
    [
      'statuses in words',
      'a.csv',
      'fr,en,status\nlivre,book,Approved\nlivre,pound,Do not use\nlivre,tome,périmé\n',
      ['livre = book, pound (deprecated), tome (superseded)'],
    ],
    [
      'a status before the terms, and a usage',
      'a.csv',
      'Status,Usage,French,English\nApproved,,livre,book\nApproved,forbidden,livre,pound\n',
      ['livre = book, pound (deprecated)'],
    ],
    [
      'a status in no words of ours',
      'a.csv',
      'fr,en,status\nlivre,book,\nlivre,pound,zu klären\n',
      [
        'livre = book',
        '! “zu klären” is no status that is known here, so the term that has it is left out; write preferred, admitted, deprecated or superseded',
      ],
    ],
    [
      'OmegaT: remarks',
      'a.utf8',
      '# Ours\nlivre\tbook\tÀ lire\n# more\npont\tbridge\n',
      ['livre = book / À lire', 'pont = bridge'],
    ],
    ['OmegaT: the signs of the system', 'a.tab', Buffer.from('été\tsummer\n', 'latin1'), ['été = summer']],
    ['capitals', 'A.CSV', 'FR;EN\nlivre;book\n', ['livre = book']],
  ])('%s', (_tool, name, content, entries) => {
    expect(told(content, name)).toEqual(entries);
  });

  test.each([
    ['Terme source,Langue 2\nlivre,book\n', 'Terme source'],
    ['Source Term,Definition,Translated Term\nbook,À lire,livre\n', 'Source Term'],
    ['fr,Traduction 2025 bis\nlivre,book\n', 'fr'],
  ])('a first row that names one side alone is asked about: %j', (content, named) => {
    expect(told(content, 'a.csv')).toEqual([
      expect.stringContaining(`!! cannot be read: “${named}” reads like the name`),
    ]);
  });
});

describe('termbases in XML are read for what they say', () => {
  test.each<[tool: string, content: string | Buffer, entries: readonly string[]]>([
    [
      'Weblate',
      martif(
        `<termEntry>${set('fr', '<ntig><termGrp><term>livre</term></termGrp></ntig>')}${set('en', '<ntig><termGrp><term>pound</term><termNote type="normativeAuthorization">prohibited</termNote></termGrp></ntig><ntig><termGrp><term>book</term></termGrp></ntig>')}</termEntry>`,
      ),
      ['livre = pound (deprecated), book'],
    ],
    [
      'IATE',
      martif(
        `<termEntry id="IATE-1"><descripGrp><descrip type="subjectField">Art</descrip></descripGrp>${set('fr', '<tig><term>livre</term><descrip type="reliabilityCode">9</descrip></tig>')}${set('en', '<tig><term>book</term></tig><tig><term>tome</term><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></tig>')}</termEntry>`,
      ),
      ['livre = book, tome (superseded) / Art'],
    ],
    [
      'TBX-Min',
      '<TBX dialect="TBX-Min"><body><termEntry id="C1"><langGroup xml:lang="fr"><termGroup><term>livre</term></termGroup></langGroup><langGroup xml:lang="en"><termGroup><term>book</term></termGroup><termGroup><term>pound</term><termStatus>notRecommended</termStatus></termGroup></langGroup></termEntry></body></TBX>',
      ['livre = book, pound (deprecated)'],
    ],
    [
      'DCT',
      '<tbx type="TBX-Core" style="dct" xmlns:min="http://www.tbxinfo.net/ns/min"><text><body><conceptEntry id="c1"><min:subjectField>Art</min:subjectField><langSec xml:lang="fr-FR"><termSec><term>livre</term></termSec></langSec><langSec xml:lang="en-US"><termSec><term>book</term><min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec></langSec></conceptEntry></body></text></tbx>',
      ['livre = book (admitted) / Art'],
    ],
    [
      'DCA, with marks in its texts',
      '<tbx type="TBX-Basic" style="dca"><text><body><conceptEntry id="c1"><langSec xml:lang="fr"><descripGrp><descrip type="definition">À <hi>lire</hi>.</descrip></descripGrp><termSec><term>livre</term><termNote type="grammaticalGender">masculine</termNote></termSec></langSec><langSec xml:lang="en"><termSec><term>pound</term><termNote type="usageStatus">forbidden</termNote></termSec><termSec><term>paper <hi>book</hi></term></termSec></langSec></conceptEntry></body></text></tbx>',
      ['livre (m) = pound (deprecated), paper book / À lire.'],
    ],
    [
      'UTF-16',
      utf16(
        `<?xml version="1.0" encoding="UTF-16"?><martif type="TBX"><text><body><termEntry>${set('fr', '<tig><term>été</term></tig>')}${set('en', '<tig><term>summer</term></tig>')}</termEntry></body></text></martif>`,
      ),
      ['été = summer'],
    ],
    [
      'MultiTerm',
      utf16('<?xml version="1.0" encoding="UTF-16"?><mtf><conceptGrp><concept>1</concept></conceptGrp></mtf>'),
      ['!! is XML of another kind, “mtf”; give XLIFF, TMX or PO for a translation, TBX, CSV or YAML for a glossary'],
    ],
  ])('%s', (_tool, content, entries) => {
    expect(told(content, 'a.tbx')).toEqual(entries);
  });
});
