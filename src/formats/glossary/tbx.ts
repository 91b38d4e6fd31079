import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { Problem } from '../../core/checks/problem.ts';
import {
  type Concept,
  PARTS_OF_SPEECH,
  type PartOfSpeech,
  type Term,
  type TermStatus,
} from '../../core/model/concept.ts';
import { finish, type Slices } from '../../core/model/slices.ts';
import { createLines } from '../../core/text/line-and-column.ts';
import { slugOf } from '../../core/text/slug.ts';
import { problemAt } from '../problem-at.ts';
import { termOf } from './csv.ts';
import type { GlossaryFile } from './yaml.ts';

const MOST_LEVELS = 100;
/** TBX v2 and v3 name the same things differently. */
const ENTRIES = new Set(['termEntry', 'conceptEntry']);
const LANGUAGES = new Set(['langSet', 'langSec']);
const TERM_SECTIONS = new Set(['tig', 'ntig', 'termSec']);
/** ISO 30042 administrativeStatus. */
const STATUSES: Readonly<Record<string, TermStatus>> = {
  'preferredTerm-admn-sts': 'preferred',
  'admittedTerm-admn-sts': 'admitted',
  'deprecatedTerm-admn-sts': 'deprecated',
  'supersededTerm-admn-sts': 'superseded',
};

interface OpenTerm {
  text: string;
  status: TermStatus | null;
  partOfSpeech: PartOfSpeech;
  offset: number;
}

interface OpenEntry {
  readonly id: string;
  readonly offset: number;
  definition: string;
  domain: string;
  readonly terms: Readonly<Record<'fr' | 'en', OpenTerm[]>>;
}

/** Stops the parser; the message is what a person reads. */
class Refused extends Error {}

/** Characters read, and entries made, between two pauses. */
const SLICE = 50_000;
const ENTRY_SLICE = 500;

/** Reads TBX at once; see {@link glossaryTbxSlices}. */
export function parseGlossaryTbx(text: string, file: string): GlossaryFile {
  return finish(glossaryTbxSlices(text, file));
}

/**
 * Reads TBX, version 2 (martif) and 3, in any dialect. Nothing outside the file is ever opened: a document type with
 * declarations of its own is refused, and so is nesting deeper than 100 levels.
 */
export function* glossaryTbxSlices(text: string, file: string): Slices<GlossaryFile> {
  const lines = createLines(text, file);
  const problems: Problem[] = [];
  const entries: OpenEntry[] = [];
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  const reader = createReader(entries, () => parser.position);
  parser.on('error', (error) => {
    throw new Refused(error.message.replace(/^.*?\d+:\d+:\s*/, ''));
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) throw new Refused('a DOCTYPE with declarations is not read; delete them');
  });
  parser.on('opentag', reader.open);
  parser.on('text', reader.text);
  parser.on('cdata', reader.text);
  parser.on('closetag', reader.close);
  try {
    for (let at = 0; at < text.length; at += SLICE) {
      parser.write(text.slice(at, at + SLICE));
      yield;
    }
    parser.close();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    problems.push(problemAt(lines, Math.min(parser.position, text.length), 'tbx', error.message));
  }
  const concepts: Concept[] = [];
  for (const [i, entry] of entries.entries()) {
    const concept = conceptOf(entry, (offset) => lines.place(Math.min(offset, text.length)));
    if (concept !== null) concepts.push(concept);
    else problems.push(problemAt(lines, entry.offset, 'tbx', 'this entry has no French or no English term; add one'));
    if (i % ENTRY_SLICE === 0) yield;
  }
  return { concepts, problems };
}

/** Follows the tags; what an element means depends on those around it. */
function createReader(entries: OpenEntry[], position: () => number) {
  const path: { name: string; type: string }[] = [];
  let entry: OpenEntry | null = null;
  let language: 'fr' | 'en' | null = null;
  let term: OpenTerm | null = null;
  let words = '';
  return {
    open(tag: SaxesTagPlain) {
      if (path.length >= MOST_LEVELS) throw new Refused('this nests deeper than 100 levels');
      const name = localName(tag.name);
      path.push({ name, type: tag.attributes['type'] ?? name });
      words = '';
      if (ENTRIES.has(name))
        entry = {
          id: tag.attributes['id'] ?? '',
          offset: position(),
          definition: '',
          domain: '',
          terms: { fr: [], en: [] },
        };
      if (LANGUAGES.has(name)) language = languageOf(tag.attributes['xml:lang'] ?? tag.attributes['lang'] ?? '');
      if (TERM_SECTIONS.has(name)) term = { text: '', status: null, partOfSpeech: 'noun', offset: position() };
    },
    text(piece: string) {
      words += piece;
    },
    close() {
      const { name, type } = path.pop() ?? { name: '', type: '' };
      const said = words.replaceAll(/\s+/g, ' ').trim();
      words = '';
      if (name === 'term' && term !== null) term.text = said;
      else if (type === 'administrativeStatus' && term !== null) term.status = STATUSES[said] ?? null;
      else if (type === 'partOfSpeech' && term !== null)
        term.partOfSpeech = PARTS_OF_SPEECH.find((one) => one === said) ?? 'noun';
      else if (type === 'definition' && entry !== null) entry.definition ||= said;
      else if (type === 'subjectField' && entry !== null) entry.domain ||= said;
      else if (TERM_SECTIONS.has(name) && term !== null) {
        if (entry !== null && language !== null && term.text !== '') entry.terms[language].push(term);
        term = null;
      } else if (LANGUAGES.has(name)) language = null;
      else if (ENTRIES.has(name) && entry !== null) {
        entries.push(entry);
        entry = null;
      }
    },
  };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function languageOf(tag: string): 'fr' | 'en' | null {
  const [language] = tag.toLowerCase().split(/[-_]/);
  return language === 'fr' || language === 'en' ? language : null;
}

type PlaceOf = (offset: number) => Concept['place'];

function conceptOf(entry: OpenEntry, placeOf: PlaceOf): Concept | null {
  const [fr, en] = [termsOf(entry, 'fr', placeOf), termsOf(entry, 'en', placeOf)];
  if (fr.length === 0 || en.length === 0) return null;
  return {
    id: slugOf(en[0]?.text ?? '') || slugOf(entry.id) || 'term',
    fr,
    en,
    keep: false,
    definition: entry.definition === '' ? null : entry.definition,
    citation: null,
    domain: entry.domain === '' ? null : entry.domain,
    note: null,
    see: [],
    count: 'each',
    except: [],
    unless: [],
    examples: [],
    isExport: true,
    place: placeOf(entry.offset),
  };
}

/** A term without a status is preferred when it is the first of its language, else admitted. */
function termsOf({ terms }: OpenEntry, language: 'fr' | 'en', placeOf: PlaceOf): Term[] {
  const all = terms[language];
  const first = all.findIndex(({ status }) => status === null || status === 'preferred');
  return all.map(({ text, status, partOfSpeech, offset }, i) => ({
    ...termOf(text, language, status ?? (i === first ? 'preferred' : 'admitted'), placeOf(offset)),
    partOfSpeech,
  }));
}
