import { addToGroup } from '../model/groups.ts';
import { CLASS, lowerCase, WORD } from '../text/characters.ts';

/**
 * First parts of compounds that are written in one word, in two, or with a hyphen, each with how the second part
 * begins: sandbox, sand box, sand-box. A list, since most words that begin so are no compounds (*band* but not
 * *bandit*), and of most compounds only one spelling is in use; nor what is a noun in one word and a verb in two
 * (*rollout*, *roll out*).
 */
const COMPOUNDS: Readonly<Record<string, string>> = {
  band: 'width',
  bench: 'mark',
  block: 'chain',
  bread: 'crumb',
  car: 'mak',
  chat: 'bot',
  check: 'box list point sum',
  chip: 'mak set',
  class: 'room',
  code: 'base book',
  court: 'room',
  crowd: 'fund sourc work',
  data: 'base cent flow frame lake set sheet',
  dead: 'line lock',
  deep: 'fake',
  e: 'book commerc learning mail wast',
  drug: 'mak',
  end: 'point',
  eye: 'track',
  feed: 'back forward',
  file: 'name system',
  finger: 'print',
  fine: 'tun',
  fire: 'wall',
  foot: 'note print',
  gate: 'keep',
  ground: 'work',
  hand: 'book held writ',
  hard: 'code coding',
  head: 'count line phon set',
  health: 'care',
  home: 'page work',
  host: 'name',
  job: 'seek',
  key: 'board frame note point stroke word',
  law: 'mak',
  life: 'cycle span time',
  loud: 'speak',
  mother: 'board',
  news: 'feed letter paper room',
  note: 'book pad',
  off: 'board load set shor',
  on: 'board going line',
  pay: 'load roll wall',
  pipe: 'line',
  play: 'book ground',
  policy: 'mak',
  real: 'time',
  road: 'map',
  sand: 'box',
  screen: 'shot',
  share: 'holder',
  side: 'bar channel',
  smart: 'phone watch',
  spread: 'sheet',
  stake: 'holder',
  stand: 'alone',
  stop: 'word',
  test: 'bed',
  text: 'book',
  time: 'frame line out stamp step table',
  tool: 'box chain kit',
  touch: 'pad screen',
  trade: 'mark off',
  trouble: 'shoot',
  user: 'name',
  voice: 'mail over',
  water: 'mark',
  web: 'cam hook master page site',
  whistle: 'blow',
  white: 'list paper',
  black: 'list box',
  work: 'flow load place space station',
};

interface Compound {
  readonly first: string;
  readonly seconds: readonly string[];
}

/** By the letter that they begin with. */
const BY_LETTER: ReadonlyMap<string, readonly Compound[]> = byLetter();

function byLetter(): Map<string, Compound[]> {
  const groups = new Map<string, Compound[]>();
  for (const [first, seconds] of Object.entries(COMPOUNDS))
    addToGroup(groups, first.charAt(0), { first, seconds: seconds.split(' ') });
  return groups;
}

/** The text with its compounds in one word, in two, and with a hyphen; itself alone where it has none. */
export function compoundSpellings(text: string): string[] {
  const lower = lowerCase(text);
  const cuts = lower.length === text.length ? cutsIn(lower) : [];
  if (cuts.length === 0) return [text];
  return [text, ...['', ' ', '-'].map((joint) => joined(text, cuts, joint))];
}

/** Whether a word is the first part of a compound. */
export function opensCompound(word: string): boolean {
  return BY_LETTER.get(word.charAt(0))?.some(({ first }) => first === word) === true;
}

/** Whether a text has a compound that is written in several ways. */
export function hasCompound(text: string): boolean {
  return cutsIn(lowerCase(text)).length > 0;
}

/** Where a first part ends, and where its second begins. */
type Cut = readonly [end: number, start: number];

function cutsIn(text: string): Cut[] {
  const cuts: Cut[] = [];
  for (let start = 0; start < text.length; start = wordAfter(text, start)) {
    const cut = cutAt(text, start);
    if (cut !== null) cuts.push(cut);
  }
  return cuts;
}

/** Offset of the next word; the length of the text behind the last one. */
function wordAfter(text: string, start: number): number {
  let at = start;
  while (at < text.length && isLetter(text, at)) at += 1;
  return at + 1;
}

function isLetter(text: string, at: number): boolean {
  return CLASS[text.charCodeAt(at)] === WORD;
}

function cutAt(text: string, start: number): Cut | null {
  for (const { first, seconds } of BY_LETTER.get(text.charAt(start)) ?? []) {
    if (!text.startsWith(first, start)) continue;
    const end = start + first.length;
    const second = isJoint(text, end, first) ? end + 1 : end;
    if (seconds.some((one) => text.startsWith(one, second) && isEnding(text, second + one.length)))
      return [end, second];
  }
  return null;
}

/** Two words that are prepositions as well are no compound: on line 5, off set pieces. */
function isJoint(text: string, at: number, first: string): boolean {
  return text[at] === '-' || (text[at] === ' ' && first !== 'on' && first !== 'off');
}

/** How a word goes on behind the beginning of a second part: datacenters, fine-tuning, but not time outage. */
const ENDINGS: ReadonlySet<string> = new Set(' s es e ed er ers re res ing ings ten ting ping ped'.split(' '));

function isEnding(text: string, at: number): boolean {
  let end = at;
  while (end < text.length && isLetter(text, end)) end += 1;
  return ENDINGS.has(text.slice(at, end));
}

function joined(text: string, cuts: readonly Cut[], joint: string): string {
  let [joinedText, from] = ['', 0];
  for (const [end, start] of cuts) {
    joinedText += text.slice(from, end) + joint;
    from = start;
  }
  return joinedText + text.slice(from);
}
