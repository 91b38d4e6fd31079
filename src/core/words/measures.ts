import type { Language } from '../model/concept.ts';

/** `unit=word/word …` → each word with its unit. */
function named(table: string): [string, string][] {
  return table.split(' ').flatMap((row) => {
    const [unit = '', words = ''] = row.split('=');
    return words.split('/').map((word): [string, string] => [word, unit]);
  });
}

const SIGNS =
  'second=s ms=ms minute=min mm=mm cm=cm km=km kg=kg ha=ha mile=mi foot=ft lb=lb/lbs mph=mph €=euro/euros/eur $=dollar/dollars/usd £=gbp yen=yen yuan=yuan/yuans KB=kb/kib MB=mb/mib GB=gb/gib TB=tb/tib PB=pb';
const NAMES: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  fr: new Map(
    named(
      `${SIGNS} second=seconde/secondes minute=minute/minutes/mn hour=heure/heures/h day=jour/jours/journée/journées week=semaine/semaines month=mois year=an/ans/année/années century=siècle/siècles m=m/mètre/mètres km=kilomètre/kilomètres cm=centimètre/centimètres mm=millimètre/millimètres inch=pouce/pouces foot=pied/pieds mile=mile/miles kg=kilo/kilos/kilogramme/kilogrammes g=g/gramme/grammes t=tonne/tonnes ha=hectare/hectares l=l/litre/litres £=livres/sterling KB=ko/kio/kilooctets MB=mo/mio/mégaoctet/mégaoctets GB=go/gio/gigaoctet/gigaoctets TB=to/tio/téraoctet/téraoctets PB=po/pio`,
    ),
  ),
  en: new Map(
    named(
      `${SIGNS} second=second/seconds/sec/secs minute=minute/minutes/mins hour=hour/hours/hr/hrs/h day=day/days week=week/weeks fortnight=fortnight/fortnights month=month/months year=year/years century=century/centuries m=metre/metres/meter/meters km=kilometre/kilometres/kilometer/kilometers cm=centimetre/centimetres/centimeter/centimeters mm=millimetre/millimetres/millimeter/millimeters inch=inch/inches foot=foot/feet yard=yard/yards mile=mile/miles kg=kilo/kilos/kilogram/kilograms g=g/gram/grams t=tonne/tonnes/ton/tons ha=hectare/hectares acre=acre/acres l=l/litre/litres/liter/liters gallon=gallon/gallons £=pound/pounds KB=kilobyte/kilobytes MB=megabyte/megabytes GB=gigabyte/gigabytes TB=terabyte/terabytes`,
    ),
  ),
};

/** What is measured and how much of it one is: hours, metres, kilograms, km/h, hectares, litres. */
const SIZES: ReadonlyMap<string, { readonly of: string; readonly size: number }> = new Map(
  'time second 0.000278,time minute 0.01667,time hour 1,time day 24,time week 168,time fortnight 336,time month 730,time year 8766,time century 876600,length mm 0.001,length cm 0.01,length m 1,length km 1000,length inch 0.0254,length foot 0.3048,length yard 0.9144,length mile 1609,mass g 0.001,mass kg 1,mass t 1000,mass lb 0.4536,mass £ 0.4536,speed kmh 1,speed mph 1.609,area ha 1,area acre 0.4047,volume l 1,volume gallon 3.785'
    .split(',')
    .map((row) => {
      const [of = '', unit = '', size = '0'] = row.split(' ');
      return [unit, { of, size: Number(size) }];
    }),
);

/** The unit that a word or a sign after a number names, without regard to case; null for another word. */
export function unitNamed(word: string, language: Language): string | null {
  return NAMES[language].get(word) ?? NAMES[language].get(word.toLowerCase()) ?? null;
}

/** How near two amounts lie that are taken for one: 60 miles and 97 km. As a ratio. */
const NEAR = 1.03;

/**
 * Names that amounts which say the same in other units share: two weeks and 14 days, 60 miles and 97 km. French eight
 * days are a week, and fifteen two.
 *
 * @returns those under which an amount is looked for, and those under which it is found; empty without a measure
 */
export function amountKeys(
  value: number,
  unit: string | null,
  language: Language,
): { seek: string[]; stand: string[] } {
  const measure = SIZES.get(unit ?? '');
  if (measure === undefined || value <= 0) return { seek: [], stand: [] };
  const rounded = language === 'fr' && unit === 'day' && (value === 8 || value === 15) ? value - (value % 7) : value;
  const step = Math.round(Math.log(rounded * measure.size) / Math.log(NEAR));
  const others = [...SIZES].filter(([name, { of }]) => of === measure.of && name !== unit).map(([name]) => name);
  const seek = others.flatMap((other) => [step - 1, step, step + 1].map((one) => `${other} ${one}`));
  return { seek, stand: [`${unit} ${step}`] };
}
