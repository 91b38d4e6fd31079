import type { CheckedUnit } from '../../core/checks/checked-article.ts';
import type { Unit } from '../../core/model/article.ts';
import type { NoteLabel } from '../../core/text/leads.ts';
import { type LeadsOf, type Side, sharedPicture } from '../article/article-leads.ts';
import { xmlAttribute, xmlText } from '../xml-text.ts';
import { type Markup, piecesHtml } from './html-runs.ts';
import { isOneText, piecesOf, termsOn, textOn } from './side-runs.ts';

/** How blocks become markup. */
export interface Page extends Markup {
  readonly leadsOf: LeadsOf;
  /** The terms of the glossary are marked. */
  readonly terms: boolean;
  /** The English is there when it is asked for. */
  readonly hidden: boolean;
}

/** What a draft says of itself, wherever one is taken away. */
export const DRAFT = 'Draft, not approved yet';
export const UNTRANSLATED = 'Not translated yet';

/** The image that both sides speak of; nothing where there is none. */
export function* pictureOfBoth({ unit }: CheckedUnit, page: Page): Generator<string> {
  const src = sharedPicture(unit, page.leadsOf(unit, 'fr'));
  if (src === null) return;
  yield '<p class="picture"><img alt="" src="';
  yield* page.pictureData(src);
  yield '"/></p>';
}

/** The French of a block, or the one text that both sides are. */
export function* frenchHtml(checked: CheckedUnit, page: Page): Generator<string> {
  yield* sideHtml(checked, 'fr', page);
}

/** The English of a block, with what is to be said of it; nothing where it is the French once more. */
export function* englishHtml(checked: CheckedUnit, page: Page): Generator<string> {
  if (isOneText(checked)) return;
  const { unit } = checked;
  const isHidden = page.hidden && unit.target !== null;
  if (isHidden) yield '<details><summary lang="en">English</summary>';
  if (unit.target === null) yield untranslated(unit, page);
  else yield* sideHtml(checked, 'en', page);
  if (unit.state === 'translated') yield `<p class="draft" lang="en">${DRAFT}.</p>`;
  for (const note of unit.notes) yield `<p class="told" lang="en"><b>Translator’s note</b> ${xmlText(note)}</p>`;
  if (isHidden) yield '</details>';
}

function untranslated(unit: Unit, { leadsOf }: Page): string {
  const label = leadsOf(unit, 'en').noteLabel();
  return `<p class="none" lang="en"${label === null ? '' : idOf(label)}>${UNTRANSLATED}.</p>`;
}

function* sideHtml(checked: CheckedUnit, side: Side, page: Page): Generator<string> {
  const { unit } = checked;
  const rich = textOn(checked, side);
  if (rich === null) return;
  const leads = page.leadsOf(unit, side);
  const isShared = sharedPicture(unit, page.leadsOf(unit, 'fr')) !== null;
  const shown = isShared ? { ...leads, picture: () => null } : leads;
  const label = leads.noteLabel();
  const pieces = piecesOf(rich, { leads: shown, terms: page.terms ? termsOn(checked, side) : [] });
  if (isShared && pieces.length === 0) return;
  const tag = tagOf(unit);
  yield `<${tag}${attributesOf(unit, side, page)}${label === null ? '' : idOf(label)}>`;
  if (label !== null) yield labelHtml(label) + otherPlace(checked, page);
  if (unit.item !== undefined && unit.item.marker !== '' && unit.cell === undefined)
    yield `<span class="marker" aria-hidden="true">${xmlText(unit.item.marker)} </span>`;
  if (unit.kind === 'code') yield '<code>';
  yield* piecesHtml(pieces, page);
  if (unit.kind === 'code') yield '</code>';
  yield `</${tag}>`;
}

const TAGS: Readonly<Partial<Record<Unit['kind'], string>>> = {
  title: 'h1',
  quote: 'blockquote',
  code: 'pre',
  aside: 'pre',
  note: 'aside',
};

function tagOf({ kind, level }: Unit): string {
  return kind === 'heading' ? `h${Math.max(2, level)}` : (TAGS[kind] ?? 'p');
}

/** Code and markup are no language. */
function attributesOf({ kind }: Unit, side: Side, { isBook }: Page): string {
  const lang = kind === 'code' || kind === 'aside' ? 'zxx' : side;
  const note = kind === 'note' ? `${isBook ? ' epub:type="footnote"' : ''} role="doc-footnote"` : '';
  return ` lang="${lang}"${isBook ? ` xml:lang="${lang}"` : ''} class="${kind}"${note}`;
}

function idOf({ id }: NoteLabel): string {
  return ` id="${xmlAttribute(id)}"`;
}

function labelHtml({ label, back }: NoteLabel): string {
  const text = xmlText(label);
  if (back === null) return `<span class="label">${text}</span> `;
  return `<a class="label" role="doc-backlink" href="${xmlAttribute(back)}">${text}</a> `;
}

/** Where a note is the same in both languages, references of the English lead to the one text too. */
function otherPlace(checked: CheckedUnit, { leadsOf }: Page): string {
  const label = isOneText(checked) ? leadsOf(checked.unit, 'en').noteLabel() : null;
  return label === null ? '' : `<span${idOf(label)}></span>`;
}
