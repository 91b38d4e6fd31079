import type { Concept, Language, Term } from '../../core/model/concept.ts';
import { XML_HEAD, xmlAttribute, xmlElement } from '../xml-text.ts';

/** ISO 30042 names each status so, in both its editions. */
const STATUS = (term: Term) => `${term.status}Term-admn-sts`;
const GENDERS = { m: 'masculine', f: 'feminine' } as const;
const LANGUAGES: readonly Language[] = ['fr', 'en'];

/** How an edition of TBX calls its parts. */
interface Edition {
  readonly head: string;
  readonly tail: string;
  readonly entry: string;
  readonly language: string;
  readonly term: string;
  /** An element that says something of an entry or a term. */
  readonly say: (kind: Said, text: string | null) => string;
}

type Said = 'subjectField' | 'definition' | 'source' | 'partOfSpeech' | 'grammaticalGender' | 'administrativeStatus';

const MADE_BY = '<fileDesc><sourceDesc><p>A glossary of Vis-à-vis</p></sourceDesc></fileDesc>';

/** TBX-Basic of 2008: what a thing is stands in its type. */
const ELEMENTS_2: Readonly<Record<Said, string>> = {
  subjectField: 'descrip',
  definition: 'descrip',
  source: 'admin',
  partOfSpeech: 'termNote',
  grammaticalGender: 'termNote',
  administrativeStatus: 'termNote',
};
const EDITION_2: Edition = {
  head: `${XML_HEAD}<martif type="TBX-Basic" xml:lang="en">\n<martifHeader>${MADE_BY}<encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc></martifHeader>\n<text><body>\n`,
  tail: '</body></text>\n</martif>\n',
  entry: 'termEntry',
  language: 'langSet',
  term: 'tig',
  say: (kind, text) => xmlElement(ELEMENTS_2[kind], text, { type: kind }),
};

/** TBX-Basic of 2019, in the style that has an element for each category (DCT). */
const SPACES_3: Readonly<Record<Said, string>> = {
  subjectField: 'min',
  definition: 'basic',
  source: 'basic',
  partOfSpeech: 'min',
  grammaticalGender: 'basic',
  administrativeStatus: 'min',
};
const EDITION_3: Edition = {
  head: `${XML_HEAD}<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">\n<tbxHeader>${MADE_BY}</tbxHeader>\n<text><body>\n`,
  tail: '</body></text>\n</tbx>\n',
  entry: 'conceptEntry',
  language: 'langSec',
  term: 'termSec',
  say: (kind, text) => xmlElement(`${SPACES_3[kind]}:${kind}`, text),
};

/** The glossary as TBX-Basic, edition of 2008 (`martif`), which most tools read. In pieces, entry by entry. */
export function writeTbx(concepts: readonly Concept[]): Generator<string> {
  return pieces(concepts, EDITION_2);
}

/** The glossary as TBX-Basic, edition of 2019 (ISO 30042). In pieces, entry by entry. */
export function writeTbx3(concepts: readonly Concept[]): Generator<string> {
  return pieces(concepts, EDITION_3);
}

function* pieces(concepts: readonly Concept[], edition: Edition): Generator<string> {
  yield edition.head;
  for (const concept of concepts) yield entryOf(concept, edition);
  yield edition.tail;
}

function entryOf(concept: Concept, edition: Edition): string {
  const { id, domain, definition, citation, note } = concept;
  const about = [
    edition.say('subjectField', domain),
    described(definition, citation, edition),
    xmlElement('note', note),
  ];
  const languages = LANGUAGES.map((language) => languageOf(concept[language], language, edition));
  // A name of XML begins with no digit.
  const name = /^\d/.test(id) ? `_${id}` : id;
  return `<${edition.entry} id="${xmlAttribute(name)}">${[...about, ...languages].join('')}</${edition.entry}>\n`;
}

/** A definition stands together with where the entry comes from. */
function described(definition: string | null, citation: string | null, { say }: Edition): string {
  const source = say('source', citation);
  if (definition === null) return source;
  return `<descripGrp>${say('definition', definition)}${source}</descripGrp>`;
}

function languageOf(terms: readonly Term[], language: Language, edition: Edition): string {
  const all = terms.map((term) => termOf(term, edition));
  return `<${edition.language} xml:lang="${language}">${all.join('')}</${edition.language}>`;
}

function termOf(term: Term, { term: name, say }: Edition): string {
  const said = [
    xmlElement('term', term.text),
    say('partOfSpeech', term.partOfSpeech),
    say('grammaticalGender', term.gender && GENDERS[term.gender]),
    say('administrativeStatus', STATUS(term)),
    xmlElement('note', term.why),
  ];
  return `<${name}>${said.join('')}</${name}>`;
}
