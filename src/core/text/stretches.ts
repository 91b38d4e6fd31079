import type { MarkKind, RichText, Span } from '../model/rich-text.ts';
import type { Slices } from '../model/slices.ts';
import { someSlices } from '../model/some-slices.ts';
import { findHardBreaks } from './hard-breaks.ts';
import { findHiddenIn } from './hidden-characters.ts';
import type { Leads, NoteLink, Picture } from './leads.ts';
import { findUnbreakable } from './unbreakable.ts';

/** A stretch of text under the same inline marks. */
export interface Run {
  readonly text: string;
  readonly emphasis: boolean;
  readonly strong: boolean;
  readonly code: boolean;
  readonly deleted: boolean;
  /** A tag or a shortcode, shown as it is written. */
  readonly isMarkup: boolean;
  /** Words that stand for an image. */
  readonly isOfImage: boolean;
  /** Must not break at a line end: “10 000”, “70 %”, a straight quote and its padding. */
  readonly keep: boolean;
  /** The line ends here because its author wanted that. */
  readonly isBreak: boolean;
  /** Name of a sign that nobody sees, U+202E, to be shown in its place. */
  readonly hidden: string | null;
  /** Leads elsewhere: http or https only. Null inside a term, which may be a link itself. */
  readonly href: string | null;
  /** A reference to a footnote, shown above the line. */
  readonly note: NoteLink | null;
  /** An image stands here; the words for it follow. */
  readonly picture: Picture | null;
}

/** What holds over a stretch of text: how often each mark is open there, and where a link leads. */
interface Layer extends Span {
  readonly kind: MarkKind | 'syntax' | 'keep' | 'hidden' | 'reference' | 'break' | 'markup';
  /** Of a hidden sign: what stands in its place. */
  readonly name?: string;
  /** Of a character reference: what it stands for. */
  readonly character?: string;
  readonly href?: string | null;
  readonly note?: NoteLink | null;
  readonly picture?: Picture | null;
}

/** A stretch in which nothing begins or ends; `run` is null where the text is markup that nobody sees. */
export interface Stretch extends Span {
  readonly run: Omit<Run, 'text'> | null;
  /** What is shown instead of the text as written; null for that text itself. */
  readonly shown: string | null;
}

/**
 * All stretches of a text, in one sweep over all beginnings and ends; in pieces, as a paragraph may be as long as a book.
 */
export function* stretchSlices(rich: RichText, leads: Leads): Slices<Stretch[]> {
  const layers = yield* layerSlices(rich, leads);
  const edges = layers
    .flatMap((layer) => [
      { at: layer.start, layer, opens: true },
      { at: layer.end, layer, opens: false },
    ])
    .sort((a, b) => a.at - b.at);
  yield;
  const open = new Set<Layer>();
  const stretches: Stretch[] = [];
  let at = 0;
  const endAt = (end: number) => {
    if (end > at) stretches.push({ start: at, end, ...stretchUnder(open, at) });
    at = end;
  };
  yield* someSlices(edges, (edge) => {
    endAt(edge.at);
    if (edge.opens) open.add(edge.layer);
    else open.delete(edge.layer);
  });
  endAt(rich.text.length);
  return stretches;
}

function* layerSlices(rich: RichText, leads: Leads): Slices<Layer[]> {
  const { text, marks, syntax, wordless, references } = rich;
  const isMarkup = ({ start }: Span) => /^(?:<[a-z!/?]|\{[{%:]|!\[\[|:::|\[!)/i.test(text.slice(start, start + 3));
  const written = [
    ...marks.flatMap((mark): Layer[] => {
      if (mark.kind === 'image') return [{ ...mark, href: null, picture: leads.picture(mark) }];
      if (mark.kind !== 'note') return [mark];
      const note = leads.noteLink(text, mark);
      return note === null ? [] : [{ ...mark, note }];
    }),
    ...(isTitleOfQuotation(rich) ? [{ start: 0, end: text.length, kind: 'strong' as const }] : []),
    ...syntax.map((span) => ({ ...span, kind: 'syntax' as const })),
    ...wordless.filter(isMarkup).map((span) => ({ ...span, kind: 'markup' as const })),
    ...references.map((reference) => ({ ...reference, kind: 'reference' as const })),
  ];
  yield;
  const hidden = findHiddenIn(rich).map((span) => ({ ...span, kind: 'hidden' as const }));
  yield;
  const breaks = findHardBreaks(rich).map((span) => ({ ...span, kind: 'break' as const }));
  yield;
  const kept = findUnbreakable(text).map((span) => ({ ...span, kind: 'keep' as const }));
  yield;
  return [...written, ...hidden, ...breaks, ...kept];
}

/** What stands first says of the quotation below what it is: `[!note] Title`. */
function isTitleOfQuotation({ text, syntax: [first] }: RichText): boolean {
  return first?.start === 0 && text.startsWith('[!');
}

/** @param at where it begins: an image and a reference to a note stand there once */
function stretchUnder(open: ReadonlySet<Layer>, at: number): Pick<Stretch, 'run' | 'shown'> {
  const layers = [...open];
  const beginning = layers.find(({ start, picture, note }) => start === at && (picture ?? note));
  const { note = null, picture = null } = beginning ?? {};
  if (note === null && picture === null && layers.some(({ kind, note }) => kind === 'syntax' || note))
    return { run: null, shown: null };
  const run = { ...runUnder(layers), note, picture };
  if (note !== null || picture !== null) return { run, shown: note?.label ?? '' };
  if (run.isBreak) return { run, shown: '\n' };
  return { run, shown: layers.find(({ kind }) => kind === 'reference')?.character ?? null };
}

function runUnder(layers: readonly Layer[]): Omit<Run, 'text' | 'note' | 'picture'> {
  const kinds = new Set(layers.map(({ kind }) => kind));
  return {
    emphasis: kinds.has('emphasis'),
    strong: kinds.has('strong'),
    code: kinds.has('code'),
    deleted: kinds.has('deleted'),
    isMarkup: kinds.has('markup'),
    isOfImage: kinds.has('image'),
    keep: kinds.has('keep'),
    isBreak: kinds.has('break'),
    hidden: layers.find(({ kind }) => kind === 'hidden')?.name ?? null,
    href: layers.find(({ kind }) => kind === 'link')?.href ?? null,
  };
}
