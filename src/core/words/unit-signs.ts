/** Md, Mrd, Mio, MM: millions and milliards. */
const SCALES = /^(?:Mds?|MDs?|MDS|Mrds?|Mio|MM)$/;
const CURRENCIES = /^(?:Mds?|M|k|K|MM)?(?:EUR|USD|CHF|CAD|GBP|JPY|CNY)$/;
/** Go, Mio, TWh, GHz, Mbit, Mt: what is measured, with what multiplies it. */
const MEASURES = /^(?:[KMGTP]i?o|[kMGTPE]?(?:W|Wh|Wc|Hz|VA|Ah|Pa|Bq|Sv|Gy|eV|bits?|bps|teps?)|[MGTP](?:t|b|J))$/;
/** What a sign of a unit may follow: a figure, or what multiplies it. */
const AFTER_NUMBER = /\d$|^(?:[kKM]|Mds?|MDS?|Mrds?|Mio|MM|millions?|milliards?)$/;

/** What stands right before and behind a word. */
interface Beside {
  readonly before: string;
  readonly after: string;
}

/** Whether a word with a capital is no name but measures the number beside it: 3 Mds€, 40 TWh, 5 GHz, 150 EUR. */
export function isUnitBeside(word: string, { before, after }: Beside): boolean {
  if (AFTER_NUMBER.test(before)) return SCALES.test(word) || CURRENCIES.test(word) || MEASURES.test(word);
  return CURRENCIES.test(word) && /^\d/.test(after);
}
