import type { Language } from '../../core/model/concept.ts';
import type { Slices } from '../../core/model/slices.ts';
import { counted } from '../../core/text/counted.ts';
import { quotedShort } from '../../core/text/cut-short.ts';
import { poLanguages } from '../po/languages.ts';
import { type PoMessage, poSlices } from '../po/po.ts';
import { languageOfCell } from './column-names.ts';
import { readRemarkOn } from './remark-status.ts';
import { createRemarks, type Remarks } from './remarks.ts';
import { readTermCell } from './term-cell.ts';
import { readMarks, readRuling, type SaidStatus, staysAsItIs, unknownStatus, worseStatus } from './term-status.ts';
import { createTermbase, type Termbase, type ToolTerm } from './termbase.ts';
import type { GlossaryFile } from './yaml.ts';

/** Messages taken between two pauses. */
const SLICE = 200;
/** Characters of a term: a longer message is a text, of a catalogue that is no glossary. */
const LONGEST_TERM = 120;
/** `flags: forbidden` */
const FLAGS = /^flags\s*:\s*(.*)/is;

/**
 * Reads a glossary that is kept as a catalogue, as Weblate’s and those of gettext are: a term a message, in either
 * direction. A flag or a comment that rules out does so; what is fuzzy is not accepted.
 */
export function* glossaryPoSlices(text: string, file: string): Slices<GlossaryFile> {
  const { messages, problems } = yield* poSlices(text, file);
  const remarks = createRemarks();
  const entries = createTermbase(remarks);
  const { source, target } = directionOf(text);
  const other = [source, target].find((language) => languageOfCell(language) === 'foreign');
  const reading = { isReversed: languageOfCell(target) === 'fr', entries, remarks };
  for (const [i, message] of messages.entries()) {
    if (other !== undefined) remarkLanguage(message, other, reading);
    else if (!message.obsolete) take(message, reading);
    if (i % SLICE === SLICE - 1) yield;
  }
  const concepts = yield* entries.concepts();
  return { concepts, problems: [...problems, ...remarks.all], isOfPairs: true };
}

interface Reading {
  readonly isReversed: boolean;
  readonly entries: Termbase;
  readonly remarks: Remarks;
}

/** From French into English, where the header does not say that it is the other way. */
function directionOf(text: string): { readonly source: string; readonly target: string } {
  const { source, target } = poLanguages(text);
  const otherOf = (language: string | null, usual: string) => {
    const known = language === null ? null : languageOfCell(language);
    return known === usual ? (usual === 'fr' ? 'en' : 'fr') : usual;
  };
  return { source: source ?? otherOf(target, 'fr'), target: target ?? otherOf(source, 'en') };
}

function take(message: PoMessage, { entries, remarks, isReversed }: Reading): void {
  const { id, text, context, extracted, place } = message;
  const { status, said } = statusOf(message);
  const written = text.value === '' && message.flags.some(staysAsItIs) ? id.value : text.value;
  const [french, english] = isReversed ? [written, id.value] : [id.value, written];
  if (french.trim() === '' || english.trim() === '') remarkHalf(message, french.trim() === '', remarks);
  else if (Math.max(french.length, english.length) > LONGEST_TERM) remarkText(message, remarks);
  else if (status === 'unknown') remarkStatus(message, said, remarks);
  else {
    const terms = {
      fr: termsIn(french, { language: 'fr', status: null, message }, remarks),
      en: termsIn(english, { language: 'en', status, message }, remarks),
    };
    entries.add(terms, { definition: extracted.join(' '), domain: context ?? '', place });
  }
}

/** What flags, comments and the context say of a message; what rules out goes first. */
function statusOf(message: PoMessage): { readonly status: SaidStatus; readonly said: string } {
  const { flags, comments, extracted, context, id, text } = message;
  const terms = [id.value, text.value];
  const remarks = [...comments.map(({ text }) => text), ...extracted, context ?? ''];
  const said = [
    ...flags.map((flag) => ({ said: flag, status: flag === 'fuzzy' ? ('unknown' as const) : readRuling(flag) })),
    ...remarks.map((words) => ({
      said: words,
      status: worseStatus(readMarks(FLAGS.exec(words)?.[1] ?? words), readRemarkOn(terms, words)),
    })),
  ];
  return said.reduce((worst, one) => (worseStatus(worst.status, one.status) === worst.status ? worst : one), {
    said: '',
    status: null as SaidStatus,
  });
}

interface Said {
  readonly language: Language;
  readonly status: ToolTerm['status'];
  readonly message: PoMessage;
}

function termsIn(text: string, { language, status, message }: Said, remarks: Remarks): ToolTerm[] {
  return readTermCell(text.trim(), language).flatMap(({ said, words, ...term }) => {
    const worst = worseStatus(status, said);
    if (worst === 'unknown') remarkStatus(message, words, remarks);
    return worst === 'unknown' ? [] : [{ ...term, status: worst, place: message.place }];
  });
}

function remarkStatus({ place }: PoMessage, said: string, remarks: Remarks): void {
  remarks.count(
    `status ${said}`,
    () => ({ place, excerpt: '' }),
    (count) => unknownStatus(said, count),
  );
}

function remarkHalf({ place }: PoMessage, isFrench: boolean, remarks: Remarks): void {
  const lacking = isFrench ? 'French' : 'English';
  const say = (count: number) =>
    `${counted(count, 'message has', 'messages have')} no ${lacking} term, and ${count === 1 ? 'is' : 'are'} left out`;
  remarks.count(lacking, () => ({ place, excerpt: '' }), say);
}

function remarkText({ place }: PoMessage, remarks: Remarks): void {
  const say = (count: number) =>
    `${counted(count, 'message is', 'messages are')} too long for a term, and ${count === 1 ? 'is' : 'are'} left out; the translation of an article belongs into its folder`;
  remarks.count('text', () => ({ place, excerpt: '' }), say);
}

function remarkLanguage({ place }: PoMessage, language: string, { remarks }: Reading): void {
  const say = (count: number) =>
    `${counted(count, 'message is', 'messages are')} of another language, ${quotedShort(language)}, and ${count === 1 ? 'is' : 'are'} left out`;
  remarks.count('language', () => ({ place, excerpt: '' }), say);
}
