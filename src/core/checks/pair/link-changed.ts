import type { RichText } from '../../model/rich-text.ts';
import type { Fault } from '../finding.ts';
import { type Address, addressesIn, sameAddress, siteIn } from './addresses.ts';
import type { PairRule } from './pair-rule.ts';

/**
 * An address of one side that the other does not have. The page of the same site in English may stand for the French.
 */
export const linkChanged: PairRule = {
  rule: 'link-changed',
  find({ source, target }) {
    if (source.isUnread || target.isUnread) return [];
    const [lost, added] = differing(source, target);
    const count = Math.max(lost.length, added.length);
    return Array.from({ length: count }, (_, i) => faultOf(lost[i] ?? null, added[i] ?? null));
  },
};

function differing(source: RichText, target: RichText): [lost: Address[], added: Address[]] {
  const [from, to] = [addressesIn(source), addressesIn(target)];
  const [lost, added] = [missingIn(to, from), missingIn(from, to)];
  const sites = new Set(added.map(({ written }) => siteIn(written, 'en')));
  const frenchSites = new Set(lost.map(({ written }) => siteIn(written, 'fr')));
  const isOther = (site: string | null, sites: ReadonlySet<string | null>) => site === null || !sites.has(site);
  return [
    lost.filter(({ written }) => isOther(siteIn(written, 'fr'), sites)),
    added.filter(({ written }) => isOther(siteIn(written, 'en'), frenchSites)),
  ];
}

/** Those that the others do not lead to; each once. */
function missingIn(others: readonly Address[], addresses: readonly Address[]): Address[] {
  const known = new Set(others.flatMap(waysOf));
  return addresses.filter((address) => {
    const isNew = !waysOf(address).some((way) => known.has(way));
    for (const way of waysOf(address)) known.add(way);
    return isNew;
  });
}

/** A link by a label leads where the label does, too. */
function waysOf({ written, href }: Address): string[] {
  return [sameAddress(written), ...(href ? [sameAddress(href)] : [])];
}

function faultOf(source: Address | null, target: Address | null): Fault {
  if (target === null)
    return { message: `the English does not lead to “${source?.written}”; write the link`, source, target };
  if (source === null)
    return {
      message: `the French does not lead to “${target.written}”; take the address out, or correct it`,
      source,
      target,
    };
  return {
    message: `“${target.written}” is not the address of the French, “${source.written}”; correct it`,
    source,
    target,
  };
}
