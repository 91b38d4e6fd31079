import { addToGroup } from '../model/groups.ts';
import { bareWords } from './bare-words.ts';
import { PEOPLE } from './people.ts';
import { PLACES } from './places.ts';

/** A French name of one or more words, and what it is called in English; all of them bare words, one space between. */
export interface NameForms {
  readonly words: readonly string[];
  readonly forms: readonly string[];
}

/**
 * The names that differ, each under its first word, the longest first. A name of several meanings stands once with the
 * forms of all of them: Galilée is Galileo and Galilee.
 */
export function collectNameForms(): ReadonlyMap<string, readonly NameForms[]> {
  const byName = new Map<string, NameForms>();
  for (const { words, forms } of [...rowsOf(PLACES), ...rowsOf(PEOPLE), ...countries()]) {
    const name = words.join(' ');
    byName.set(name, { words, forms: [...new Set([...(byName.get(name)?.forms ?? []), ...forms])] });
  }
  const byFirst = new Map<string, NameForms[]>();
  for (const one of byName.values()) {
    const [first = ''] = one.words;
    addToGroup(byFirst, first, one);
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
      const words = bareWords((french?.of(code) ?? '').replace(/\([^()]*\)/, ''));
      const forms = english.flatMap((names) => {
        const form = bareWords((names.of(code) ?? '').replace(/\([^()]*\)/, '')).join(' ');
        return form === '' ? [] : [form, ...inhabitantsOf(form)];
      });
      return words.length === 0 || forms.length === 0 ? [] : [{ words, forms: [...forms, words.join(' ')] }];
    });
}

/**
 * What the inhabitants are called where the name tells it; the others stand in the list of places. Whole words: with
 * any ending, Liberia would be said by liberal and Niger by Nigeria.
 */
function inhabitantsOf(country: string): string[] {
  const whole = ['n', 'an', 'i', 'ese'].map((ending) => country + ending);
  const cut = ['ian', 'ese'].map((ending) => country.slice(0, -1) + ending);
  return [...whole, ...cut, ...(/stan$/.test(country) ? [country.replace(/i?stan$/, '')] : [])];
}
