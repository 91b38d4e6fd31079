import { describeImpact, type Impact } from '../../../core/changes/impact.ts';
import { unitAddress } from '../../addresses.ts';
import { fewRemarks, pilcrow } from '../frame/wording.ts';

/** What a change would touch. */
export interface ImpactView {
  readonly summary: string;
  readonly units: readonly {
    readonly href: string;
    /** “essai ¶7” */
    readonly label: string;
    readonly becomesStale: boolean;
    readonly terms: readonly { readonly text: string; readonly before: string; readonly after: string }[];
  }[];
  /** Units that are not listed. */
  readonly more: number;
  readonly findings: readonly string[];
}

/** Units of an impact that are listed. */
const MOST_UNITS = 50;

export function impactView(impact: Impact): ImpactView {
  return {
    summary: describeImpact(impact),
    findings: fewRemarks(impact.findings),
    more: Math.max(0, impact.units.length - MOST_UNITS),
    units: impact.units.slice(0, MOST_UNITS).map(({ slug, unit, terms, becomesStale }) => ({
      href: unitAddress(slug, unit),
      label: `${slug} ${pilcrow(unit)}`,
      becomesStale,
      terms: terms.map(({ text, before, after }) => ({ text, before: before ?? 'no term', after: after ?? 'no term' })),
    })),
  };
}
