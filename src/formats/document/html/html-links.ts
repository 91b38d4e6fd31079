import type { HtmlElement } from './html-dom.ts';

/** Where a link leads, for a reader of the article; null for places within the page, scripts and data. */
export function addressOf(link: HtmlElement, base: string | null): string | null {
  const written = (link.getAttribute('href') ?? '').trim();
  if (written === '' || written.startsWith('#') || written.length > 2000) return null;
  if (base === null && !/^[a-z][a-z\d+.-]*:/i.test(written)) return null;
  const url = beyondDetour(readAddress(written, base));
  if (url === null || !/^(?:https?|mailto):$/.test(url.protocol)) return null;
  return isSamePage(url, base) ? null : url.href;
}

/** Addresses by which programs see where somebody goes, and the parameter that says where. */
const DETOURS: readonly (readonly [place: RegExp, parameter: string])[] = [
  [/^www\.google\.[a-z.]+\/url$/, 'q'],
  [/^\w+\.safelinks\.protection\.outlook\.com\/$/, 'url'],
];

function beyondDetour(url: URL | null): URL | null {
  const [, parameter] = DETOURS.find(([place]) => url !== null && place.test(url.hostname + url.pathname)) ?? [];
  const target = parameter === undefined ? null : (url?.searchParams.get(parameter) ?? null);
  return target === null ? url : (readAddress(target, null) ?? url);
}

function isSamePage(url: URL, base: string | null): boolean {
  const page = base === null ? null : readAddress(base, null);
  return page !== null && url.hash !== '' && url.href.split('#')[0] === page.href.split('#')[0];
}

/** An address as a page writes it; null where it is none. */
export function readAddress(written: string, base: string | null): URL | null {
  return URL.canParse(written, base ?? undefined) ? new URL(written, base ?? undefined) : null;
}
