import type { RequestHandler } from 'express';
import type { ArticleFiles } from '../../core/changes/ports/article-files.ts';
import type { Library } from '../../core/changes/ports/library.ts';
import type { Pacer } from '../../core/model/slices.ts';
import { chosenOptions, type ExportOptions } from '../../formats/book/export-options.ts';
import { takeArticle } from '../../formats/book/take-article.ts';
import {
  ARTICLE_EXPORTS,
  ARTICLE_FORMATS,
  type ArticleExport,
  isArticleFormat,
} from '../../formats/exchange/article-exports.ts';
import { sendDownload } from '../download.ts';
import { UserError } from '../errors.ts';
import { findArticle } from './find.ts';
import { partOf } from './requests.ts';

export interface ExportPorts {
  readonly library: Library;
  readonly files: ArticleFiles;
  readonly pacer: Pacer;
  readonly version: string;
}

/** An article as a file of a format, made anew each time: nothing is kept of it. */
export function exportArticle({ library, pacer, ...from }: ExportPorts): RequestHandler {
  return async (request, response) => {
    const checked = findArticle(library.current(), partOf(request, 'slug'));
    const format = partOf(request, 'format');
    if (!isArticleFormat(format)) {
      const there = ARTICLE_FORMATS.join(', ');
      throw new UserError('not-found', `An article is not written as “${format}”; there is: ${there}.`);
    }
    const { extension, mediaType, write }: ArticleExport = ARTICLE_EXPORTS[format];
    const isAsked = request.method === 'HEAD';
    const pieces = isAsked ? [] : write(await takeArticle(checked, from), optionsIn(request.query));
    await sendDownload(response, { name: `${checked.article.slug}${extension}`, mediaType, pieces }, pacer);
  };
}

/** What is chosen behind the `?`: `?layout=table&terms=yes`. */
function optionsIn(query: Readonly<Record<string, unknown>>): ExportOptions {
  return chosenOptions((option) => query[option] === 'yes' || query[option]);
}
