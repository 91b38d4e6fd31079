import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { once } from '../core/model/once.ts';
import type { FrenchVerb, Verbs } from '../core/words/verbs.ts';

/** A verb as french-verbs-lefff has it; null where it has no form. A letter is a tense. */
type Tenses = Readonly<Partial<Record<string, readonly (string | null)[]>>>;

/** Present, subjunctive, imperfect, simple past, imperfect subjunctive, future, conditional: a form for each person. */
const FINITE = ['P', 'S', 'I', 'J', 'T', 'F', 'C'];
const PERSONS = [0, 1, 2, 3, 4, 5];
/** The persons that commands are given to; at the others stands NA. */
const COMMANDED = [1, 3, 4];

/** Past participles that the package has wrong: masculine, feminine, each in both numbers. */
const PARTICIPLES = new Map([['résoudre', ['résolu', 'résolus', 'résolue', 'résolues']]]);

/** What the packages know about verbs. Their files are read when the first verb of a language is asked for. */
export function openLexicon(): Verbs {
  const [french, english] = [once(readFrench), once(readEnglish)];
  return { french: (infinitive) => french()(infinitive), english: (infinitive) => english()(infinitive) };
}

/** The bytes of a file of a package. */
function readData(file: string): Buffer {
  return readFileSync(createRequire(import.meta.url).resolve(file));
}

/**
 * The file has 6 MB and nearly 8,000 verbs, of which a glossary asks for a few: it stays as bytes, and a verb is parsed
 * when it is asked for. Parsed whole it would hold up everything else, and take five times the room.
 */
function readFrench(): (infinitive: string) => FrenchVerb | null {
  const data = readData('french-verbs-lefff/dist/conjugations.json');
  const starts = verbStarts(data);
  const read = (infinitive: string): FrenchVerb | null => {
    const start = starts.get(infinitive);
    if (start === undefined) return null;
    return verbOf(infinitive, JSON.parse(data.toString('utf8', start, data.indexOf('}', start) + 1)) as Tenses);
  };
  // Many terms have one verb: mettre en cache, mettre à l’échelle.
  const known = new Map<string, FrenchVerb>();
  return (infinitive) => {
    const verb = known.get(infinitive) ?? read(infinitive);
    if (verb !== null) known.set(infinitive, verb);
    return verb;
  };
}

/** Where the tenses of each verb begin: `{"suivre":{"P":[…],…},"mettre":{…}}`. */
function verbStarts(data: Buffer): Map<string, number> {
  const starts = new Map<string, number>();
  for (let end = data.indexOf('":{'); end >= 0; end = data.indexOf('":{', end + 3)) {
    starts.set(data.toString('utf8', data.lastIndexOf('"', end - 1) + 1, end), end + 2);
  }
  return starts;
}

function verbOf(infinitive: string, tenses: Tenses): FrenchVerb | null {
  if (tenses['W'] === undefined) return null;
  const at = (letters: readonly string[], person: number) => written(letters.map((tense) => tenses[tense]?.[person]));
  return {
    infinitive,
    persons: PERSONS.map((person) => at(FINITE, person)),
    commands: COMMANDED.map((person) => at(['Y'], person)),
    presentParticiple: written(tenses['G'] ?? []),
    pastParticiple: PARTICIPLES.get(infinitive) ?? (tenses['K'] ?? []).map((form) => written([form])[0] ?? ''),
  };
}

function written(forms: readonly (string | null | undefined)[]): string[] {
  return [...new Set(forms.filter((form) => typeof form === 'string'))];
}

function readEnglish(): (infinitive: string) => readonly string[] | null {
  const data = JSON.parse(readData('english-verbs-irregular/dist/verbs.json').toString('utf8')) as Record<
    string,
    readonly (readonly string[])[]
  >;
  const pasts = new Map(Object.entries(data).map(([infinitive, pairs]) => [infinitive, [...new Set(pairs.flat())]]));
  return (infinitive) => pasts.get(infinitive) ?? null;
}
