/** Conjugation of French verbs: by what is known about them, else by rule. Tables after the Bescherelle. */

import { lowerCase } from '../text/characters.ts';
import { reformedSpelling } from './french-inflection.ts';
import type { FrenchVerb, Verbs } from './verbs.ts';

/** Endings of a group of verbs, in the order of {@link FrenchVerb}. */
interface Endings {
  readonly persons: readonly string[];
  readonly commands: readonly string[];
  readonly present: string;
  readonly past: string;
}

const ER: Endings = {
  persons: [
    'e ais ai erai erais asse',
    'es ais as eras erais asses',
    'e ait a era erait ât',
    'ons ions âmes erons erions assions',
    'ez iez âtes erez eriez assiez',
    'ent aient èrent eront eraient assent',
  ],
  commands: ['e', 'ons', 'ez'],
  present: 'ant',
  past: 'é és ée ées',
};
const IR: Endings = {
  persons: [
    'is issais irai irais isse',
    'is issais iras irais isses',
    'it issait ira irait isse ît',
    'issons issions îmes irons irions',
    'issez issiez îtes irez iriez',
    'issent issaient irent iront iraient',
  ],
  commands: ['is', 'issons', 'issez'],
  present: 'issant',
  past: 'i is ie ies',
};
const RE: Endings = {
  persons: [
    's ais is rai rais e isse',
    's ais is ras rais es isses',
    ' ait it ra rait e ît',
    'ons ions îmes rons rions issions',
    'ez iez îtes rez riez issiez',
    'ent aient irent ront raient issent',
  ],
  commands: ['s', 'ons', 'ez'],
  present: 'ant',
  past: 'u us ue ues',
};

/** Prefixes with which new verbs are made of old ones: surapprendre, préentraîner, coconstruire. */
const PREFIXES = 'ré re r sur sous pré co dés dé dis auto inter trans post multi hyper contre entre télé micro'.split(
  ' ',
);
/** Verbs in -eler and -eter that take è; those made of appeler and jeter double, of all others both are in use. */
const GRAVE =
  /(?:cel|cisel|dégel|écartel|gel|martel|mantel|model|pel|achet|béguet|corset|crochet|filet|furet|halet|rachet)$/;

/** The verb with all its simple forms; null for a word that is none. */
export function frenchVerb(infinitive: string, verbs: Verbs): FrenchVerb | null {
  const verb = lowerCase(infinitive);
  const known = verbs.french(verb) ?? derivedVerb(verb, verbs);
  const regular = regularVerb(verb);
  return known !== null && regular !== null && verb.endsWith('ayer') ? joined(known, regular) : (known ?? regular);
}

/** Every simple form of a verb, each once; the infinitive is the first. */
export function simpleForms(verb: FrenchVerb): string[] {
  const { infinitive, persons, commands, presentParticiple, pastParticiple } = verb;
  return [
    ...new Set([infinitive, ...persons.flat(), ...commands.flat(), ...presentParticiple, ...pastParticiple]),
  ].filter((form) => form !== '');
}

/** A verb made of one that is known, or a known one in the spelling of 1990. */
function derivedVerb(verb: string, verbs: Verbs): FrenchVerb | null {
  const hyphen = verb.lastIndexOf('-') + 1;
  if (hyphen > 0) return mapped(frenchVerb(verb.slice(hyphen), verbs), (form) => verb.slice(0, hyphen) + form);
  if (/[ao]itre$/.test(verb)) return mapped(verbs.french(`${verb.slice(0, -4)}ître`), reformedSpelling);
  for (const prefix of PREFIXES) {
    const known = verb.startsWith(prefix) ? verbs.french(verb.slice(prefix.length)) : null;
    if (known !== null) return mapped(known, (form) => prefix + form);
  }
  return null;
}

function mapped(verb: FrenchVerb | null, change: (form: string) => string): FrenchVerb | null {
  if (verb === null) return null;
  const all = (forms: readonly string[]) => forms.map(change);
  return {
    infinitive: change(verb.infinitive),
    persons: verb.persons.map(all),
    commands: verb.commands.map(all),
    presentParticiple: all(verb.presentParticiple),
    pastParticiple: all(verb.pastParticiple),
  };
}

/** The forms of either: il paie, il paye. */
function joined(verb: FrenchVerb, other: FrenchVerb): FrenchVerb {
  const both = (one: readonly (readonly string[])[], two: readonly (readonly string[])[]) =>
    one.map((forms, i) => [...new Set([...forms, ...(two[i] ?? [])])]);
  return { ...verb, persons: both(verb.persons, other.persons), commands: both(verb.commands, other.commands) };
}

/** A verb of the first or second group, or one like rendre. */
function regularVerb(infinitive: string): FrenchVerb | null {
  const stem = infinitive.slice(0, -2);
  if (infinitive.endsWith('er')) return withEndings(infinitive, ER, (ending) => erForms(stem, ending));
  const plain = (ending: string) => [`${stem}${ending}`];
  if (/[iï]r$/.test(infinitive) && !infinitive.endsWith('oir')) return withEndings(infinitive, IR, plain);
  return /(?:(?<!pr)en|on|er|or)dre$/.test(infinitive) ? withEndings(infinitive, RE, plain) : null;
}

function withEndings(infinitive: string, endings: Endings, formsOf: (ending: string) => string[]): FrenchVerb {
  const all = (list: string) => [...new Set(list.split(' ').flatMap(formsOf))];
  return {
    infinitive,
    persons: endings.persons.map(all),
    commands: endings.commands.map(all),
    presentParticiple: all(endings.present),
    pastParticiple: all(endings.past),
  };
}

/** nous lançons, nous partageons, il nettoie, il pèse. */
function erForms(stem: string, ending: string): string[] {
  if (/^[aâo]/.test(ending)) return [`${softened(stem)}${ending}`];
  if (!/^e(?!z)/.test(ending)) return [`${stem}${ending}`];
  const silent = silentStems(stem).map((silentStem) => `${silentStem}${ending}`);
  return /é[^aeiouyéèê]{1,2}u?$/.test(stem) && ending.startsWith('er') ? [...silent, `${stem}${ending}`] : silent;
}

/** The stem before a, o. */
function softened(stem: string): string {
  if (stem.endsWith('g')) return `${stem}e`;
  return stem.endsWith('c') ? `${stem.slice(0, -1)}ç` : stem;
}

/** The stem before an e that is not heard, and in the future: all the ways it is written. */
function silentStems(stem: string): string[] {
  if (/[ou]y$/.test(stem)) return [`${stem.slice(0, -1)}i`];
  if (/ay$/.test(stem)) return [stem, `${stem.slice(0, -1)}i`];
  if (/é[^aeiouyéèê]{1,2}u?$/.test(stem)) return [stem.replace(/é([^aeiouyéèê]{1,2}u?)$/, 'è$1')];
  if (/(?:[^aeiouyéèêâô]|[gq]u)e(?:[cdmnpsv]|vr)$/.test(stem)) return [stem.replace(/e([^e]+)$/, 'è$1')];
  if (!/(?:[^aeiouyéèêâô]|[gq]u)e[lt]$/.test(stem)) return [stem];
  const [grave, double] = [stem.replace(/e([lt])$/, 'è$1'), `${stem}${stem.at(-1)}`];
  if (GRAVE.test(stem)) return /appel$/.test(stem) ? [double] : [grave];
  return /(?:appel|jet)$/.test(stem) ? [double] : [double, grave];
}
