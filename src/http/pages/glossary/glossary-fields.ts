import { capitalized } from '../../../core/text/capitalized.ts';
import { bare } from '../../../core/text/characters.ts';
import { shortened } from '../frame/wording.ts';

/** A subject field as an address names it, and as a page does. */
export interface Field {
  readonly key: string;
  readonly name: string;
}

/** Of the entries that name none. No other key is like it: each has a letter or a digit. */
export const NO_FIELD: Field = { key: '-', name: 'Without a field' };

/** UTF-16 units of which a key is made; fields that are the same up to there are one. */
const LONGEST_KEY = 60;

/** UTF-16 units of a name on a page. */
const LONGEST_NAME = 120;

/** The field of a domain as an entry writes it: the same whatever its capitals and accents; shown with a capital. */
export function fieldOf(domain: string | null): Field {
  const written = domain?.trim() ?? '';
  const key = fieldKey(written);
  return key === NO_FIELD.key ? NO_FIELD : { key, name: shortened(capitalized(written), LONGEST_NAME) };
}

/** By which a domain, or a field as an address has it, is told from others. */
export function fieldKey(domain: string): string {
  const key = bare(domain.trim().slice(0, LONGEST_KEY)).trim();
  // Half a sign has no place in an address.
  return /[\p{L}\p{N}]/u.test(key) ? key.replaceAll(/\p{Cs}/gu, '') : NO_FIELD.key;
}
