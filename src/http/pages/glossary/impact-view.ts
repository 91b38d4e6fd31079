import { describeImpact, type Impact } from '../../../core/changes/impact.ts';
import { inEnglish, type ToldPiece } from '../../../core/text/told-words.ts';
import { unitAddress } from '../../addresses.ts';
import { articleName, type Named, namingArticles } from '../frame/names.ts';
import { fewRemarks, pilcrow } from '../frame/wording.ts';

/** What a change would touch. */
export interface ImpactView {
  readonly summary: readonly ToldPiece[];
  readonly units: readonly {
    readonly href: string;
    /** “Un essai / A trial” ¶7 */
    readonly label: readonly ToldPiece[];
    readonly becomesStale: boolean;
    readonly terms: readonly { readonly text: string; readonly before: string; readonly after: string }[];
  }[];
  /** Units that are not listed. */
  readonly more: number;
  readonly findings: readonly string[];
}

/** Units of an impact that are listed. */
const MOST_UNITS = 50;

export function impactView(impact: Impact, files: Named): ImpactView {
  return {
    summary: namingArticles(files, (nameOf) => describeImpact(impact, nameOf)),
    findings: fewRemarks(impact.findings),
    more: Math.max(0, impact.units.length - MOST_UNITS),
    units: impact.units.slice(0, MOST_UNITS).map(({ slug, unit, terms, becomesStale }) => ({
      href: unitAddress(slug, unit),
      label: [...articleName(slug, files), inEnglish(` ${pilcrow(unit)}`)],
      becomesStale,
      terms: terms.map(({ text, before, after }) => ({ text, before: before ?? 'no term', after: after ?? 'no term' })),
    })),
  };
}
