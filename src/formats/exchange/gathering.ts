import { mapSlices, type Slices } from '../../core/model/slices.ts';
import { SLUG } from '../../core/text/slug.ts';
import type { BilingualFile } from './bilingual.ts';
import { UnreadableBilingual } from './bilingual.ts';
import { cameBack, type ForeignUnit } from './came-back.ts';
import type { XmlFile } from './follow-xml.ts';

/** Which way a file goes: from French to English, the other way round, or between other languages. */
export type Direction = 'forward' | 'backward' | 'foreign';

const NAMES: Readonly<Record<string, 'fr' | 'en'>> = { fr: 'fr', fra: 'fr', fre: 'fr', en: 'en', eng: 'en' };

/** French or English by their tag, whatever the region: `fr`, `FR-CA`, `en_GB`; null for another language. */
export function languageIn(tag: string): 'fr' | 'en' | null {
  return NAMES[tag.trim().toLowerCase().split(/[-_]/)[0] ?? ''] ?? null;
}

/** @param target null where the file does not say it */
export function directionOf(source: string, target: string | null): Direction {
  const [from, to] = [languageIn(source), target === null ? null : languageIn(target)];
  if (from === 'fr' && (target === null || to === 'en')) return 'forward';
  return from === 'en' && (target === null || to === 'fr') ? 'backward' : 'foreign';
}

/** Gathers what a file says, as it is read. */
export interface Gathering {
  /** A pair of texts; one of a file that goes the other way round is a draft, as nobody reviewed its English. */
  add(unit: ForeignUnit, direction: Direction): void;
  /** Said once, with the place of the first. */
  remark(message: string, offset: number): void;
  /** `content/slug` where an export of ours says so. */
  from(original: string): void;
  /** All of it, text by text, as each is read as Markdown. */
  done(): Slices<BilingualFile>;
}

const BACKWARD = 'this file goes from English to French; its English is read as a draft for its French';
const ELSEWHERE = 'texts in other languages than French and English are left out';

export function createGathering({ placeOf }: Pick<XmlFile, 'placeOf'>): Gathering {
  const units: ForeignUnit[] = [];
  const remarks = new Map<string, BilingualFile['remarks'][number]>();
  let slug: string | null = null;
  const remark = (message: string, offset: number) => {
    if (!remarks.has(message)) remarks.set(message, { message, place: placeOf(offset) });
  };
  const remarkAt = (message: string, { place }: ForeignUnit) => {
    if (!remarks.has(message)) remarks.set(message, { message, place });
  };
  return {
    add(unit, direction) {
      if (direction === 'foreign') return remarkAt(ELSEWHERE, unit);
      if (direction === 'forward') {
        units.push(unit);
        return;
      }
      remarkAt(BACKWARD, unit);
      const { source, target } = unit;
      if (target === null || target.length === 0) return;
      units.push({ ...unit, source: target, target: source, isReviewed: false, id: null });
    },
    remark,
    from(original) {
      const [, folder = ''] = /^content\/([^/]+)/.exec(original) ?? [];
      if (slug === null && SLUG.test(folder)) slug = folder;
    },
    *done() {
      const elsewhere = remarks.get(ELSEWHERE);
      if (units.length === 0 && elsewhere !== undefined)
        throw new UnreadableBilingual('this file is not between French and English; export those two', elsewhere.place);
      return { slug, units: yield* mapSlices(units, cameBack), remarks: [...remarks.values()] };
    },
  };
}
