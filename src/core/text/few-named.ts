import { grouped } from './counted.ts';

/**
 * The first of some items in one line, and how many more there are: “un, deux, trois and 4 more”.
 *
 * @param most so many are named
 */
export function fewNamed<Item>(items: readonly Item[], most: number, nameOf: (item: Item) => string): string {
  const named = items.slice(0, most).map(nameOf).join(', ');
  return items.length > most ? `${named} and ${grouped(items.length - most)} more` : named;
}
