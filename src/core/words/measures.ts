import type { Language } from '../model/concept.ts';

/**
 * What is measured and how much of it one is: hours, metres, kilograms, km/h, hectares, litres, megawatts, megahertz.
 */
const SIZES: ReadonlyMap<string, { readonly of: string; readonly size: number }> = new Map(
  'time second 0.000278,time minute 0.01667,time hour 1,time day 24,time week 168,time fortnight 336,time month 730,time year 8766,time century 876600,length mm 0.001,length cm 0.01,length m 1,length km 1000,length inch 0.0254,length foot 0.3048,length yard 0.9144,length mile 1609,mass g 0.001,mass kg 1,mass t 1000,mass q 100,mass lb 0.4536,mass £ 0.4536,speed kmh 1,speed mph 1.609,area ha 1,area acre 0.4047,volume l 1,volume gallon 3.785,volume dl 0.1,volume cl 0.01,volume ml 0.001,mass mg 0.000001,length µm 0.000001,length nm 0.000000001,power kW 0.001,power MW 1,power GW 1000,power TW 1000000,energy kWh 0.001,energy MWh 1,energy GWh 1000,energy TWh 1000000,rate kHz 0.001,rate MHz 1,rate GHz 1000,rate THz 1000000'
    .split(',')
    .map((row) => {
      const [of = '', unit = '', size = '0'] = row.split(' ');
      return [unit, { of, size: Number(size) }];
    }),
);

/** A speed in kilometres per hour, as both languages write it. */
export const SPEED = /(?:km\/h|kph|kmh)(?!\p{L})/uy;

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
