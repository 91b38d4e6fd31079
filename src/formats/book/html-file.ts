import { leadsIn } from '../article/article-leads.ts';
import { xmlAttribute, xmlText } from '../xml-text.ts';
import type { ExportOptions } from './export-options.ts';
import { pairsHtml } from './html-body.ts';
import { madeHtml } from './html-made.ts';
import type { Page } from './html-unit.ts';
import { PAGE_STYLE } from './styles.ts';
import type { TakenArticle } from './taken-article.ts';
import { titlesOf } from './titles.ts';

/**
 * Nothing runs, nothing is loaded, nothing is sent: what comes from an article is text and images in the file itself.
 */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** The article as one file that any browser shows, without a network. */
export function* writeHtml({ checked, pictures }: TakenArticle, { terms, hidden }: ExportOptions): Generator<string> {
  const page: Page = {
    isBook: false,
    leadsOf: leadsIn(checked.article.units, (name) => (pictures.has(name) ? name : null)),
    ...{ terms, hidden },
    *pictureData(name) {
      const { type, bytes } = pictures.get(name) ?? { type: '', bytes: new Uint8Array() };
      yield `data:${xmlAttribute(type)};base64,`;
      yield* base64(bytes);
    },
  };
  const { fr, en } = titlesOf(checked);
  yield `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${xmlText(en === null || en === fr ? fr : `${fr} / ${en}`)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
`;
  yield* pairsHtml(checked.units, page);
  yield `</main>\n<footer class="made">\n${madeHtml(checked)}</footer>\n</body>\n</html>\n`;
}

/** Bytes that are written at once: a multiple of three. */
const SLICE = 3 * 16_384;

function* base64(bytes: Uint8Array): Generator<string> {
  for (let at = 0; at < bytes.length; at += SLICE) yield Buffer.from(bytes.subarray(at, at + SLICE)).toString('base64');
}
