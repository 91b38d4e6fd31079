import type { SourceUnit } from '../../core/model/article.ts';
import type { RichText, Setting, Span } from '../../core/model/rich-text.ts';
import type { Lines } from '../../core/text/line-and-column.ts';
import { readableIn, readCode } from '../../core/text/reading.ts';
import { calloutLeadOf } from './callouts.ts';
import { parseInlineMarks } from './inline-marks.ts';
import { linksIn } from './link-labels.ts';
import type { Block } from './markdown-blocks.ts';
import { isBlockName } from './obsidian.ts';
import { programRuns } from './program-runs.ts';
import { isRemark, remarkRuns, runAt } from './remarks.ts';
import { findShortcodes, isModule } from './shortcodes.ts';

/** The units of the blocks of an article, `p1` the first, each read with what the others say of it. */
export function unitsOf(blocks: readonly Block[], lines: Lines): SourceUnit[] {
  const definitions = new Map<string, string>();
  for (const { definition } of blocks)
    if (definition !== undefined && !definitions.has(definition.label))
      definitions.set(definition.label, definition.address);
  const remarks = remarkRuns(blocks);
  const programs = programRuns(blocks);
  const units = blocks.map((block, i) =>
    unitOf(
      block,
      { id: `p${i + 1}`, isHidden: runAt(remarks, i) !== null, isProgram: runAt(programs, i) !== null },
      { definitions, lines },
    ),
  );
  const used = new Set(
    units.flatMap(({ source }) => source.marks.flatMap(({ kind, label }) => (kind === 'note' ? [] : (label ?? [])))),
  );
  return units.map((unit, i) => {
    const label = blocks[i]?.definition?.label;
    return label !== undefined && used.has(label) ? { ...unit, isHidden: true } : unit;
  });
}

interface Surroundings {
  readonly definitions: ReadonlyMap<string, string>;
  readonly lines: Lines;
}

function unitOf(
  block: Block,
  { id, isHidden, isProgram }: { readonly id: string; readonly isHidden: boolean; readonly isProgram: boolean },
  { definitions, lines }: Surroundings,
): SourceUnit {
  const { kind, start, text, isHtml: _, definition: __, ...shape } = block;
  const unit = { ...shape, id, kind, place: lines.place(start) };
  const isCode = kind === 'code';
  if (isHidden || (!isCode && (isBlockName(text) || isRemark(text))))
    return { ...unit, kind: 'aside', source: readCode(text), isKept: true, isHidden: true };
  if (isProgram && !isCode) return { ...unit, kind: 'aside', source: readCode(text), isKept: true };
  if (isCode) return { ...unit, source: readCode(text) };
  const source = kind === 'aside' ? readCode(text) : parseInlineMarks(text, settingOf(block, definitions));
  if (kind === 'aside' || isMarkup(block, source))
    return { ...unit, kind: 'aside', source: readCode(text), isKept: true };
  const image = kind === 'paragraph' ? imageAlone(source) : null;
  if (image !== null) return { ...unit, source, kind: 'figure', ...(hasWords(source) ? {} : { isKept: true }) };
  return { ...unit, source, ...(isSameInBoth(block, source) ? { isKept: true } : {}) };
}

function settingOf({ text, item }: Block, definitions: ReadonlyMap<string, string>): Setting | undefined {
  const links = linksIn(text, definitions);
  const isTask = /[☐☑]$/.test(item?.marker ?? '');
  if (links.length === 0 && !isTask) return undefined;
  return { ...(links.length === 0 ? {} : { links }), ...(isTask ? { isTask } : {}) };
}

/** Tags and shortcodes without a word between them, or lines of a program. */
function isMarkup({ kind, text, isHtml }: Block, source: RichText): boolean {
  if (kind === 'paragraph' && isModule(text)) return true;
  if (kind === 'quote' && calloutLeadOf(text) !== null) return false;
  if (kind === 'title' || kind === 'heading' || kind === 'cell' || kind === 'note' || hasWords(source)) return false;
  return isHtml === true || findShortcodes(text).length > 0 || (text.startsWith('<') && source.marks.length === 0);
}

function hasWords({ words }: Pick<RichText, 'words'>): boolean {
  return /[\p{L}\p{N}]/u.test(words);
}

/** The image that is all there is to a text, or all but the link around it; null for anything else. */
function imageAlone(source: RichText): Span | null {
  const [image, ...others] = source.marks.filter(({ kind }) => kind === 'image');
  if (image === undefined || others.length > 0) return null;
  const outside = [
    { start: 0, end: image.start },
    { start: image.end, end: source.text.length },
  ];
  return outside.some((span) => readableIn(source, span).trim() !== '') ? null : image;
}

/** Figures that French and English write in two ways: 128 000, 3,5, 12 %. */
const FIGURES = /\d[\s\u00a0\u202f.,']\d|[%€$£°«»]/u;

/** A task that says nothing yet, or what stands between the signs of a formula. */
const FORMULA_OR_TASK = /^(?:\[[ xX]\]\s*)?(?:\$\$|$)/;

/**
 * A formula alone, a task without words, a cell that says nothing in either language, as a year, a number of one digit
 * group or a tick; a note without a text; the name that stands for the title of a quotation.
 */
function isSameInBoth({ kind, text }: Block, { words }: RichText): boolean {
  if (kind === 'note') return !hasWords({ words });
  if (kind === 'item' || kind === 'paragraph' || (kind === 'quote' && text.startsWith('$$')))
    return !hasWords({ words }) && FORMULA_OR_TASK.test(text);
  if (kind === 'quote') return calloutLeadOf(text)?.hasTitle === false;
  return kind === 'cell' && !/\p{L}/u.test(words) && !FIGURES.test(text);
}
