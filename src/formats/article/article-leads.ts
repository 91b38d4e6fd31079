import type { Unit } from '../../core/model/article.ts';
import type { RichText } from '../../core/model/rich-text.ts';
import { finish, type Slices } from '../../core/model/slices.ts';
import type { Leads, Picture } from '../../core/text/leads.ts';
import { plainLabel } from './link-labels.ts';

export type Side = 'fr' | 'en';
export type LeadsOf = (unit: Unit, side: Side) => Leads;

/** Where an image lies that is a file of the article; null where it is not shown. */
export type PictureSource = (name: string) => string | null;

/** Ties the references of an article to its notes at once; see {@link leadSlices}. */
export function leadsIn(units: readonly Unit[], sourceOf: PictureSource): LeadsOf {
  return finish(leadSlices(units, sourceOf));
}

/**
 * Ties the references of an article to its notes, in each language by itself. Of two notes of one label the first
 * counts.
 */
export function* leadSlices(units: readonly Unit[], sourceOf: PictureSource): Slices<LeadsOf> {
  const notes = yield* notesIn(units);
  const first = { fr: yield* firstReferences(units, 'fr'), en: yield* firstReferences(units, 'en') };
  return (unit, side) => ({
    noteLink(text, { start, end, label = '' }) {
      const note = notes.get(label);
      if (note === undefined) return null;
      const isFirst = first[side].get(label) === placeOf(unit, start);
      const place = `${note}-${side}`;
      return { label: text.slice(start + 2, end - 1), href: `#${place}`, id: isFirst ? `${place}-ref` : null };
    },
    picture: ({ href }) => pictureOf(href, sourceOf),
    noteLabel() {
      if (unit.note === undefined) return null;
      const label = plainLabel(unit.note);
      const place = `${unit.id}-${side}`;
      const isFound = notes.get(label) === unit.id && first[side].has(label);
      return { label: unit.note, id: place, back: isFound ? `#${place}-ref` : null };
    },
  });
}

/** The unit of each note, by its label. */
function* notesIn(units: readonly Unit[]): Slices<ReadonlyMap<string, string>> {
  const notes = new Map<string, string>();
  for (const { id, note } of units) {
    const label = note === undefined ? '' : plainLabel(note);
    if (note !== undefined && !notes.has(label)) notes.set(label, id);
    yield;
  }
  return notes;
}

/** Where each note is referred to first, by its label. */
function* firstReferences(units: readonly Unit[], side: Side): Slices<ReadonlyMap<string, string>> {
  const first = new Map<string, string>();
  for (const unit of units) {
    for (const { kind, label, start } of textOn(unit, side)?.marks ?? [])
      if (kind === 'note' && label !== undefined && !first.has(label)) first.set(label, placeOf(unit, start));
    yield;
  }
  return first;
}

function textOn({ source, target }: Unit, side: Side): RichText | null {
  return side === 'fr' ? source : target;
}

function placeOf({ id }: Unit, offset: number): string {
  return `${id}:${offset}`;
}

/** @param href of its mark; null where that is nowhere safe */
export function pictureOf(href: string | null, sourceOf: PictureSource): Picture {
  if (href === null) return { src: null, elsewhere: null };
  if (!/^https?:/i.test(href)) return { src: sourceOf(href), elsewhere: null };
  return { src: null, elsewhere: URL.canParse(href) ? { href, host: new URL(href).host } : null };
}

/** The image of a figure, where both sides show the same; null where each shows its own. */
export function sharedPicture({ kind, source, target }: Unit, leads: Leads): string | null {
  if (kind !== 'figure') return null;
  const [french, english] = [source, target ?? source].map(({ marks }) => marks.find((mark) => mark.kind === 'image'));
  if (french === undefined || french.href !== english?.href) return null;
  return leads.picture(french)?.src ?? null;
}
