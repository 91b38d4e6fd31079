import {
  type LiveVerdicts,
  liveVerdictSlices,
  type VerdictGround,
  type VerdictMark,
} from '../../core/changes/live-verdicts.ts';
import { findingsOnce } from '../../core/checks/findings-once.ts';
import { RULES } from '../../core/checks/rules.ts';
import { offeredRepairs } from '../../core/ledger/repair.ts';
import { isAcceptable, standingOf } from '../../core/ledger/standing.ts';
import type { Concept } from '../../core/model/concept.ts';
import type { RichText } from '../../core/model/rich-text.ts';
import { finish, oneSlice, type Slices } from '../../core/model/slices.ts';
import { counted } from '../../core/text/counted.ts';
import { findHidden } from '../../core/text/hidden-characters.ts';
import { readableIn } from '../../core/text/reading.ts';
import { howOften, type ToldOnce, toldOnce } from '../../core/text/told-once.ts';
import { inEnglish, type ToldPiece, tellApart, toldInOneLine, toldLines } from '../../core/text/told-words.ts';
import { type VerbRecords, verbsFrom } from '../../core/words/sent-verbs.ts';
import { readerFor } from '../../formats/article/inline-marks.ts';
import { make, makeButton } from '../shared/elements.ts';
import { putText } from '../shared/put-text.ts';
import { keepLines, type VerdictLine } from './verdict-lines.ts';

/** What the server sends along so that a text can be judged as it is typed. */
export type SentGround = Omit<VerdictGround, 'read' | 'verbs'> & { readonly verbs: VerbRecords };

/** The form of a paragraph, and what shows the verdicts of its English. */
export interface Judging {
  readonly editor: HTMLElement;
  readonly field: HTMLTextAreaElement;
  /** Elements that hold the French with its terms. */
  readonly french: readonly HTMLElement[];
  readonly data: SentGround;
}

/**
 * Makes ready what judges the English of a paragraph, with the same code as the server: the terms in the French change
 * their verdict, the text under the field its marks.
 *
 * @returns what judges the text in the field as it is, and shows it
 */
export function* judgeSlices({ editor, field, french, data }: Judging): Slices<() => void> {
  const verbs = yield* oneSlice(() => verbsFrom(data.verbs));
  const prove = yield* liveVerdictSlices({ ...data, verbs, read: readerFor(data.source) });
  const text = field.value;
  const proof = yield* prove(text);
  yield;
  // What the page said when it came is read with it.
  const show = createShow({ editor, field, french, data }, text === field.defaultValue ? sentenceOf(proof) : '');
  if (field.value === text) show(proof);
  return () => show(finish(prove(field.value)));
}

/** @param told what was told of the text already */
function createShow({ editor, field, french, data }: Judging, told: string): (proof: LiveVerdicts) => void {
  const part = (selector: string) => editor.querySelector<HTMLElement>(selector);
  const tell = createTeller(part('.told'), told);
  return (proof) => {
    const judged = { id: data.id, isEmpty: field.value.trim() === '' };
    for (const side of french) showInFrench(side, judged, proof);
    part('.proof')?.replaceChildren(...markedText(field.value, proof.marks.target));
    const list = part('.verdicts');
    if (list !== null) keepLines(list, linesOf(data, proof));
    part('.tally')?.replaceChildren(proof.tally);
    part('.other-senses')?.replaceChildren(...proof.otherSenses.map(otherSense));
    part('.suggestions')?.replaceChildren(...repairButtons(proof, field));
    part('.findings')?.replaceChildren(...proof.accepted.map((one) => sentence(one, data.source)));
    tell(sentenceOf(proof));
  };
}

/** A paragraph whose English is judged: as long as there is none, nothing is said of its terms. */
interface Judged {
  readonly id: string;
  readonly isEmpty: boolean;
}

function doubtful({ marks }: LiveVerdicts): VerdictMark[] {
  return marks.source.filter(({ entry }) => entry.verdict !== 'preferred');
}

/** The terms of the French stay where they are, whatever the English says; only their verdicts change, or go. */
function showInFrench(side: HTMLElement, { id, isEmpty }: Judged, { entries }: LiveVerdicts): void {
  const judged = isEmpty ? [] : entries;
  const verdicts = new Map(judged.map(({ number, verdict }) => [`${id}-${number + 1}`, verdict]));
  for (const term of side.querySelectorAll<HTMLElement>('.term')) {
    const verdict = verdicts.get(term.dataset['mention'] ?? '');
    if (verdict === undefined) delete term.dataset['verdict'];
    else term.dataset['verdict'] = verdict;
  }
}

/** A text with its terms marked, and signs that nobody sees made visible. */
function markedText(text: string, marks: readonly VerdictMark[]): Node[] {
  const nodes: Node[] = [];
  let at = 0;
  for (const mark of marks) {
    nodes.push(...plainText(text.slice(at, mark.start)));
    const { entry, why } = mark;
    const term = make('span', 'term', '');
    term.dataset['verdict'] = entry.verdict;
    term.dataset['concept'] = entry.reading.concept.id;
    term.title = toldLines(why);
    term.append(...plainText(text.slice(Math.max(at, mark.start), mark.end)));
    nodes.push(term);
    at = Math.max(at, mark.end);
  }
  return [...nodes, ...plainText(text.slice(at))];
}

function plainText(text: string): Node[] {
  const nodes: Node[] = [];
  let at = 0;
  for (const { start, end, name } of findHidden(text)) {
    nodes.push(new Text(text.slice(at, start)), make('span', 'hidden-sign', `[${name}]`));
    at = end;
  }
  return [...nodes, new Text(text.slice(at))];
}

/**
 * What asks for something, each on a line of its own, where it may be accepted with a reason: once an entry or a rule.
 */
function linesOf({ id, source }: SentGround, proof: LiveVerdicts): VerdictLine[] {
  const named = new Set<string>();
  const once = (field: string, action: string) => {
    if (named.has(field)) return null;
    named.add(field);
    return { field, action };
  };
  const ofTerms = termsOnce(source, proof).map(({ one: mark, times }): VerdictLine => {
    const { reading, number } = mark.entry;
    const standing = standingOf(mark.entry);
    return {
      key: `${id}-${number + 1}`,
      says: `${standing} ${toldLines(mark.why)}${howOften(times)}`,
      parts: () => verdictParts(source, mark, times),
      accept: isAcceptable(standing) ? once(`reason:${reading.concept.id}`, `waive:${reading.concept.id}`) : null,
    };
  });
  const findings = findingsOnce(proof.findings);
  const ofRules = findings.map(
    ({ rule, said }, i): VerdictLine => ({
      key: `${rule} ${findings.slice(0, i).filter((one) => one.rule === rule).length}`,
      says: said,
      parts: () => [sentence(said, source)],
      accept: RULES[rule].waivable === 'by rule' ? once(`because:${rule}`, `accept:${rule}`) : null,
    }),
  );
  return [...ofTerms, ...ofRules];
}

/** What asks for something, once where the same is said of several. */
function termsOnce(source: RichText, proof: LiveVerdicts): ToldOnce<VerdictMark>[] {
  return toldOnce(doubtful(proof), ({ start, end, entry, why }) =>
    [readableIn(source, { start, end }), entry.verdict, entry.reading.concept.id, toldLines(why)].join(' '),
  );
}

function sentence(said: string, { text }: RichText): HTMLElement {
  return printed(tellApart(said, text, ''));
}

function printed(pieces: readonly ToldPiece[]): HTMLElement {
  const whole = make('span', 'details', '');
  for (const { text, isFrench } of pieces) whole.append(make('bdi', '', text, isFrench ? 'fr' : ''));
  return whole;
}

function otherSense({ other, why }: LiveVerdicts['otherSenses'][number]): HTMLElement {
  const line = make('p', 'details', '');
  line.append(printed(toldInOneLine(why)), ' ', linkToEntry(other.reading.concept, make('a', '', 'The entry')));
  return line;
}

function linkToEntry({ id }: Pick<Concept, 'id'>, link: HTMLElement): HTMLElement {
  link.setAttribute('href', `/glossary/${id}`);
  return link;
}

function verdictParts(source: RichText, { start, end, entry, why }: VerdictMark, times: number): Node[] {
  const { reading } = entry;
  const link = linkToEntry(reading.concept, make('a', '', readableIn(source, { start, end }), 'fr'));
  const standing = standingOf(entry);
  const word = make('span', 'verdict', standing);
  word.dataset['verdict'] = standing;
  return [link, new Text(' '), word, new Text(' '), printed([...toldInOneLine(why), inEnglish(howOften(times))])];
}

/** Time without a key before it is told. Milliseconds. */
const PAUSE = 900;

/** One short sentence for who hears the page, when nobody types, and only where it says something else. */
function createTeller(place: HTMLElement | null, told: string): (sentence: string) => void {
  let waiting = 0;
  let last = told;
  return (sentence) => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      if (place !== null && sentence !== last) place.textContent = sentence;
      last = sentence;
    }, PAUSE);
  };
}

/** “3 terms: 2 preferred, 1 missing; 1 other problem.” */
function sentenceOf({ tally, findings }: LiveVerdicts): string {
  const { length } = findings;
  return `${tally}${length === 0 ? '' : `; ${counted(length, 'other problem')}`}.`;
}

function repairButtons({ repairs }: LiveVerdicts, field: HTMLTextAreaElement): HTMLElement[] {
  return offeredRepairs(repairs).map(({ says, step }) => {
    const button = makeButton(says);
    button.className = 'quiet';
    button.lang = 'en';
    button.addEventListener('click', () => {
      putText(field, step.target.text);
    });
    return button;
  });
}
