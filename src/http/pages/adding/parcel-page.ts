import type { Snapshot } from '../../../core/changes/ports/library.ts';
import type { Citation, SourceUnit } from '../../../core/model/article.ts';
import { mapSlices, type Slices } from '../../../core/model/slices.ts';
import { counted, grouped } from '../../../core/text/counted.ts';
import { withHeldSpaces } from '../../../core/text/unbreakable.ts';
import type { ReadDocument } from '../../../formats/document/blocks/document.ts';
import { ADD, articleAddress, parcelAddress } from '../../addresses.ts';
import { type Frame, frameOf } from '../frame/frame.ts';
import { shownTitle } from '../frame/wording.ts';
import { type BlockView, blockView, notesIn, picturesWanted } from './parcel-blocks.ts';

/** views/parcel.ejs: a text as it will be read, to be looked over before it is saved. */
export interface ParcelPage extends Frame {
  readonly action: string;
  /** Where another text is given. */
  readonly addAt: string;
  /** “essai.docx”, “https://…”, “the text you pasted” */
  readonly from: string;
  /** Where the English is from that came with it; null for none. */
  readonly english: string | null;
  /** What the button says that ends this step. */
  readonly send: string;
  /** “31 of 40 blocks are ticked” */
  readonly chosen: string;
  readonly warnings: readonly string[];
  /** An article that is here already and seems to be the same; null for none. */
  readonly same: { readonly says: string; readonly href: string; readonly title: string } | null;
  readonly fields: readonly HeadField[];
  /** Why nothing was saved, where no field is to blame; null for none. */
  readonly wrong: string | null;
  /** What is wrong with the choice of blocks; null for nothing. */
  readonly wrongBlocks: string | null;
  readonly blocks: readonly BlockView[];
}

/** What an article is cited by, and the name it gets. */
interface HeadField {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly lang: string | null;
  readonly placeholder: string | null;
  /** What it is for; '' where its label says it. */
  readonly advice: string;
  readonly wrong: string | null;
  readonly isFirstWrong: boolean;
  /** Ids of what describes it; null for nothing. */
  readonly describedBy: string | null;
}

/** What a person wrote of an article that is to be saved, as it was written. */
export interface Head {
  readonly title: string;
  readonly site: string;
  readonly url: string;
  readonly date: string;
  readonly slug: string;
}

/** A text that was brought. */
export interface BroughtText {
  readonly name: string;
  readonly from: string;
  /** Where its English is from; null for none. */
  readonly english: string | null;
  readonly document: ReadDocument;
}

/** What is to be saved of it, and what is wrong with that. */
export interface Draft {
  readonly head: Head;
  /** Indexes of the blocks that are ticked. */
  readonly ticked: ReadonlySet<number>;
  /** What is wrong, by the name of a field, `blocks`, or '' where no field is to blame. */
  readonly wrong: Readonly<Record<string, string>>;
}

const FIELDS: readonly Pick<HeadField, 'label' | 'lang' | 'placeholder' | 'advice'>[] & { readonly length: 5 } = [
  { label: 'Title', lang: 'fr', placeholder: null, advice: '' },
  { label: 'Site', lang: 'fr', placeholder: null, advice: 'The journal or site that published it.' },
  { label: 'Address', lang: null, placeholder: 'https://', advice: 'Where it was published.' },
  { label: 'Date', lang: null, placeholder: '2025-03-07', advice: 'The day it was published.' },
  { label: 'Name', lang: null, placeholder: null, advice: 'Its folder in content/, and the end of its address here.' },
];
const NAMES = ['title', 'site', 'url', 'date', 'slug'] as const satisfies readonly (keyof Head)[];

/** @param units what is read of each block, in order */
export function* parcelPage(
  text: BroughtText,
  { units, draft, files }: { units: readonly (readonly SourceUnit[])[]; draft: Draft; files: Snapshot },
): Slices<ParcelPage> {
  const { blocks, warnings } = text.document;
  const { head, ticked, wrong } = draft;
  const notes = notesIn(units);
  const firstWrong = NAMES.find((name) => wrong[name] !== undefined);
  return {
    ...frameOf(files, 'Look it over'),
    ...{ action: parcelAddress(text.name), addAt: ADD, from: text.from },
    ...{ warnings: [...warnings, ...picturesWanted(units)], same: sameAs(head, files) },
    ...{ english: text.english, send: text.english === null ? 'Save and read' : 'Put the English beside it' },
    chosen: `${grouped(ticked.size)} of ${counted(blocks.length, 'block')}`,
    fields: NAMES.map((name, i) => headField(name, { ...head, i }, { wrong: wrong[name] ?? null, firstWrong })),
    wrong: wrong[''] ?? null,
    wrongBlocks: wrong['blocks'] ?? null,
    blocks: yield* mapSlices(blocks.entries(), ([i, block]) =>
      blockView(block, i, { units: units[i] ?? [], ticked, notes }),
    ),
  };
}

/** By its address first: titles are the same by chance too. */
function sameAs({ url, title }: Head, { articles }: Snapshot): ParcelPage['same'] {
  const found = (says: string, isSame: (citation: Citation) => boolean) => {
    for (const [slug, { article }] of articles)
      if (isSame(article.citation))
        return { says, href: articleAddress(slug), title: withHeldSpaces(shownTitle(article.citation.title)) };
    return null;
  };
  const byAddress =
    url === '' ? null : found('An article from this address is here already:', (one) => one.url === url);
  return byAddress ?? found('An article of this title is here already:', (one) => one.title === title);
}

function headField(
  name: (typeof NAMES)[number],
  head: Head & { readonly i: number },
  { wrong, firstWrong }: { wrong: string | null; firstWrong: string | undefined },
): HeadField {
  const said = FIELDS[head.i] as (typeof FIELDS)[number];
  const describing = [said.advice === '' ? '' : `${name}-advice`, wrong === null ? '' : `${name}-wrong`];
  const describedBy = describing.filter((id) => id !== '').join(' ');
  return {
    ...{ name, ...said, value: head[name], wrong, isFirstWrong: name === firstWrong },
    describedBy: describedBy === '' ? null : describedBy,
  };
}
