import { grouped } from '../../../core/text/counted.ts';
import { type GlossaryView, glossaryAddress } from '../../addresses.ts';
import { shortened } from '../frame/wording.ts';
import { type Choice, STATUSES } from './glossary-choice.ts';
import { type GlossaryList, OTHER_LETTER } from './glossary-list.ts';

/** A way to other entries: those of a field, those under a letter. */
export interface Way {
  readonly href: string;
  readonly label: string;
  readonly count: string;
  /** Whether it is what the page shows already. */
  readonly isCurrent: boolean;
}

/** Ways to the fields. */
export interface FieldWays {
  /** All fields first; empty where all is in one. */
  readonly listed: readonly Way[];
  /** “and 12 smaller ones”; '' for none. */
  readonly more: string;
}

/** Fields that have a way of their own; of more, the largest. */
const MOST_FIELDS = 38;

export function fieldWays({ fields: names }: GlossaryList, { view, fields }: Choice): FieldWays {
  const all = [...fields.values()].reduce((sum, count) => sum + count, 0);
  const shown = new Set(view.field === '' ? largest(fields) : [view.field, ...largest(fields)]);
  if (shown.size < 2) return { listed: [], more: '' };
  const wayTo = (field: string, label: string, count: number): Way => {
    const href = glossaryAddress({ ...view, field, page: 1 });
    return { href, label, count: grouped(count), isCurrent: field === view.field };
  };
  const ways = [...names]
    .filter(([key]) => shown.has(key))
    .map(([key, { name }]) => wayTo(key, name, fields.get(key) ?? 0));
  const others = fields.size - ways.length;
  return {
    listed: [wayTo('', 'All fields', all), ...ways],
    more: others > 0 ? `and ${grouped(others)} smaller ones` : '',
  };
}

function largest(fields: ReadonlyMap<string, number>): string[] {
  const ordered = [...fields].sort(([, a], [, b]) => b - a);
  return ordered.slice(0, MOST_FIELDS).map(([key]) => key);
}

/** The way to what begins with a letter. */
export interface LetterWay {
  readonly href: string;
  readonly label: string;
  /** What a voice reads. */
  readonly spoken: string;
  readonly isCurrent: boolean;
}

/** All letters first, then each with which something begins; empty where that is one alone. */
export function letterWays({ view, letters }: Choice): LetterWay[] {
  const there = LETTERS.filter((letter) => letters.has(letter) || letter === view.letter);
  if (there.length < 2 && view.letter === '') return [];
  return ['', ...there].map((letter) => ({
    href: glossaryAddress({ ...view, letter, page: 1 }),
    label: letter === '' ? 'All' : letter === OTHER_LETTER ? '#' : letter.toUpperCase(),
    spoken: letter === '' ? 'All letters' : letterName(letter),
    isCurrent: letter === view.letter,
  }));
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz', OTHER_LETTER];

function letterName(letter: string): string {
  return letter === OTHER_LETTER ? 'Digits and other signs' : letter.toUpperCase();
}

/** Something that is asked for, and the way to the same without it. */
export interface Asked {
  readonly label: string;
  readonly without: string;
}

/** @param title of the article that is asked for */
export function askedFor({ fields }: GlossaryList, view: GlossaryView, title: string): Asked[] {
  const without = (part: Partial<GlossaryView>) => glossaryAddress({ ...view, ...part, page: 1 });
  const field = fields.get(view.field)?.name ?? shortened(view.field, 120);
  const parts: [string, string, Partial<GlossaryView>][] = [
    [view.q, `“${view.q}”`, { q: '' }],
    [view.field, field, { field: '' }],
    [view.status, STATUSES.get(view.status)?.label ?? '', { status: '' }],
    [view.article, `in “${title}”`, { article: '' }],
    [view.letter, `beginning with ${letterName(view.letter).toLowerCase()}`, { letter: '' }],
  ];
  return parts.filter(([value]) => value !== '').map(([, label, part]) => ({ label, without: without(part) }));
}
