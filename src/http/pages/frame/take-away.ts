import type { ExportFormat, ExportOptions } from '../../../formats/book/export-options.ts';
import { ARTICLE_EXPORTS, ARTICLE_FORMATS } from '../../../formats/exchange/article-exports.ts';
import { GLOSSARY_EXPORTS, GLOSSARY_FORMATS } from '../../../formats/exchange/glossary-exports.ts';
import { articleExportAddress, glossaryExportAddress } from '../../addresses.ts';

/** views/partials/take-away.ejs: a file to take away, by what it is for. */
export interface TakeAwayLink {
  readonly href: string;
  readonly label: string;
}

/** Every file that an article is made into. */
export function articleTakeAway(slug: string): TakeAwayLink[] {
  return ARTICLE_FORMATS.flatMap((format) => {
    const { says, variants }: ExportFormat = ARTICLE_EXPORTS[format];
    return [{ says, chosen: {} }, ...variants].map(({ says, chosen }) => ({
      href: articleExportAddress(slug, format, writtenOptions(chosen)),
      label: says,
    }));
  });
}

/** Every file that the glossary is made into. */
export function glossaryTakeAway(): TakeAwayLink[] {
  return GLOSSARY_FORMATS.map((format) => ({
    href: glossaryExportAddress(format),
    label: GLOSSARY_EXPORTS[format].says,
  }));
}

/** As an address says them. */
function writtenOptions(chosen: Partial<ExportOptions>): Record<string, string> {
  const written = Object.entries(chosen).map(([name, value]) => [name, value === true ? 'yes' : String(value)]);
  return Object.fromEntries(written) as Record<string, string>;
}
