import { writerIn } from '../../people/approvals.ts';
import { counted } from '../../text/counted.ts';

/** What `# origin:` of a draft says: `deepl en-US glossary 3fa2c1 2026-11-23 412 characters`. */
export interface EngineOrigin {
  readonly label: string;
  /** Six hex digits of what the entries said that stand in the French. */
  readonly stamp: string;
  /** ISO 8601. */
  readonly date: string;
  /** Billed for it. */
  readonly characters: number;
}

/** As it stands in a comment: `deepl en-US glossary 3fa2c1 2026-11-23 412 characters`. */
const ORIGIN = /^(.+) glossary ([0-9a-f]{6}) (\d{4}-\d{2}-\d{2}) (\d+) characters/;

/** Null for the work of people. */
export function readOrigin(origin: string | null): EngineOrigin | null {
  const [, label, stamp, date, characters] = ORIGIN.exec(origin ?? '') ?? [];
  if (label === undefined || stamp === undefined || date === undefined) return null;
  return { label, stamp, date, characters: Number(characters) };
}

export function writeOrigin({ label, stamp, date, characters }: EngineOrigin): string {
  return `${label} glossary ${stamp} ${date} ${characters} characters`;
}

const WITHOUT = ' without';

/**
 * The label of what an engine made while its glossary was not in force; the line then reads `deepl en-US without
 * glossary 3fa2c1 …`.
 */
export function labelWithout(label: string): string {
  return label + WITHOUT;
}

/** “deepl en-US, without the glossary” */
export function describeLabel(label: string): string {
  return label.endsWith(WITHOUT) ? `${label.slice(0, -WITHOUT.length)}, without the glossary` : label;
}

/** As a server writes it where nobody has a name. */
const NAMELESS = /^person (\d{4}-\d{2}-\d{2})$/;

/** As English that came with an article is put beside it. */
const ALIGNED = /^aligned (.+) (\d{4}-\d{2}-\d{2})$/s;

/**
 * Where a text is from, for who reads it: “deepl en-US, 2026-11-23, 412 characters”, “by Ana, 2026-11-26”, “by a
 * person, 2026-11-23”.
 */
export function describeOrigin(origin: string): string {
  const engine = readOrigin(origin);
  const writer = writerIn(origin);
  const [, date] = NAMELESS.exec(origin) ?? [];
  if (writer !== null) return `by ${writer.name}, ${writer.date}`;
  if (date !== undefined) return `by a person, ${date}`;
  const [, file, aligned] = ALIGNED.exec(origin) ?? [];
  if (file !== undefined) return `from ${file}, put beside the French ${aligned}`;
  if (engine === null) return origin;
  const billed = engine.characters === 0 ? [] : [counted(engine.characters, 'character')];
  return [describeLabel(engine.label), engine.date, ...billed].join(', ');
}
