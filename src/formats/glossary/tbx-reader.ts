import type { SaxesTagPlain } from 'saxes';
import type { Language } from '../../core/model/concept.ts';
import { cutShort, MOST_QUOTED } from '../../core/text/cut-short.ts';
import { localName } from '../xml-text.ts';
import { saidInCell } from './cell-status.ts';
import { languageOfCell } from './column-names.ts';
import { isOfRuling } from './remark-status.ts';
import {
  isOfProgress,
  isPreferredType,
  isRulingType,
  NOTHING_SAID,
  type Said,
  statusSaid,
  worse,
} from './tbx-status.ts';
import { readGrammar } from './term-cell.ts';
import { type SaidStatus, saysNo } from './term-status.ts';
import type { ToolTerm } from './termbase.ts';

const MOST_LEVELS = 100;
const ROOTS = new Set(['martif', 'tbx']);
/** TBX v2, v3 and TBX-Min name the same things differently. */
const ENTRIES = new Set(['termEntry', 'conceptEntry', 'entry']);
const LANGUAGES = new Set(['langSet', 'langSec', 'langGroup']);
const TERM_SECTIONS = new Set(['tig', 'ntig', 'termSec', 'termGroup']);
/** Elements whose words are read, by their type or their name. */
const READ = new Set(['term', 'partOfSpeech', 'grammaticalGender', 'definition', 'subjectField']);
/** Elements that say more of a term or what is above it; what their type says is a status, or not known. */
const NOTES = new Set(['termNote', 'admin', 'descrip', 'note', 'transac']);
/** Of TBX-Min: what a remark is about, and what it says. */
const [KEY, VALUE] = ['noteKey', 'noteValue'];
/** Weblate’s way to say that a term stays as it is. */
const TRANSLATION_NEEDED = /^translation[ _-]?needed$/i;
/** Attributes that say nothing of a status. */
const NAMING = new Set(['id', 'xml:id', 'xml:lang', 'lang', 'type']);
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
  /** What is said of all its terms. */
  status: Said;
  /** Its terms are the same in every language. */
  staysAsItIs: boolean;
}

/** Stops the parser; the message is what a person reads. */
export class Refused extends Error {}

/** What is open while the tags are followed. */
interface Open {
  entry: TbxEntry | null;
  language: Language | null;
  isInLanguage: boolean;
  /** What is said of all terms of the language. */
  status: Said;
  term: OpenTerm | null;
}

type OpenTerm = { -readonly [Key in keyof TbxTerm]: TbxTerm[Key] } & {
  /** What answers whether it is the preferred one with no; '' for nothing. */
  notPreferred: string;
  /** Something else says whether it may be used. */
  isRuled: boolean;
};

/** Follows the tags; what an element means depends on those around it. Marks within a term keep their words. */
export function createTbxReader(entries: TbxEntry[], position: () => number) {
  const path: { readonly name: string; readonly type: string }[] = [];
  const open: Open = { entry: null, language: null, isInLanguage: false, status: NOTHING_SAID, term: null };
  let words = '';
  /** Number of open elements at which the words that are gathered began; 0 for none. */
  let gathering = 0;
  let code = 0;
  /** What the remark is about that is open. */
  let key = '';
  return {
    open(tag: SaxesTagPlain) {
      if (path.length >= MOST_LEVELS) throw new Refused('this nests deeper than 100 levels');
      const name = localName(tag.name);
      if (path.length === 0 && !ROOTS.has(name.toLowerCase()))
        throw new Refused(
          `this is no TBX, it begins with <${cutShort(name, MOST_QUOTED)}>; export it as TBX or as a table`,
        );
      const type = plainType(tag.attributes['type'] ?? name);
      path.push({ name, type });
      if (gathering > 0 && name !== KEY && name !== VALUE) {
        if (code === 0 && CODES.has(name)) code = path.length;
        return;
      }
      if (saysSomething(name, type, open.term !== null)) {
        gathering = path.length;
        words = '';
      } else begin(open, name, tag, position());
      if (name === 'term' || TERM_SECTIONS.has(name) || ENTRIES.has(name)) sayAttributes(open, tag);
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
        const said = words.replaceAll(/[ \t\r\n]+/g, ' ').trim();
        if (name === KEY) key = said;
        else say(open, name === 'term' ? 'term' : name === VALUE ? key : type, said);
      } else if (gathering === 0) end(open, name, entries);
    },
  };
}

/** Whether the words in an element are read; within a term those in any that has no others in it. */
function saysSomething(name: string, type: string, isInTerm: boolean): boolean {
  if (name === 'term' || name === KEY || name === VALUE || READ.has(type) || NOTES.has(name)) return true;
  return isRulingType(type) || isOfProgress(type) || (isInTerm && !/Grp$/i.test(name));
}

function begin(open: Open, name: string, { attributes }: SaxesTagPlain, offset: number): void {
  if (ENTRIES.has(name))
    open.entry = {
      ...{ id: attributes['id'] ?? '', offset, definition: '', domain: '', status: NOTHING_SAID, staysAsItIs: false },
      terms: { fr: [], en: [] },
    };
  if (LANGUAGES.has(name)) {
    const language = languageOfCell(attributes['xml:lang'] ?? attributes['lang'] ?? '');
    open.language = language === 'foreign' ? null : language;
    open.status = NOTHING_SAID;
    open.isInLanguage = true;
  }
  if (TERM_SECTIONS.has(name))
    open.term = {
      ...{ text: '', status: null, said: '', partOfSpeech: null, gender: null, offset },
      ...{ notPreferred: '', isRuled: false },
    };
}

function say(open: Open, type: string, said: string): void {
  const { entry, term } = open;
  if (type === 'definition' && entry !== null) entry.definition ||= said;
  if (type === 'subjectField' && entry !== null) entry.domain ||= said;
  if (TRANSLATION_NEEDED.test(type) && entry !== null && saysNo(said)) entry.staysAsItIs = true;
  sayOfType(open, type, said);
  if (term === null) return;
  if (type === 'term') term.text = said;
  if (type === 'partOfSpeech') term.partOfSpeech = readGrammar(said)?.partOfSpeech ?? null;
  if (type === 'grammaticalGender') term.gender = readGrammar(said)?.gender ?? null;
}

/** Some tools say it in attributes: `<term status="forbidden">`. */
function sayAttributes(open: Open, { attributes }: SaxesTagPlain): void {
  for (const [name, said] of Object.entries(attributes)) if (!NAMING.has(name)) sayOfType(open, plainType(name), said);
}

/** A no to “preferred” counts where nothing else says whether the term may be used. */
function sayOfType(open: Open, type: string, said: string): void {
  const { term } = open;
  if (READ.has(type)) return;
  if (term !== null && isPreferredType(type) && saysNo(said)) term.notPreferred = `${type}: ${said}`;
  else {
    if (term !== null && isRulingType(type) && !isPreferredType(type)) term.isRuled ||= said !== '';
    const status = statusSaid(type, said);
    const isOfThing = !isRulingType(type) && !isOfProgress(type) && isOfRuling(term?.text ?? '');
    if (status.status !== 'unknown' || !isOfThing) sayStatus(open, status);
  }
}

/** Of the term that is open, else of all terms of its language, else of all of the entry. */
function sayStatus(open: Open, said: Said): void {
  if (said.status === null) return;
  const { term, entry } = open;
  if (term !== null) Object.assign(term, worse(term, said));
  else if (said.status === 'preferred' || said.status === 'admitted') return;
  else if (open.isInLanguage) open.status = worse(open.status, said);
  else if (entry !== null) entry.status = worse(entry.status, said);
}

function end(open: Open, name: string, entries: TbxEntry[]): void {
  if (TERM_SECTIONS.has(name) && open.term !== null) {
    const { notPreferred, isRuled, ...term } = open.term;
    const own =
      isRuled || notPreferred === '' ? term : { ...term, ...worse(term, { status: 'unknown', said: notPreferred }) };
    if (open.entry !== null && open.language !== null && term.text !== '')
      for (const one of termsOf({ ...own, ...worse(open.status, own) })) open.entry.terms[open.language].push(one);
    open.term = null;
  }
  if (LANGUAGES.has(name)) Object.assign(open, { language: null, isInLanguage: false });
  if (ENTRIES.has(name) && open.entry !== null) {
    entries.push(open.entry);
    open.entry = null;
  }
}

/** A term, and those that its own words rule out: `chip (forbidden)`, `token (not: chip)`. */
function termsOf(term: TbxTerm): TbxTerm[] {
  const found = saidInCell(term.text);
  if (found === null || found.text === '') return [term];
  const own = { ...term, text: found.text, ...worse(term, { status: found.said, said: term.text }) };
  return [own, ...found.others.map((text) => ({ ...term, text, status: 'deprecated' as const, said: term.text }))];
}

/** A type without the prefix of a namespace. */
function plainType(type: string): string {
  return type.trim().replace(/^[\w-]+:/, '');
}
