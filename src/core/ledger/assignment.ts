import { partitionPoint } from '../model/partition-point.ts';
import type { Mention } from './mention.ts';
import { ACCEPTED_ROUNDS, type Candidate, type CandidateList, type Candidates, type Round } from './renderings.ts';

/** Which candidate answers which mention. Every stretch of the target answers once. */
export interface Assignment {
  /** The candidate of a mention, or undefined. */
  answerOf(mention: Mention): Candidate | undefined;
  /** Takes the nearest free candidate of a round for a mention. */
  take(mention: Mention, round: Round): Candidate | undefined;
  /** As `take`, but other mentions may move to another of their candidates to make room. */
  takeMakingRoom(mention: Mention): Candidate | undefined;
  /** Lets the answer of a mention take in the other half of “long form (acronym)”, when nobody needs that. */
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
  const owners: (Owner | undefined)[] = new Array(targetLength);
  const answers = new Map<Mention, Candidate>();
  /** Concepts by sentence for which no room can be made. */
  const exhausted = new Set<string>();
  /** How to undo each step, newest last. */
  const journal: (() => void)[] = [];
  const free = new Map<CandidateList, FreeList>();

  const isFree: Assignment['isFree'] = ({ start, end }) => {
    for (let i = start; i < end; i += 1) if (owners[i] !== undefined) return false;
    return true;
  };
  const fill = (span: { start: number; end: number }, owner: Owner | undefined) => {
    for (let i = span.start; i < span.end; i += 1) owners[i] = owner;
  };
  const give = (mention: Mention, candidate: Candidate) => {
    answers.set(mention, candidate);
    fill(candidate, mention);
    journal.push(() => {
      answers.delete(mention);
      fill(candidate, undefined);
    });
    return candidate;
  };
  const release = (mention: Mention) => {
    const candidate = answers.get(mention) as Candidate;
    answers.delete(mention);
    fill(candidate, undefined);
    journal.push(() => {
      answers.set(mention, candidate);
      fill(candidate, mention);
    });
  };
  const nearestFree = (mention: Mention, round: Round): Candidate | undefined => {
    const expected = mention.start * scale;
    return candidates
      .for(mention, round)
      .flatMap((list) => {
        const known = free.get(list) ?? createFreeList(list);
        free.set(list, known);
        return known.nearest(expected, isFree) ?? [];
      })
      .sort((a, b) => Math.abs(a.start - expected) - Math.abs(b.start - expected))[0];
  };

  function ownersOf({ start, end }: Candidate): Owner[] {
    return [...new Set(owners.slice(start, end).filter((owner) => owner !== undefined))];
  }

  const isMovable = (owner: Owner): owner is Mention => owner !== NOBODY && answers.has(owner);

  /** Gives a mention a candidate, sending those who hold it elsewhere; leaves everything as it was when that fails. */
  function place(mention: Mention, moving: readonly Mention[], budget: { moves: number }): boolean {
    for (const candidate of acceptedFor(mention, candidates)) {
      budget.moves -= 1;
      if (budget.moves < 0) return false;
      const others = ownersOf(candidate);
      if (!others.every(isMovable) || others.some((other) => moving.includes(other))) continue;
      const mark = journal.length;
      others.forEach(release);
      give(mention, candidate);
      if (others.every((other) => place(other, [...moving, mention, ...others], budget))) return true;
      while (journal.length > mark) journal.pop()?.();
    }
    return false;
  }

  return {
    answerOf: (mention) => answers.get(mention),
    widen(mention) {
      const answer = answers.get(mention);
      const whole = answer && candidates.wholeOf(answer);
      if (whole === undefined || ownersOf(whole).some((owner) => owner !== mention)) return;
      release(mention);
      give(mention, whole);
    },
    isFree,
    isAnswer: ({ start, end }) => owners.slice(start, end).some((owner) => owner !== undefined && owner !== NOBODY),
    occupy: (span) => fill(span, NOBODY),
    take(mention, round) {
      const candidate = nearestFree(mention, round);
      return candidate && give(mention, candidate);
    },
    takeMakingRoom(mention) {
      const keys = mention.readings.map(
        ({ concept, term }) => `${mention.sentence} ${term.partOfSpeech} ${concept.id}`,
      );
      if (keys.every((key) => exhausted.has(key))) return undefined;
      if (place(mention, [], { moves: MOST_MOVES })) return answers.get(mention);
      for (const key of keys) exhausted.add(key);
      return undefined;
    },
  };
}

function acceptedFor(mention: Mention, candidates: Candidates): Candidate[] {
  return ACCEPTED_ROUNDS.flatMap((round) =>
    candidates.for(mention, round).flatMap((list) => list.slice(0, MOST_MOVES)),
  );
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

/** Finds the next index in one direction that is not taken, remembering what was skipped; -1 or `length` when none is. */
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
