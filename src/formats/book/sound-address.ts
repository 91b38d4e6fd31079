/** An address of the web as every program takes it, odd signs by their numbers; null for one that leads nowhere. */
export function soundAddress(href: string | null): string | null {
  if (href === null || !/^https?:/i.test(href) || !URL.canParse(href)) return null;
  return new URL(href).href.replaceAll(/[\\^`{|}]|%(?![\da-f]{2})/gi, encodeURIComponent);
}
