import { frenchVerb, simpleForms } from './french-verbs.ts';
import type { FrenchVerb, Verbs } from './verbs.ts';

/** être, by person: it makes the compound tenses of what one does to oneself. */
const ETRE = [
  'suis étais serai serais sois fus fusse',
  'es étais seras serais sois fus fusses',
  'est était sera serait soit fut fût',
  'sommes étions serons serions soyons fûmes fussions',
  'êtes étiez serez seriez soyez fûtes fussiez',
  'sont étaient seront seraient soient furent fussent',
].map((forms) => forms.split(' '));

/** Pronouns of the persons je, tu, il, nous, vous, ils. */
const PRONOUNS = ['me', 'te', 'se', 'nous', 'vous', 'se'];
/** What follows a command to tu, nous, vous. */
const TO_WHOM = ['toi', 'nous', 'vous'];
/** Which past participles a person takes; vous may be one or many. */
const AGREEING = [
  [0, 2],
  [0, 2],
  [0, 2],
  [1, 3],
  [0, 1, 2, 3],
  [1, 3],
];

/** A verb alone or with its complement, with a reflexive pronoun or not. */
const PHRASE = /^(se\s+|s[’'ʼ‘]\s*)?([^\s’'ʼ‘]+)(.*)/su;

/**
 * The forms of a verb phrase: the verb is its first word, what follows stays as written. What one does to oneself keeps
 * its pronoun.
 *
 *     mettre à l’échelle   mettons à l’échelle, mises à l’échelle
 *     s’entraîner          m’entraîne, nous entraînons, s’est entraînée
 */
export function verbPhraseForms(phrase: string, verbs: Verbs): string[] {
  const [, pronoun, word = '', rest = ''] = PHRASE.exec(phrase) ?? [];
  const verb = frenchVerb(word, verbs);
  if (verb === null) return [];
  const forms = pronoun === undefined ? simpleForms(verb) : reflexiveForms(verb, /^s[’'ʼ‘]/.test(pronoun));
  return forms.map((form) => form + rest);
}

/** @param silentH whether an h at the start is none, as the infinitive shows: s’habituer, se hâter */
function reflexiveForms(verb: FrenchVerb, silentH: boolean): string[] {
  const { infinitive, persons, commands, presentParticiple } = verb;
  const forms = new Set<string>();
  const add = (pronoun: string, form: string) => forms.add(withPronoun(pronoun, form, silentH));
  PRONOUNS.forEach((pronoun, person) => {
    for (const form of [infinitive, ...(persons[person] ?? []), ...presentParticiple]) add(pronoun, form);
    for (const auxiliary of [...(ETRE[person] ?? []), 'être', 'étant']) {
      for (const participle of participlesOf(verb, person)) add(pronoun, `${auxiliary} ${participle}`);
    }
  });
  commands.forEach((list, i) => {
    for (const form of list) forms.add(`${form}-${TO_WHOM[i]}`);
  });
  return [...forms];
}

function participlesOf({ pastParticiple }: FrenchVerb, person: number): string[] {
  return (AGREEING[person] ?? []).flatMap((i) => pastParticiple[i] || []);
}

function withPronoun(pronoun: string, form: string, silentH: boolean): string {
  const elides = /^[aeiouyàâéèêëîïôœ]/iu.test(form) || (silentH && /^h/i.test(form));
  return elides && pronoun.endsWith('e') ? `${pronoun.slice(0, -1)}’${form}` : `${pronoun} ${form}`;
}
