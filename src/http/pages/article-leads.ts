import type { Unit } from '../../core/model/article.ts';
import { type LeadsOf, leadsIn, pictureOf } from '../../formats/article/article-leads.ts';
import { pictureAddress } from '../addresses.ts';

/** A unit by itself: its images are shown, the notes are not there. */
export function leadsAlone(slug: string): LeadsOf {
  const picture = ({ href }: { readonly href: string | null }) => pictureOf(href, (name) => pictureAddress(slug, name));
  return () => ({ noteLink: () => null, picture, noteLabel: () => null });
}

/** The units of an article on one page. */
export function leadsOnPage(slug: string, units: readonly Unit[]): LeadsOf {
  return leadsIn(units, (name) => pictureAddress(slug, name));
}
