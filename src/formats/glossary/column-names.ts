import type { Language } from '../../core/model/concept.ts';
import { bare } from '../../core/text/characters.ts';
import { wordSet } from '../../core/text/word-set.ts';
import { languageByScript, OTHER_NAMES, plainLetters } from './language-names.ts';
import { readRuling } from './term-status.ts';

/** A language of a column or a row; `foreign` is any but French and English. */
export type ColumnLanguage = Language | 'foreign';

/**
 * What a column is for. `side` holds the terms of the source or the target, whichever languages those are; `any term`
 * those of the language that its row names; `ruled out` those that nobody may use, or a yes where the term beside it is
 * one; `preferred` those that go first, or a yes or a no; `replaced` what stands for the term beside it; `nothing` says
 * nothing of a term, as an id or a date.
 */
export type ColumnKind =
  | 'term'
  | 'side'
  | 'more terms'
  | 'any term'
  | 'entry'
  | 'language'
  | 'source language'
  | 'target language'
  | 'status'
  | 'forbidden'
  | 'ruled out'
  | 'allowed'
  | 'preferred'
  | 'replaced'
  | 'progress'
  | 'settled'
  | 'marks'
  | 'grammar'
  | 'gender'
  | 'definition'
  | 'note'
  | 'domain'
  | 'nothing'
  | 'unknown';

/** What a name says of its column; the language is that of its terms, null where none is named. */
export interface ColumnRole {
  readonly kind: ColumnKind;
  readonly language: ColumnLanguage | null;
}

/** The languages as tags, and as English, French, German, Spanish, Italian, Portuguese and Dutch name them. */
const LANGUAGES: readonly (readonly [ColumnLanguage, ReadonlySet<string>])[] = [
  [
    'fr',
    wordSet(
      `fr fra fre frz french francais francaise franzosisch frances francese frans franse franzosische vf ${OTHER_NAMES.fr}`,
    ),
  ],
  [
    'en',
    wordSet(
      `en eng engl angl english anglais anglaise englisch ingles inglese engels engelse englische ${OTHER_NAMES.en}`,
    ),
  ],
  [
    'foreign',
    wordSet(
      'de deu ger german allemand deutsch es spa spanish espagnol espanol it ita italian italien italiano pt por portuguese portugais portugues nl nld dut dutch neerlandais zh zho chi chinese chinois ja jpn japanese japonais ru rus russian russe pl pol polish polonais ar ara arabic arabe la lat latin sv swe da dan fi fin cs ces cze el ell ro ron hu hun ko kor tr tur mul',
    ),
  ],
];
/** What may stand beside a language: its country, and that a word is meant. */
const BESIDE = wordSet(
  'be ch ca lu us uk gb au ie nz eua usa france frankreich francia franca canada kanada england inglaterra belgique belgium belgien belgica belgio suisse switzerland schweiz suiza svizzera suica luxembourg united states kingdom etats unis royaume uni vereinigte staaten vereinigtes konigreich grossbritannien estados unidos reino unido stati uniti regno unito american british americain britannique term terms terme termes word words mot mots expression translation traduction text texte language langue lang locale name nom label libelle version equivalent equivalents termin terim termino termine termo begriff fachwort palabra parola palavra woord slowo kelime tieng jezyk dil jazyk 1 of du de la',
);
const LANGUAGE_WORDS = wordSet('language langue lang locale idioma sprache code');
/** Beside “forbidden”, they say that its column may hold terms. */
const OF_TERMS = wordSet(
  'term terms terme termes translation translations traduction traductions rendering renderings synonym synonyms synonyme synonymes variant variants variante variantes variation variations word words mot mots eviter avoid donotuse dontuse neveruse nepasutiliser nepasemployer',
);
/** Beside “forbidden”, they say that its column tells why or when. */
const ABOUT_RULING = wordSet('reason raison why pourquoi date since depuis by par');
const TERM_WORDS = wordSet('term terms terme termes t');
/** They say of a column that its terms go first, or that a yes in it does. */
const PREFERRED = wordSet(
  'preferred pref prefere preferee preferes privilegie privilegiee recommended recommande recommandee bevorzugt preferido preferito main principal primary default',
);
/** Beside “preferred”, they make a question of it: `is_preferred`. */
const ASKING = wordSet('is est');

/**
 * A language tag: its first part is the language, whatever script or country stands behind it; not `en_status`. BCP 47.
 */
const TAG = /^([a-z]{2,3})(?:[-_](?:latn|cyrl|hans|hant|arab))?(?:[-_](?:[a-z]{2}|\d{3}))*(?:-x-[a-z\d-]+)?$/i;

/** Asked in this order: “usage note” is a note. */
const KINDS: readonly (readonly [ColumnKind, ReadonlySet<string>])[] = [
  ['entry', wordSet('eid entryid conceptid entry_id entrynumber entryno conceptnumber')],
  [
    'forbidden',
    wordSet(
      'forbidden interdit interdits interdite interdites prohibited verboten banned donotuse nottobeused blocked bloque excluded exclude exclu disabled inactive npu dnu blacklist negative avoid eviter proscrit proscrits',
    ),
  ],
  [
    'allowed',
    wordSet(
      'allowed permitted autorise approved approuve validated valid valide verified verifie confirmed confirme accepted accepte ok active actif usable correct use inuse enabled enusage',
    ),
  ],
  [
    'progress',
    wordSet(
      'processstatus processingstatus workflow workflowstatus state etat approval fuzzy draft brouillon needsreview toreview tobechecked averifier avalider aconfirmer arelire pending unconfirmed proposed candidate',
    ),
  ],
  [
    'settled',
    wordSet(
      'official officiel standard standardized normalise published publie reviewed relu released checked final finalized',
    ),
  ],
  [
    'note',
    wordSet('note notes comment comments commentaire commentaires remark remarks remarque remarques explanation'),
  ],
  ['status', wordSet('status statut usage usagestatus acceptability evaluation authorization')],
  ['grammar', wordSet('pos speech wordclass grammatical grammaticale grammaire grammar nature wortart')],
  ['gender', wordSet('gender genre genus')],
  [
    'definition',
    wordSet(
      'definition def description descriptions descripcion beschreibung descrizione descricao definicion definizione definicao meaning sens',
    ),
  ],
  ['domain', wordSet('domain domains domaine domaines subject field category categorie topic theme fachgebiet')],
  [
    'more terms',
    wordSet(
      'synonym synonyms synonyme synonymes variant variants variante variantes variation variations alternative alternatives alt altlabel admitted admis admise tolere toleree toleres tolerated acronym acronyms sigle sigles',
    ),
  ],
];
const NOTHING = wordSet(
  'id uid uuid guid location context created creation creator author auteur modified modifier modification last updated update client project projectid clientid date image example examples exemple exemples beispiel sample url link lien relevance reliability fiabilite score tags priority no number numero origin source subdomain hidden type owner',
);

/** What the name of a column says that it is for. */
export function roleOf(name: string): ColumnRole {
  const tag = languageOfCell(name);
  if (tag !== null) return { kind: 'term', language: tag };
  const words = wordsOf(name);
  if (words.length === 0) return { kind: /\p{L}/u.test(name) ? 'unknown' : 'nothing', language: null };
  const language = languageIn(words);
  return { kind: kindOf(words, language), language };
}

function kindOf(words: readonly string[], language: ColumnLanguage | null): ColumnKind {
  const ofLanguage = words.some((word) => LANGUAGE_WORDS.has(word));
  const side = words.find((word) => /^(?:source|target|cible)$/.test(word));
  if (side !== undefined && ofLanguage && language === null)
    return side === 'source' ? 'source language' : 'target language';
  const joined = words.join('');
  if (/^(?:term)?info$|^(?:flags|tags|type)$|parameters?$/.test(joined)) return 'marks';
  const named = KINDS.find(([, names]) => names.has(joined) || words.some((word) => names.has(word)));
  const isOfTerms =
    !words.some((word) => ABOUT_RULING.has(word)) &&
    (language !== null || [joined, ...words].some((word) => OF_TERMS.has(word)));
  if (joined === 'not') return 'ruled out';
  if (REPLACED.test(joined)) return 'replaced';
  if (isOfPreferred(words)) return 'preferred';
  if (named?.[0] === 'forbidden' || rulesOut(words)) return isOfTerms ? 'ruled out' : 'forbidden';
  if (named !== undefined && !(named[0] === 'allowed' && words.some((word) => OF_TERMS.has(word)))) return named[0];
  const rest = words.filter((word) => !isBeside(word) && word !== side && languageIn([word]) === null);
  if (rest.length === 0 && language !== null) return 'term';
  if (rest.length === 0 && side !== undefined) return 'side';
  if (/^equivalents?/.test(joined)) return 'term';
  if (ofLanguage && rest.every((word) => /^(?:l|code)$/.test(word))) return 'language';
  if (words.every((word) => TERM_WORDS.has(word))) return 'any term';
  return rest.some((word) => NOTHING.has(word)) ? 'nothing' : 'unknown';
}

/** Whether a word beside a language says nothing more: `en_2` holds terms as `en_1` does. */
function isBeside(word: string): boolean {
  return BESIDE.has(word) || /^\d{1,2}$/.test(word);
}

/** `Replaced by`, `remplacé par`, `use instead`. */
const REPLACED =
  /(?:replaced|superseded|deprecated|remplace|supplante)(?:by|par)|instead|replacement$|remplacement$|alaplace/;

/** Nothing but the word itself, beside a language, “term”, or “is”. */
function isOfPreferred(words: readonly string[]): boolean {
  const rest = words.filter((word) => !ASKING.has(word) && !BESIDE.has(word) && languageIn([word]) === null);
  return rest.length > 0 && rest.every((word) => PREFERRED.has(word));
}

/** Whether some words of a name, one or several that follow each other, rule a term out: `Disallowed variations`. */
function rulesOut(words: readonly string[]): boolean {
  return words.some((_, from) =>
    words.slice(from, from + 4).some((__, i) => readRuling(words.slice(from, from + i + 1).join('')) !== null),
  );
}

/** The language of a cell that holds a tag or a name and nothing else, as DeepL’s third and fourth do. */
export function languageOfCell(cell: string): ColumnLanguage | null {
  const tag = TAG.exec(cell.trim());
  if (tag !== null) return languageIn([(tag[1] ?? '').toLowerCase()]);
  const byScript = languageByScript(cell);
  if (byScript !== null) return byScript;
  const words = wordsOf(cell);
  const [first = ''] = words;
  const isName = words.length <= 3 && words.slice(1).every((word) => BESIDE.has(word) || languageIn([word]) !== null);
  return isName ? languageIn([first]) : null;
}

/**
 * The language that is written out in a name, or stands at its edge as a tag: `Version française`, `LC_FR`; whatever
 * else the name says. Null where it says none, or is longer than names are.
 */
export function languageNamed(name: string): ColumnLanguage | null {
  const words = wordsOf(name);
  if (words.length > MOST_WORDS) return null;
  const edges = name.trim().toLowerCase().split(/[-_.]/);
  const tags = edges.length < 2 ? [] : [edges[0] ?? '', edges.at(-1) ?? ''];
  return languageIn(words.filter((word) => word.length > 3)) ?? languageIn(tags.filter((tag) => tag.length < 4));
}

/** Words of the name of a column. */
const MOST_WORDS = 4;

function languageIn(words: readonly string[]): ColumnLanguage | null {
  for (const word of words) {
    const found = LANGUAGES.find(([, names]) => names.has(word));
    if (found !== undefined) return found[0];
  }
  return null;
}

function wordsOf(name: string): string[] {
  const words = plainLetters(bare(name.replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' '))).split(/[^a-z0-9]+/);
  return words.filter((word) => word !== '');
}
