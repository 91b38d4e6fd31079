import type { Problem } from '../../core/checks/problem.ts';
import { type Citation, type SourceUnit, UNTITLED } from '../../core/model/article.ts';
import { createLines } from '../../core/text/line-and-column.ts';
import { problemAt } from '../problem-at.ts';
import { MOST_BLOCKS, tooManyBlocks } from './block-bounds.ts';
import { type FrontMatter, parseFrontMatter } from './front-matter.ts';
import { type Block, blocksOf } from './markdown-blocks.ts';
import { readMarkdown } from './markdown-tree.ts';
import { plainBlocks } from './plain-blocks.ts';
import type { Refusal } from './refusal.ts';
import { unitsOf } from './source-units.ts';

/** The source of an article: its front matter and its units, `p1` = the title. */
export interface ArticleSource {
  readonly citation: Citation;
  readonly units: readonly SourceUnit[];
  readonly problems: readonly Problem[];
}

/** Reads `fr.md` (CommonMark and GFM) or `fr.txt` (blocks between blank lines). One unit for each block, as written. */
export function parseArticle(text: string, file: string): ArticleSource {
  const lines = createLines(text, file);
  const front = parseFrontMatter(text, file);
  const body = text.slice(front.bodyStart);
  const { blocks, refusal } = readBlocks(body, file, front.bodyStart);
  const problems = [...front.problems];
  if (refusal !== null) problems.push(problemAt(lines, front.bodyStart + refusal.offset, refusal.rule, refusal.advice));
  const { title, rest } = splitTitle(front, blocks);
  if (title === null) {
    problems.push(
      problemAt(lines, 0, 'front-matter', 'no title; write “title: …” between two lines of “---” at the top'),
    );
  }
  const units = unitsOf(title === null ? rest : [title, ...rest], lines);
  return { citation: { ...front.citation, title: title?.text ?? UNTITLED }, units, problems };
}

/** The title of the front matter; without one, a first heading, or the first block of a plain text. */
function splitTitle(front: FrontMatter, blocks: readonly Block[]): { title: Block | null; rest: readonly Block[] } {
  const { title } = front.citation;
  if (title !== null) return { title: { kind: 'title', level: 1, start: front.titleStart, text: title }, rest: blocks };
  const [first, ...rest] = blocks;
  if (first === undefined || (first.kind !== 'heading' && first.kind !== 'title')) return { title: null, rest: blocks };
  return { title: { ...first, kind: 'title', level: 1 }, rest };
}

interface ReadBlocks {
  readonly blocks: readonly Block[];
  readonly refusal: Refusal | null;
}

function readPlainBlocks(body: string, offset: number): ReadBlocks {
  const blocks = plainBlocks(body, offset);
  const beyond = blocks[MOST_BLOCKS];
  return beyond === undefined
    ? { blocks, refusal: null }
    : { blocks: [], refusal: tooManyBlocks(beyond.start - offset) };
}

/** @param offset what the blocks are moved by: where the body begins in its file */
function readBlocks(body: string, file: string, offset: number): ReadBlocks {
  if (file.endsWith('.txt')) return readPlainBlocks(body, offset);
  const { nodes, refusal } = readMarkdown(body);
  return { blocks: blocksOf(nodes, body).map((block) => ({ ...block, start: offset + block.start })), refusal };
}
