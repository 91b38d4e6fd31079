import type { SourceUnit } from '../../../core/model/article.ts';
import { partitionPoint } from '../../../core/model/partition-point.ts';
import type { DocumentBlock } from '../../../formats/document/blocks/document.ts';
import { textsOfBlocks } from '../../../formats/document/blocks/write-article.ts';

/** A text made of blocks, which reads as they will be read, and where in it each begins. */
export interface JoinedBlocks {
  readonly text: string;
  /** Lines, from 1. */
  readonly lines: readonly number[];
}

const HEAD = '---\ntitle: x\n---\n\n';

/** Puts blocks under each other, behind a head that names some title. */
export function joinBlocks(blocks: readonly Pick<DocumentBlock, 'kind' | 'markdown'>[]): JoinedBlocks {
  const texts = textsOfBlocks(blocks);
  const lines: number[] = [];
  let line = linesIn(HEAD);
  for (const text of texts) {
    lines.push(line);
    line += linesIn(text) + 1;
  }
  return { text: `${HEAD}${texts.join('\n\n')}\n`, lines };
}

function linesIn(text: string): number {
  return text.split('\n').length;
}

/** The units of each block, in order, but for the title; none where nothing of a block is read. */
export function unitsOfBlocks({ lines }: JoinedBlocks, units: readonly SourceUnit[]): SourceUnit[][] {
  const found: SourceUnit[][] = lines.map(() => []);
  for (const unit of units) {
    if (unit.kind === 'title') continue;
    found[partitionPoint(lines, (line) => line <= unit.place.line) - 1]?.push(unit);
  }
  return found;
}
