import type { Unit } from '../../../core/model/article.ts';
import type { Slices } from '../../../core/model/slices.ts';
import { type LeadsOf, leadSlices, pictureOf } from '../../../formats/article/article-leads.ts';
import { pictureAddress } from '../../addresses.ts';

/** A unit by itself: its images are shown, the notes are not there. */
export function leadsAlone(slug: string): LeadsOf {
  const picture = ({ href }: { readonly href: string | null }) => pictureOf(href, (name) => pictureAddress(slug, name));
  return () => ({ noteLink: () => null, picture, noteLabel: () => null });
}

/** The units of an article on one page. */
export function leadsOnPage(slug: string, units: readonly Unit[]): Slices<LeadsOf> {
  return leadSlices(units, (name) => pictureAddress(slug, name));
}
