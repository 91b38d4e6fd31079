import { bareWords } from './bare-words.ts';
import { PEOPLE } from './people.ts';
import { PLACES } from './places.ts';

/** A French name of one or more words, and what it is called in English; all of them bare words, one space between. */
export interface NameForms {
  readonly words: readonly string[];
  readonly forms: readonly string[];
}

/** The names that differ, each under its first word, the longest first. */
export function collectNameForms(): ReadonlyMap<string, readonly NameForms[]> {
  const byFirst = new Map<string, NameForms[]>();
  for (const one of [...rowsOf(PLACES), ...rowsOf(PEOPLE), ...countries()]) {
    const [first = ''] = one.words;
    const group = byFirst.get(first);
    if (group === undefined) byFirst.set(first, [one]);
    else group.push(one);
  }
  for (const group of byFirst.values()) group.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}

function rowsOf(table: string): NameForms[] {
  return table.split(',').flatMap((row) => {
    const [french = '', english = ''] = row.split('=');
    const forms = [...english.split('/'), french].map((form) => bareWords(form).join(' '));
    return french.split('/').map((name) => ({ words: bareWords(name.replaceAll(/[dl]’/g, '')), forms }));
  });
}

/** Every country by its names in both languages, as the language itself has them. */
function countries(): NameForms[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const named = (language: string, style: 'long' | 'short') =>
    new Intl.DisplayNames(language, { type: 'region', fallback: 'none', style });
  const [french, ...english] = [named('fr', 'long'), named('en', 'long'), named('en', 'short')];
  return letters
    .flatMap((first) => letters.map((second) => `${first}${second}`))
    .flatMap((code) => {
      const words = bareWords((french?.of(code) ?? '').replace(/\(.*\)/, ''));
      const forms = english.flatMap((names) => {
        const form = bareWords((names.of(code) ?? '').replace(/\(.*\)/, '')).join(' ');
        return form === '' ? [] : [form, ...(form.length > 5 ? [`${form.slice(0, 4)}*`] : [])];
      });
      return words.length === 0 || forms.length === 0 ? [] : [{ words, forms: [...forms, words.join(' ')] }];
    });
}
