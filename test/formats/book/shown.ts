import type { TakenArticle } from '../../../src/formats/book/taken-article.ts';
import { plainText } from '../../../src/formats/book/titles.ts';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#13': '\r' };

/** What is read in markup, on one line, without references to notes and what stands for images that are not there. */
export function shownIn(markup: string): string {
  const told = /<sup>.*?<\/sup>|<(\w+) class="no-picture".*?<\/\1>/gs;
  const text = markup
    .replaceAll(told, '')
    .replaceAll(/<(?:style|title)>.*?<\/(?:style|title)>/gs, '')
    .replaceAll(/<\/?(?:p|td|div|h\d|br|w:p|w:br)\b[^>]*>/g, ' ');
  const bare = text.replaceAll(/<[^>]*>/g, '');
  return bare.replaceAll(/&(amp|lt|gt|quot|#13);/g, (_, name: string) => ENTITIES[name] ?? '').replaceAll(/\s+/g, ' ');
}

/** The texts of an article that are not read in a file: those of both sides, without references to notes. */
export function missingIn(shown: string, { checked }: TakenArticle): string[] {
  const bare = shown.replaceAll(/\s+/g, '');
  return checked.units
    .filter(({ unit }) => unit.isHidden !== true)
    .flatMap((unit) => [plainText(unit, 'fr'), plainText(unit, 'en')])
    .filter((text) => !bare.includes(text.replaceAll(/\s+/g, '')));
}
