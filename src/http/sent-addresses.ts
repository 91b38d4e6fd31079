import { SLUG } from '../core/text/slug.ts';

/** What a browser may be sent to; longer ones are of nobody’s making. UTF-16 units. */
const LONGEST_ADDRESS = 2000;

/** An address of this server as it was given; `/` for anything that a browser could take for another server’s. */
export function localAddress(address: unknown): string {
  if (typeof address !== 'string' || address.length > LONGEST_ADDRESS || address.includes('//')) return '/';
  return /^\/(?!%2f|%5c)[^\\\p{Cc}]*$/iu.test(address) ? address : '/';
}

/**
 * A paragraph or an article to go back to, as it was given; '' for anything else.
 * @guard way-back → String(address)
 */
export function readingAddress(address: unknown): string {
  if (typeof address !== 'string') return '';
  const [, slug = ''] = /^\/articles\/([^/#]+)(?:#p\d{1,6})?$/.exec(address) ?? [];
  return SLUG.test(slug) ? address : '';
}
