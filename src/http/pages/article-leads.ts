import type { Unit } from '../../core/model/article.ts';
import type { Mark, RichText } from '../../core/model/rich-text.ts';
import { plainLabel } from '../../formats/article/link-labels.ts';
import { pictureAddress } from '../addresses.ts';

/** A reference to a footnote. */
export interface NoteLink {
  readonly label: string;
  /** The note, in the same language. */
  readonly href: string;
  /** Of the first reference: where the note leads back to. */
  readonly id: string | null;
}

/** An image: a file of the article, or one elsewhere, which no page of ours loads. */
export interface Picture {
  /** Null where none is shown. */
  readonly src: string | null;
  readonly elsewhere: { readonly href: string; readonly host: string } | null;
}

/** The label of a footnote, before its text. */
export interface NoteLabel {
  readonly label: string;
  readonly id: string;
  /** Where it is referred to first; null for nowhere. */
  readonly back: string | null;
}

/** Where the marks of one side of a unit lead within the article. */
export interface Leads {
  /** Null for one that no note answers: it is shown as it is written. */
  noteLink(text: string, mark: Mark): NoteLink | null;
  /** Null where it is shown elsewhere. */
  picture(mark: Mark): Picture | null;
  /** Null for a unit that begins no note. */
  noteLabel(): NoteLabel | null;
}

export type Side = 'fr' | 'en';
export type LeadsOf = (unit: Unit, side: Side) => Leads;

/** A unit by itself: its images are shown, the notes are not there. */
export function leadsAlone(slug: string): LeadsOf {
  return () => ({ noteLink: () => null, picture: (mark) => pictureOf(slug, mark), noteLabel: () => null });
}

/** Ties the references of an article to its notes, in each language by itself. Of two notes of one label the first counts. */
export function leadsIn(slug: string, units: readonly Unit[]): LeadsOf {
  const notes = new Map<string, string>();
  for (const { id, note } of units) {
    const label = note === undefined ? '' : plainLabel(note);
    if (note !== undefined && !notes.has(label)) notes.set(label, id);
  }
  const first = { fr: firstReferences(units, 'fr'), en: firstReferences(units, 'en') };
  return (unit, side) => ({
    noteLink(text, { start, end, label = '' }) {
      const note = notes.get(label);
      if (note === undefined) return null;
      const isFirst = first[side].get(label) === placeOf(unit, start);
      const place = `${note}-${side}`;
      return { label: text.slice(start + 2, end - 1), href: `#${place}`, id: isFirst ? `${place}-ref` : null };
    },
    picture: (mark) => pictureOf(slug, mark),
    noteLabel() {
      if (unit.note === undefined) return null;
      const label = plainLabel(unit.note);
      const place = `${unit.id}-${side}`;
      const isFound = notes.get(label) === unit.id && first[side].has(label);
      return { label: unit.note, id: place, back: isFound ? `#${place}-ref` : null };
    },
  });
}

/** Where each note is referred to first, by its label. */
function firstReferences(units: readonly Unit[], side: Side): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const unit of units) {
    for (const { kind, label, start } of textOn(unit, side)?.marks ?? [])
      if (kind === 'note' && label !== undefined && !first.has(label)) first.set(label, placeOf(unit, start));
  }
  return first;
}

function textOn({ source, target }: Unit, side: Side): RichText | null {
  return side === 'fr' ? source : target;
}

function placeOf({ id }: Unit, offset: number): string {
  return `${id}:${offset}`;
}

function pictureOf(slug: string, { href }: Mark): Picture {
  if (href === null) return { src: null, elsewhere: null };
  if (!/^https?:/i.test(href)) return { src: pictureAddress(slug, href), elsewhere: null };
  return { src: null, elsewhere: URL.canParse(href) ? { href, host: new URL(href).host } : null };
}

/** The image of a figure, where both sides show the same; null where each shows its own. */
export function sharedPicture({ kind, source, target }: Unit, leads: Leads): string | null {
  if (kind !== 'figure') return null;
  const [french, english] = [source, target ?? source].map(({ marks }) => marks.find((mark) => mark.kind === 'image'));
  if (french === undefined || french.href !== english?.href) return null;
  return leads.picture(french)?.src ?? null;
}
