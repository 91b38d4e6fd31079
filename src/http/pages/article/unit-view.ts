import type { AlignedPair } from '../../../core/alignment/bead-path.ts';
import { describeOrigin } from '../../../core/changes/ports/engine-origin.ts';
import { unitVersion } from '../../../core/changes/unit-edit.ts';
import { wantsOf } from '../../../core/checks/article/wants.ts';
import type { CheckedUnit } from '../../../core/checks/checked-article.ts';
import { acceptedOnce, findingsOnce } from '../../../core/checks/findings-once.ts';
import { isGrave } from '../../../core/checks/rule.ts';
import { isTranslatable, type SourceUnit, type UnitKind } from '../../../core/model/article.ts';
import type { Span } from '../../../core/model/rich-text.ts';
import { mapSlices, type Slices } from '../../../core/model/slices.ts';
import type { NoteLabel } from '../../../core/text/leads.ts';
import { type ToldPiece, tellApart } from '../../../core/text/told-words.ts';
import { type LeadsOf, sharedPicture } from '../../../formats/article/article-leads.ts';
import { unitEditAddress } from '../../addresses.ts';
import { type DatedLine, dated } from '../frame/dates.ts';
import { numberOf } from '../frame/wording.ts';
import { type MentionView, mentionView } from './mention-view.ts';
import { type NoteView, noteView } from './note-view.ts';
import { type MarkedMention, type NumberedSpan, type SegmentView, segmentSlices } from './segments.ts';
import type { CellView } from './table-view.ts';

/** Both texts of a unit, cut into what is printed. */
export interface SidesView {
  readonly source: readonly SegmentView[];
  /** Null while there is no translation. */
  readonly target: readonly SegmentView[] | null;
}

/** views/partials/unit.ejs: a paragraph as it is read. */
export interface UnitView extends SidesView {
  readonly id: string;
  /** 1 for the title, as in the id. */
  readonly number: number;
  readonly kind: UnitKind;
  readonly isTitle: boolean;
  /** Name of the element that holds each side: `h1`, `p`. */
  readonly tag: string;
  /** What stands before an item: `3.`, `•`; '' for none. */
  readonly marker: string;
  /** Lists around it, at most 6; 0 for none. */
  readonly depth: number;
  readonly afterRule: boolean;
  readonly isHidden: boolean;
  /** Null for what stands in no table. */
  readonly cell: CellView | null;
  /** Label of the footnote that begins with it, on each side; null for none. */
  readonly sourceNote: NoteLabel | null;
  readonly targetNote: NoteLabel | null;
  /** An image that both sides speak of. */
  readonly picture: string | null;
  /** What the fence of code says: `python`; '' for nothing. */
  readonly info: string;
  /** What stands in place of English that is not there; '' where the article says it of all its paragraphs. */
  readonly gap: string;
  /** Where it is edited; null for what has no translation of its own. */
  readonly editAt: string | null;
  /** Whether anything is said under the two sides. */
  readonly hasApparatus: boolean;
  readonly isDraft: boolean;
  /** Where a draft is from. */
  readonly draftOrigin: DatedLine | null;
  /** Where an approved text is from, if it is to be told. */
  readonly origin: DatedLine | null;
  /** What the button that approves says; null where there is nothing to approve. */
  readonly approve: string | null;
  /** What it wants of a person, one word each: `draft unreviewed`. */
  readonly wants: string;
  /** A save names it. */
  readonly version: string;
  readonly notes: readonly NoteView[];
  /** Reviewed, but the glossary changed since: what, one sentence each. */
  readonly stale: readonly (readonly ToldPiece[])[];
  /** What does not hold in this unit, one sentence each; empty when all is well. */
  readonly findings: readonly (readonly ToldPiece[])[];
  /** What does not hold and was accepted by a person, with the reason, one line each. */
  readonly accepted: readonly (readonly ToldPiece[])[];
}

/** Lists within lists that are set in; deeper ones stand where these do. */
const MOST_DEPTH = 6;

const TAGS: Readonly<Record<Exclude<UnitKind, 'heading'>, string>> = {
  title: 'h1',
  paragraph: 'p',
  item: 'p',
  quote: 'blockquote',
  code: 'pre',
  aside: 'pre',
  cell: 'p',
  figure: 'p',
  note: 'p',
};

/** What a unit is shown in. */
export interface UnitPlace {
  readonly slug: string;
  /** Whether the page says nothing of where this text is from, so that the unit has to. */
  readonly tellsOrigin: boolean;
  readonly leadsOf: LeadsOf;
  readonly cell: CellView | null;
  /** What stands in place of English that is not there. */
  readonly gap: string;
}

/** A unit with its terms, its sentences and what is to be said of it. */
export function* unitView(
  checked: CheckedUnit,
  { slug, tellsOrigin, leadsOf, cell, gap }: UnitPlace,
): Slices<UnitView> {
  const { unit, findings, accepted, stale } = checked;
  const told = (sentence: string) => tellApart(sentence, unit.source.text, unit.target?.text ?? '');
  const picture = sharedPicture(unit, leadsOf(unit, 'fr'));
  const isDraft = unit.state === 'translated';
  const from = unit.origin === null ? null : dated(describeOrigin(unit.origin));
  const origin = tellsOrigin && unit.state === 'reviewed' ? from : null;
  // That there is no English is seen where it would stand.
  // Who reads is not kept by remarks; the editor tells them.
  const open = findings.filter((one) => one.rule !== 'untranslated' && isGrave(one));
  return {
    ...(yield* sideSlices(checked, picture === null ? leadsOf : withoutPictures(leadsOf))),
    id: unit.id,
    number: numberOf(unit.id),
    kind: unit.kind,
    isTitle: unit.kind === 'title',
    tag: tagOf(unit),
    marker: unit.item?.marker ?? '',
    depth: cell === null ? Math.min(MOST_DEPTH, unit.item?.depth ?? 0) : 0,
    afterRule: unit.afterRule === true,
    isHidden: unit.isHidden === true,
    ...{ cell, picture, info: unit.info ?? '', gap },
    sourceNote: leadsOf(unit, 'fr').noteLabel(),
    targetNote: leadsOf(unit, 'en').noteLabel(),
    editAt: isTranslatable(unit) ? unitEditAddress(slug, unit.id) : null,
    hasApparatus: isDraft || origin !== null || [stale, unit.notes, open, accepted].some((said) => said.length > 0),
    isDraft,
    draftOrigin: isDraft ? from : null,
    origin,
    approve: approvalOf(checked),
    wants: wantsOf(checked).join(' '),
    version: unitVersion(unit),
    notes: unit.notes.map(noteView),
    stale: stale.map(told),
    findings: findingsOnce(open).map(({ said }) => told(said)),
    accepted: acceptedOnce(accepted).map(told),
  };
}

/** Name of the element that holds a text. */
export function tagOf({ kind, level }: Pick<SourceUnit, 'kind' | 'level'>): string {
  return kind === 'heading' ? `h${Math.max(2, level)}` : TAGS[kind];
}

function approvalOf({ unit, stale }: CheckedUnit): string | null {
  if (!isTranslatable(unit) || unit.target === null) return null;
  if (unit.state === 'translated') return 'Approve it as it is';
  return stale.length > 0 ? 'It still holds' : null;
}

/** Both texts with their terms, sentence by sentence; what is the same in both languages stands on both sides. */
export function* sideSlices({ unit, entries, alignment }: CheckedUnit, leadsOf: LeadsOf): Slices<SidesView> {
  const mentions = yield* mapSlices(entries, (entry) => mentionView(unit, entry));
  const inSource = entries.map((entry, i) => ({ ...entry.source, mention: mentions[i] as MentionView }));
  const inTarget = entries.flatMap((entry, i) =>
    (entry.rendering?.spans ?? []).map((span) => ({ ...span, mention: mentions[i] as MentionView })),
  );
  const segments = numbered(alignment.source, alignment.pairs, 'source');
  const [french, english] = [leadsOf(unit, 'fr'), leadsOf(unit, 'en')];
  const source = yield* segmentSlices(unit.source, { segments, marked: byStart(inSource), leads: french });
  if (unit.target === null) {
    const same = isTranslatable(unit)
      ? null
      : yield* segmentSlices(unit.source, { segments, marked: [], leads: english });
    return { source, target: same };
  }
  const across = numbered(alignment.target, alignment.pairs, 'target');
  const marked = byStart(inTarget);
  return { source, target: yield* segmentSlices(unit.target, { segments: across, marked, leads: english }) };
}

/** The image stands over both sides already. */
function withoutPictures(leadsOf: LeadsOf): LeadsOf {
  return (unit, side) => ({ ...leadsOf(unit, side), picture: () => null });
}

/** Gives each sentence of a side the number of its pair; 0 for one without a partner. */
function numbered(spans: readonly Span[], pairs: readonly AlignedPair[], side: keyof AlignedPair): NumberedSpan[] {
  const pairOf = new Map(pairs.flatMap((pair, number) => pair[side].map((segment) => [segment, number + 1] as const)));
  return spans.map(({ start, end }, i) => ({ start, end, pair: pairOf.get(i) ?? 0 }));
}

function byStart(marked: readonly MarkedMention[]): MarkedMention[] {
  return [...marked].sort((a, b) => a.start - b.start);
}
