import type { Mark, RichText, Span } from '../../model/rich-text.ts';

/** Where a text leads, with the place of what leads there. */
export interface Address extends Span {
  readonly written: string;
  /** Of a link whose address stands elsewhere: its label, and where that leads. */
  readonly label?: string;
  readonly href?: string | null;
}

/** The addresses of links, and those that stand in the text by themselves. In order. */
export function addressesIn({ text, marks, wordless }: RichText): Address[] {
  const links = marks.filter(({ kind }) => kind === 'link');
  const linked = links.map((mark): Address => {
    const { start, end, label, href } = mark;
    if (label === undefined) return { start, end, written: addressOf(text, mark) };
    return { start, end, label, href, written: `[${label.toLowerCase()}]` };
  });
  const bare = wordless
    .map(({ start, end }) => ({ start, end, written: text.slice(start, end) }))
    .filter(({ written }) => /^(?:https?:\/\/|www\.)/i.test(written));
  let next = 0;
  const outside = bare.filter(({ start }) => {
    while ((links[next]?.end ?? Infinity) <= start) next += 1;
    return (links[next]?.start ?? Infinity) > start;
  });
  return [...linked, ...outside].filter(({ written }) => written !== '').sort((a, b) => a.start - b.start);
}

/** `[jeton](https://…)`, `<https://…>`; as written, since an address that is no safe link is one all the same. */
function addressOf(text: string, { start, end, href }: Mark): string {
  if (text.charAt(start) === '<') return text.slice(start + 1, end - 1);
  const opening = text.lastIndexOf('](', end);
  if (opening < start) return href ?? '';
  const [address = ''] = text
    .slice(opening + 2, end - 1)
    .trim()
    .split(/\s/, 1);
  return address.replaceAll(/^<|>$/g, '');
}

/** An address without what changes nothing: scheme, www, a last slash. */
export function sameAddress(written: string): string {
  const [, host = '', rest = ''] =
    /^([^/?#]*)(.*)/s.exec(written.replace(/^https?:\/\//i, '').replace(/^www\./i, '')) ?? [];
  return host.toLowerCase() + rest.replace(/\/$/, '');
}

const LANGUAGE = { fr: /^(?:fr|fra)(?:[-_][a-z]{2})?$/i, en: /^(?:en|eng)(?:[-_][a-z]{2})?$/i };

/**
 * The site of an address that says its language (`fr.wikipedia.org`, `/en-us/`): its page in the other language may
 * have another name. Null where it is not said.
 */
export function siteIn(written: string, language: 'fr' | 'en'): string | null {
  const [host = '', ...path] = sameAddress(written).split(/[/?#]/);
  const labels = host.split('.');
  const others = labels.filter((label) => !LANGUAGE[language].test(label));
  const saysSo =
    others.length < labels.length - (labels.at(-1) === language ? 1 : 0) ||
    path.some((part) => LANGUAGE[language].test(part));
  return saysSo
    ? labels.filter((label, i) => i === labels.length - 1 || !LANGUAGE[language].test(label)).join('.')
    : null;
}
