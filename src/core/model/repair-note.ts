/** A rendering that was put right, at the place where it stood. */
export interface Repair {
  readonly from: string;
  readonly to: string;
  /** UTF-16 offset of `to` in the text as this repair left it; null where those words stand only once in it. */
  readonly at: number | null;
}

/** “chips → tokens” */
export function describeRepair({ from, to }: Pick<Repair, 'from' | 'to'>): string {
  return `${from} → ${to}`;
}

/** Words as they stand in a note of one line; offsets stay. */
export function inOneLine(words: string): string {
  return words.replaceAll(/\s/g, ' ');
}

/** As `# repaired:` keeps it: `chips → tokens`, or `chips → tokens @14` where the words alone do not say which. */
export function writeRepair(repair: Repair): string {
  return repair.at === null ? describeRepair(repair) : `${describeRepair(repair)} @${repair.at}`;
}

/** Null for what is no repair. */
export function readRepair(note: string): Repair | null {
  const place = / @(\d{1,9})$/.exec(note);
  const [from = '', to = '', ...more] = note.slice(0, place?.index ?? note.length).split(' → ');
  if (from === '' || to === '' || more.length > 0) return null;
  return { from, to, at: place === null ? null : Number(place[1]) };
}
