import { partitionPoint } from '../model/partition-point.ts';
import type { Mention } from './mention.ts';
import {
  ACCEPTED_ROUNDS,
  type Candidate,
  type CandidateList,
  type Candidates,
  type Round,
  type Tier,
  tierOf,
} from './renderings.ts';

/** Which candidate answers which mention. Every stretch of the target answers once. */
export interface Assignment {
  /** The candidate of a mention, or undefined. */
  answerOf(mention: Mention): Candidate | undefined;
  /** Takes the nearest free candidate of a round for a mention. */
  take(mention: Mention, round: Round): Candidate | undefined;
  /** As `take`, but other mentions may move to another of their candidates to make room. */
  takeMakingRoom(mention: Mention): Candidate | undefined;
  /** Takes a candidate of which nothing but a shorter mention holds a part: pairs, of “pairs of sentences”. */
  takeFromPart(mention: Mention): void;
  /** Lets the answer of a mention be the longest around it that is no worse, where nobody needs the rest of that. */
  widen(mention: Mention): void;
  isFree(span: { readonly start: number; readonly end: number }): boolean;
  /** Whether a part of a stretch answers a mention. */
  isAnswer(span: { readonly start: number; readonly end: number }): boolean;
  /** Reserves a stretch: no candidate that lies in it answers any longer. */
  occupy(span: { readonly start: number; readonly end: number }): void;
}

/** Owns what answers no mention by itself. */
const NOBODY = Symbol('nobody');
type Owner = Mention | typeof NOBODY;

/** Moves tried before a mention counts as unanswered. */
const MOST_MOVES = 200;

/** @param scale how far along the target something is expected: target length / source length */
export function createAssignment(candidates: Candidates, targetLength: number, scale: number): Assignment {
  const holdings = createHoldings(targetLength);
  const nearestFree = createNearestFree(candidates, scale, holdings.isFree);
  /** Concepts by sentence for which no room can be made. */
  const exhausted = new Set<string>();
  return {
    ...{ answerOf: holdings.answerOf, isFree: holdings.isFree, occupy: holdings.occupy },
    isAnswer: (span) => holdings.ownersOf(span).some((owner) => owner !== NOBODY),
    widen(mention) {
      const answer = holdings.answerOf(mention);
      const longer = answer && longestNoWorse(answer, mention, { candidates, holdings });
      if (longer === undefined) return;
      holdings.release(mention);
      holdings.give(mention, longer);
    },
    take(mention, round) {
      const candidate = nearestFree(mention, round);
      if (candidate !== undefined) holdings.give(mention, candidate);
      return candidate;
    },
    takeFromPart(mention) {
      const partner = ACCEPTED_ROUNDS.filter((round) => round.partner);
      const candidate = acceptedFor(mention, candidates, partner).find((one) => isHeldInPart(one, mention, holdings));
      if (candidate === undefined) return;
      for (const owner of holdings.ownersOf(candidate)) if (owner !== NOBODY) holdings.release(owner);
      holdings.give(mention, candidate);
    },
    takeMakingRoom(mention) {
      const keys = mention.readings.map(
        ({ concept, term }) => `${mention.sentence} ${term.partOfSpeech} ${concept.id}`,
      );
      if (keys.every((key) => exhausted.has(key))) return undefined;
      if (makeRoom(mention, [], { candidates, holdings, moves: MOST_MOVES })) return holdings.answerOf(mention);
      for (const key of keys) exhausted.add(key);
      return undefined;
    },
  };
}

/** A stretch of the target, half-open. UTF-16 offsets. */
type Stretch = Parameters<Assignment['isFree']>[0];

/** Who holds which stretch of the target. */
interface Holdings extends Pick<Assignment, 'answerOf' | 'isFree' | 'occupy'> {
  /** Each once. */
  ownersOf(span: Stretch): readonly Owner[];
  give(mention: Mention, candidate: Candidate): void;
  /** Takes its answer from a mention that has one. */
  release(mention: Mention): void;
  /** Gives and releases; where that comes to nothing, everything is as it was. Gives whether it came to something. */
  attempt(steps: () => boolean): boolean;
}

function createHoldings(targetLength: number): Holdings {
  const owners: (Owner | undefined)[] = new Array(targetLength);
  const answers = new Map<Mention, Candidate>();
  /** How to undo each step, newest last. */
  const journal: (() => void)[] = [];
  const fill = ({ start, end }: Stretch, owner: Owner | undefined) => {
    for (let i = start; i < end; i += 1) owners[i] = owner;
  };
  const put = (mention: Mention, candidate: Candidate) => {
    answers.set(mention, candidate);
    fill(candidate, mention);
  };
  const remove = (mention: Mention, candidate: Candidate) => {
    answers.delete(mention);
    fill(candidate, undefined);
  };
  return {
    answerOf: (mention) => answers.get(mention),
    isFree({ start, end }) {
      for (let i = start; i < end; i += 1) if (owners[i] !== undefined) return false;
      return true;
    },
    ownersOf: ({ start, end }) => [...new Set(owners.slice(start, end).filter((owner) => owner !== undefined))],
    occupy: (span) => fill(span, NOBODY),
    give(mention, candidate) {
      put(mention, candidate);
      journal.push(() => remove(mention, candidate));
    },
    release(mention) {
      const candidate = answers.get(mention) as Candidate;
      remove(mention, candidate);
      journal.push(() => put(mention, candidate));
    },
    attempt(steps) {
      const mark = journal.length;
      if (steps()) return true;
      while (journal.length > mark) journal.pop()?.();
      return false;
    },
  };
}

/** Finds the free candidate of a round that is nearest to where a mention is expected. */
function createNearestFree(candidates: Candidates, scale: number, isFree: Holdings['isFree']) {
  const free = new Map<CandidateList, FreeList>();
  return (mention: Mention, round: Round): Candidate | undefined => {
    const expected = mention.start * scale;
    let best: Candidate | undefined;
    for (const list of candidates.for(mention, round)) {
      const known = free.get(list) ?? createFreeList(list);
      free.set(list, known);
      const found = known.nearest(expected, isFree);
      if (found === undefined) continue;
      if (best === undefined || Math.abs(found.start - expected) < Math.abs(best.start - expected)) best = found;
    }
    return best;
  };
}

/** What room is made with; `moves` that are left count down. */
interface RoomMaking {
  readonly candidates: Candidates;
  readonly holdings: Holdings;
  moves: number;
}

/** Gives a mention a candidate, sending those who hold it elsewhere; leaves everything as it was when that fails. */
function makeRoom(mention: Mention, moving: readonly Mention[], making: RoomMaking): boolean {
  const { candidates, holdings } = making;
  const isMovable = (owner: Owner): owner is Mention => owner !== NOBODY && holdings.answerOf(owner) !== undefined;
  for (const candidate of acceptedFor(mention, candidates, ACCEPTED_ROUNDS)) {
    making.moves -= 1;
    if (making.moves < 0) return false;
    const others = holdings.ownersOf(candidate);
    if (!others.every(isMovable) || others.some((other) => moving.includes(other))) continue;
    const isPlaced = holdings.attempt(() => {
      others.forEach(holdings.release);
      holdings.give(mention, candidate);
      return others.every((other) => makeRoom(other, [...moving, mention, ...others], making));
    });
    if (isPlaced) return true;
  }
  return false;
}

/** The longest around an answer that is no worse a rendering, and of which no other mention holds anything. */
function longestNoWorse(
  answer: Candidate,
  mention: Mention,
  { candidates, holdings }: Pick<RoomMaking, 'candidates' | 'holdings'>,
): Candidate | undefined {
  const tier = tierOf(answer, mention);
  const isNoWorse = (other: Tier) => other === tier || (other === 'preferred' && tier === 'admitted');
  return candidates
    .around(answer)
    .find((one) => isNoWorse(tierOf(one, mention)) && holdings.ownersOf(one).every((owner) => owner === mention));
}

/** Whether one shorter mention holds a part of a candidate, which is all that is held of it. */
function isHeldInPart(candidate: Candidate, { size }: Mention, { ownersOf, answerOf }: Holdings): boolean {
  const [owner, ...others] = ownersOf(candidate);
  if (owner === undefined || owner === NOBODY || others.length > 0 || owner.size >= size) return false;
  const answer = answerOf(owner);
  if (answer === undefined || answer.start < candidate.start || answer.end > candidate.end) return false;
  return answer.end - answer.start < candidate.end - candidate.start;
}

function acceptedFor(mention: Mention, candidates: Candidates, rounds: readonly Round[]): Candidate[] {
  return rounds.flatMap((round) => candidates.for(mention, round).flatMap((list) => list.slice(0, MOST_MOVES)));
}

interface FreeList {
  nearest(position: number, isFree: (candidate: Candidate) => boolean): Candidate | undefined;
}

/** Candidates of one list by position; those found taken are skipped for good, so that n searches stay linear. */
function createFreeList(list: CandidateList): FreeList {
  const after = createSkipping(list.length, 1);
  const before = createSkipping(list.length, -1);
  return {
    nearest(position, isFree) {
      const at = partitionPoint(list, ({ start }) => start < position);
      const isTaken = (index: number) => !isFree(list[index] as Candidate);
      return closer(position, list[before(at - 1, isTaken)], list[after(at, isTaken)]);
    },
  };
}

/**
 * Finds the next index in one direction that is not taken, remembering what was skipped; -1 or `length` when none is.
 */
function createSkipping(length: number, direction: 1 | -1) {
  const next = Int32Array.from({ length: length + 2 }, (_, slot) => slot - 1);
  const follow = (from: number): number => {
    let end = from;
    while (next[end + 1] !== end) end = next[end + 1] as number;
    for (let at = from; at !== end; ) {
      const step = next[at + 1] as number;
      next[at + 1] = end;
      at = step;
    }
    return end;
  };
  return (from: number, isTaken: (index: number) => boolean): number => {
    let at = follow(from);
    while (at >= 0 && at < length && isTaken(at)) {
      next[at + 1] = at + direction;
      at = follow(at);
    }
    return at;
  };
}

function closer(position: number, before: Candidate | undefined, after: Candidate | undefined): Candidate | undefined {
  if (before === undefined || after === undefined) return before ?? after;
  return position - before.start <= after.start - position ? before : after;
}
