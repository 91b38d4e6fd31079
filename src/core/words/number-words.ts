import type { Language } from '../model/concept.ts';

/** What the number words of a language are worth. */
export interface NumberWords {
  readonly language: Language;
  readonly cardinals: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  /** Multiply what stands before them. French: milliard 10⁹, billion 10¹²; English: billion 10⁹, trillion 10¹². */
  readonly scales: ReadonlyMap<string, number>;
  /** Letters that stand right after figures and multiply them: 70B, 3,6 Md€. With their case. */
  readonly suffixes: ReadonlyMap<string, number>;
  readonly months: ReadonlyMap<string, number>;
  /** Worth a number without being missed: un, neuf (also “new”), one, first, decade, dozens. */
  readonly loose: ReadonlyMap<string, number>;
  /** Of those, what may end a larger number: vingt et un, twenty-first. */
  readonly endings: ReadonlySet<string>;
  /** What parts are called after their number: tiers, quarts, thirds. */
  readonly fractions: ReadonlyMap<string, number>;
  /** Tens of years: nineties. */
  readonly decades: ReadonlyMap<string, number>;
  /** What stands after a number, word → unit: see `measures.ts`, `%`, a currency. */
  readonly units: ReadonlyMap<string, string>;
  /** Every word that a number or a month can begin with. */
  readonly openings: ReadonlySet<string>;
}

/** Of both languages: `unit=sign/sign`. */
const UNIT_SIGNS =
  'second=s ms=ms minute=min mm=mm cm=cm km=km kg=kg ha=ha mile=mi foot=ft lb=lb/lbs mph=mph €=euro/euros/eur $=dollar/dollars/usd £=gbp yen=yen/yens yuan=yuan/yuans won=won/wons franc=franc/francs/chf KB=kb/kib MB=mb/mib GB=gb/gib TB=tb/tib PB=pb mg=mg ml=ml cl=cl dl=dl nm=nm µm=µm/μm kW=kw MW=mw GW=gw TW=tw kWh=kwh MWh=mwh GWh=gwh TWh=twh kHz=khz MHz=mhz GHz=ghz THz=thz';

export function withOpenings(words: Omit<NumberWords, 'openings'>): NumberWords {
  const { cardinals, ordinals, scales, months, loose, decades } = words;
  const openings = [cardinals, ordinals, scales, months, loose, decades].flatMap((worth) => [...worth.keys()]);
  return { ...words, openings: new Set(openings) };
}

/** Words with the numbers that follow each other from the first on; spellings of one number stand between strokes. */
export function numbered(words: string, first = 1): [string, number][] {
  return words.split(' ').flatMap((group, i) => group.split('/').map((word): [string, number] => [word, first + i]));
}

export function valued(table: string): [string, number][] {
  return table.split(' ').flatMap((pair) => {
    const [words = '', value = '0'] = pair.split('=');
    return words.split('/').map((word): [string, number] => [word, Number(value)]);
  });
}

/** `unit=word/word …` → each word with its unit. */
export function unitsNamed(table: string): ReadonlyMap<string, string> {
  return new Map(
    `${UNIT_SIGNS} ${table}`.split(' ').flatMap((row) => {
      const [unit = '', words = ''] = row.split('=');
      return words.split('/').map((word): [string, string] => [word, unit]);
    }),
  );
}

/** The unit that a word or a sign after a number names, without regard to case; null for another word. */
export function unitNamed(word: string, { units }: NumberWords): string | null {
  return units.get(word) ?? units.get(word.toLowerCase()) ?? null;
}
