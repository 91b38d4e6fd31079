import type { OdtStyles } from './odt-styles.ts';

type Tags = readonly [open: string, close: string];

interface OpenList {
  readonly style: string;
  /** By which another list goes on where this one ends. */
  readonly names: readonly string[];
  readonly tags: Tags;
  /** The number of its last item. */
  last: number;
}

/** The lists of a text, with the numbers of their items. */
export interface OdtLists {
  /** The tags of a list that begins within those that are open. */
  begin(given: Readonly<Record<string, string>>): Tags;
  item(): Tags;
  /** What stands above the first item, and has no number. */
  header(): Tags;
  end(): void;
}

/** Follows the lists of a text: one may go on where another ended, whatever stands between. */
export function createOdtLists(styles: Pick<OdtStyles, 'firstNumber'>): OdtLists {
  const open: OpenList[] = [];
  /** How far lists that ended counted, by their names and by their styles. */
  const counted = new Map<string, number>();
  return {
    begin(given) {
      // A list within another has the style of that one where it names none.
      const style = given['text:style-name'] ?? open.at(-1)?.style ?? '';
      const level = open.length + 1;
      const ofStyle = `${level} ${style}`;
      const goesOn = given['text:continue-list'] ?? (given['text:continue-numbering'] === 'true' ? ofStyle : '');
      const first = styles.firstNumber(style, level);
      const last = counted.get(goesOn) ?? (first ?? 1) - 1;
      const tags = tagsOf(first === null ? null : last + 1);
      open.push({ style, names: [given['xml:id'] ?? ofStyle, ofStyle], tags, last });
      return tags;
    },
    item() {
      const list = open.at(-1);
      if (list !== undefined) list.last += 1;
      return ['<li>', '</li>'];
    },
    header() {
      const [start, end] = open.at(-1)?.tags ?? ['', ''];
      return [end, start];
    },
    end() {
      const ended = open.pop();
      for (const name of ended?.names ?? []) counted.set(name, ended?.last ?? 0);
    },
  };
}

function tagsOf(first: number | null): Tags {
  if (first === null) return ['<ul>', '</ul>'];
  return [first === 1 ? '<ol>' : `<ol start="${first}">`, '</ol>'];
}
