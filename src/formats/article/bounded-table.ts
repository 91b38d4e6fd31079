import { gfmTable } from 'micromark-extension-gfm-table';
import { MOST_BLOCKS, MOST_COLUMNS, tooManyBlocks, tooManyColumns } from './block-bounds.ts';
import type { Refusal } from './refusal.ts';

type Extension = ReturnType<typeof gfmTable>;
type Construct = Extract<NonNullable<NonNullable<Extension['flow']>['null']>, { tokenize: unknown }>;
type Tokenize = Construct['tokenize'];
type Enter = Parameters<Tokenize>[0]['enter'];

/** Thrown where the parser comes to what is too much of a table. */
export class TableTooLarge extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.advice);
    this.refusal = refusal;
  }
}

/**
 * The tables of GFM, whose cells are counted as the parser comes to them: the rest of its work on them would take far
 * longer. For one text.
 *
 * @throws {TableTooLarge} from the parser, at the first column or cell too many
 */
export function boundedTable(): Extension {
  const constructs = [gfmTable().flow?.['null'] ?? []].flat();
  const count = cellCounter();
  return { flow: { null: constructs.map((one) => ({ ...one, tokenize: watched(one.tokenize, count) })) } };
}

function watched(tokenize: Tokenize, count: (type: string, offset: number) => void): Tokenize {
  return function (effects, ok, nok) {
    const enter: Enter = (type, fields) => {
      count(type, this.now().offset);
      return effects.enter(type, fields);
    };
    return tokenize.call(this, { ...effects, enter }, ok, nok);
  };
}

/**
 * Counts the columns of a head by the line below it, since any line may be a head until that is read, and then the
 * cells of each row: a cell begins with its first word, an empty one ends with a bar that another stands before.
 */
function cellCounter(): (type: string, offset: number) => void {
  let [columns, cells] = [0, 0];
  let inBody = false;
  let before: 'start' | 'bar' | 'word' = 'start';
  const counters: Readonly<Record<string, () => void>> = {
    tableHead: () => {
      [columns, cells, inBody] = [0, 0, false];
    },
    tableDelimiterRow: () => {
      before = 'start';
    },
    tableDelimiterFiller: () => {
      columns += 1;
      before = 'word';
    },
    tableRow: () => {
      inBody = columns > 0;
      before = 'start';
    },
    data: () => {
      if (before !== 'word') cells += 1;
      before = 'word';
    },
    tableCellDivider: () => {
      if (before === 'bar') cells += 1;
      before = 'bar';
    },
  };
  return (type, offset) => {
    counters[type]?.();
    if (columns > MOST_COLUMNS) throw new TableTooLarge(tooManyColumns(offset));
    if (inBody && cells > MOST_BLOCKS) throw new TableTooLarge(tooManyBlocks(offset));
  };
}
