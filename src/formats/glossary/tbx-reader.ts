import type { SaxesTagPlain } from 'saxes';
import type { Language } from '../../core/model/concept.ts';
import { languageOfCell } from './column-names.ts';
import { readGrammar } from './term-cell.ts';
import { readStatus, type SaidStatus, worseStatus } from './term-status.ts';
import type { ToolTerm } from './termbase.ts';

const MOST_LEVELS = 100;
/** TBX v2, v3 and TBX-Min name the same things differently. */
const ENTRIES = new Set(['termEntry', 'conceptEntry', 'entry']);
const LANGUAGES = new Set(['langSet', 'langSec', 'langGroup']);
const TERM_SECTIONS = new Set(['tig', 'ntig', 'termSec', 'termGroup']);
const STATUS_TYPES = new Set(['administrativeStatus', 'normativeAuthorization', 'usageStatus', 'termStatus']);
/** Elements whose words are read, by their type or their name. */
const READ = new Set(['term', 'partOfSpeech', 'grammaticalGender', 'definition', 'subjectField', ...STATUS_TYPES]);
/** Inline elements that hold the code of another program and no words. ISO 30042, 2008. */
const CODES = new Set(['bpt', 'ept', 'ph', 'it', 'ut']);

/** A term of an entry, before it has its place. */
export type TbxTerm = Omit<ToolTerm, 'status' | 'place'> & {
  readonly status: SaidStatus;
  /** The name of its status as it stands there. */
  readonly said: string;
  readonly offset: number;
};

/** An entry as its file has it; offsets are UTF-16 units. */
export interface TbxEntry {
  readonly id: string;
  readonly offset: number;
  definition: string;
  domain: string;
  readonly terms: Readonly<Record<Language, TbxTerm[]>>;
}

/** Stops the parser; the message is what a person reads. */
export class Refused extends Error {}

/** What is open while the tags are followed. */
interface Open {
  entry: TbxEntry | null;
  language: Language | null;
  term: { -readonly [Key in keyof TbxTerm]: TbxTerm[Key] } | null;
}

/** Follows the tags; what an element means depends on those around it. Marks within a term keep their words. */
export function createTbxReader(entries: TbxEntry[], position: () => number) {
  const path: { readonly name: string; readonly type: string }[] = [];
  const open: Open = { entry: null, language: null, term: null };
  let words = '';
  /** Number of open elements at which the words that are gathered began; 0 for none. */
  let gathering = 0;
  let code = 0;
  return {
    open(tag: SaxesTagPlain) {
      if (path.length >= MOST_LEVELS) throw new Refused('this nests deeper than 100 levels');
      const name = localName(tag.name);
      const type = tag.attributes['type'] ?? name;
      path.push({ name, type });
      if (gathering > 0) {
        if (code === 0 && CODES.has(name)) code = path.length;
        return;
      }
      if (READ.has(type) || name === 'term') {
        gathering = path.length;
        words = '';
      } else begin(open, name, tag, position());
    },
    text(piece: string) {
      if (gathering > 0 && code === 0) words += piece;
    },
    close() {
      const depth = path.length;
      const { name, type } = path.pop() ?? { name: '', type: '' };
      if (code === depth) code = 0;
      if (gathering === depth) {
        gathering = 0;
        say(open, name === 'term' ? 'term' : type, words.replaceAll(/[ \t\r\n]+/g, ' ').trim());
      } else if (gathering === 0) end(open, name, entries);
    },
  };
}

function begin(open: Open, name: string, { attributes }: SaxesTagPlain, offset: number): void {
  if (ENTRIES.has(name))
    open.entry = { id: attributes['id'] ?? '', offset, definition: '', domain: '', terms: { fr: [], en: [] } };
  if (LANGUAGES.has(name)) {
    const language = languageOfCell(attributes['xml:lang'] ?? attributes['lang'] ?? '');
    open.language = language === 'foreign' ? null : language;
  }
  if (TERM_SECTIONS.has(name))
    open.term = { text: '', status: null, said: '', partOfSpeech: null, gender: null, offset };
}

function say({ entry, term }: Open, type: string, said: string): void {
  if (type === 'definition' && entry !== null) entry.definition ||= said;
  if (type === 'subjectField' && entry !== null) entry.domain ||= said;
  if (term === null) return;
  if (type === 'term') term.text = said;
  if (type === 'partOfSpeech') term.partOfSpeech = readGrammar(said)?.partOfSpeech ?? null;
  if (type === 'grammaticalGender') term.gender = readGrammar(said)?.gender ?? null;
  if (STATUS_TYPES.has(type)) {
    const status = readStatus(said);
    if (worseStatus(term.status, status) !== term.status) Object.assign(term, { status, said });
  }
}

function end(open: Open, name: string, entries: TbxEntry[]): void {
  if (TERM_SECTIONS.has(name) && open.term !== null) {
    if (open.entry !== null && open.language !== null && open.term.text !== '')
      open.entry.terms[open.language].push(open.term);
    open.term = null;
  }
  if (LANGUAGES.has(name)) open.language = null;
  if (ENTRIES.has(name) && open.entry !== null) {
    entries.push(open.entry);
    open.entry = null;
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
