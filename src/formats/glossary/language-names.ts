import type { Language } from '../../core/model/concept.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(plainLetters));

/**
 * French and English as the languages with Latin letters name them, without their accents: Polish, Turkish, Swedish,
 * Danish, Norwegian, Finnish, Czech, Slovak, Hungarian, Romanian, Croatian, Slovenian, Indonesian, Catalan, Basque,
 * Lithuanian, Latvian, Estonian, Vietnamese.
 */
export const OTHER_NAMES: Readonly<Record<Language, string>> = {
  fr: 'francuski francuskie fransizca franska fransk franske ranska ranskaksi francouzsky francouzske francouzstina francuzsky francuzstina francuzske francia franceza franceze francoscina francosko francoski prancis perancis frances frantsesa prancuzu francu prantsuse phap',
  en: 'angielski angielskie ingilizce engelska engelsk engelske englanti englanniksi anglicky anglicke anglictina angol engleza engleze engleski anglescina anglesko angleski inggris angles ingelesa anglu inglise anh',
};

/**
 * Parts of the names that other scripts have for both: Chinese, Japanese, Korean, Cyrillic, Greek, Arabic, Persian,
 * Hebrew, Hindi, Thai.
 */
const BY_SCRIPT: Readonly<Record<Language, readonly string[]>> = {
  fr: '法语 法語 法文 法国 フランス語 仏語 仏文 프랑스어 불어 француз француск френск γαλλικ الفرنسي فرنسي فرانسوی צרפתית फ़्रेंच फ्रेंच ฝรั่งเศส'.split(
    ' ',
  ),
  en: '英语 英語 英文 英国 영어 англи англій англійськ енглес γγλικ الإنجليزي الانجليزي إنجليزي انگلیسی אנגלית अंग्रेज आंग्रेज อังกฤษ'.split(
    ' ',
  ),
};
/** What languages call the side that is translated, joined and without accents. */
const SOURCES = set(
  'terme term mot word expression original originaltext texteoriginal termeoriginal originalterm quelle quelltext quellsprache ausgangssprache ausgangstext ausgangsbegriff origen textoorigen terminoorigen idiomadeorigen idiomaorigen fuente origem termodeorigem idiomadeorigem origine linguadiorigine linguaoriginale testooriginale termineoriginale bron brontaal brontekst bronterm kaynak kaynakdil kaynakterim zrodlo jezykzrodlowy tekstzrodlowy terminzrodlowy zdroj zdrojovyjazyk forras forrasnyelv kildesprog kildesprak kallsprak sursa limbasursa 原文 源语言 源語言 源语 原语 源文本 原語 起点言語 원문 원어 оригинал исходныйтекст исходныйязык исходныйтермин оригінал المصدر',
);
/** What they call the other side. */
const TARGETS = set(
  'traduction translation ziel zieltext zielsprache zielbegriff ubersetzung destino textodestino terminodestino idiomadedestino idiomadestino meta traduccion traducao termodedestino destinazione linguadidestinazione linguaditraduzione traduzione doel doeltaal doeltekst doelterm vertaling hedef hedefdil hedefterim ceviri cel jezykdocelowy tekstdocelowy termindocelowy tlumaczenie preklad cilovyjazyk celnyelv forditas malsprog malsprak oversettelse oversaettelse oversattning tinta limbatinta traducere 译文 譯文 目标语言 目標語言 目标语 目标文本 翻译 翻譯 訳文 訳語 翻訳 目標言語 번역 번역문 перевод целевойязык целевойтермин переклад الهدف الترجمة ترجمة',
);
/** Characters of a name. */
const MOST = 40;

/** The language that a name in another script is of; null for none, or both. */
export function languageByScript(name: string): Language | null {
  if (name.length > MOST || !/[\u0250-\uffff]/.test(name)) return null;
  const text = name.normalize('NFC').toLowerCase();
  const [fr, en] = [BY_SCRIPT.fr, BY_SCRIPT.en].map((parts) => parts.some((part) => text.includes(part)));
  if (fr === en) return null;
  return fr ? 'fr' : 'en';
}

/**
 * Whether a name says that its column is translated, or that it is the translation, in any language; null for neither.
 */
export function sideNamed(name: string): 'source' | 'target' | null {
  if (name.length > MOST) return null;
  const key = plainLetters(name).replaceAll(/[^\p{L}]/gu, '');
  if (SOURCES.has(key)) return 'source';
  return TARGETS.has(key) ? 'target' : null;
}

/**
 * Small letters without accents, and those that are letters of their own as the ones they look like: `źródło` is
 * `zrodlo`.
 */
export function plainLetters(text: string): string {
  const letters = text.normalize('NFD').toLowerCase().replaceAll(/\p{M}/gu, '').normalize('NFC');
  return letters
    .replaceAll('ł', 'l')
    .replaceAll('ı', 'i')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('đ', 'd');
}

/** Letters that neither French nor English is written with, but for names. */
const ODD_LETTERS = /[ąćęłńśźżğışřžščěůňťďőűășțșţļķņģėįųūāēīđ]/iu;

/**
 * Whether the first row of a table looks like the names of its columns, in words that are not known here: nothing then
 * says which of them is French.
 */
export function looksLikeNames([first = '', second = '', ...others]: readonly string[]): boolean {
  if (first === '' || second === '' || first.toLowerCase() === second.toLowerCase()) return false;
  if ([first, second].some(isOfOtherScript) || [first, second].every((name) => name.startsWith('%'))) return true;
  if (isOdd(first, second) || isOdd(second, first)) return true;
  if ([first, second].every((name) => /^[a-z]+(?:_[a-z\d]+)+$/i.test(name))) return true;
  return isNumbered(first, second) || others.some(isPlainName);
}

/** Two Greek letters may be a term; two words of Greek are none of either language. */
function isOfOtherScript(name: string): boolean {
  return /\p{L}.*\p{L}/u.test(name) && !/\p{Script=Latin}/u.test(name);
}

/** A word with such a letter, which is no name that stands in the other cell too. */
function isOdd(name: string, other: string): boolean {
  if (!ODD_LETTERS.test(name)) return false;
  const words = name.split(/[\s'’-]+/).filter((word) => ODD_LETTERS.test(word));
  return words.some((word) => !plainLetters(other).includes(plainLetters(word)));
}

/** `Langue 1` and `Langue 2`, `Terme A` and `Terme B`. */
function isNumbered(first: string, second: string): boolean {
  const stem = (name: string) => (name.length > MOST ? null : (/^(\p{L}{3,}[\s_.-]*)[12AB]$/u.exec(name)?.[1] ?? null));
  return stem(first) !== null && stem(first) === stem(second);
}

/** Names that nobody writes beside a pair of terms; “note” in small letters may be a remark. */
const PLAIN_NAMES = set(
  'definition definitions note notes comment comments commentaire commentaires remark remarks remarque remarques bemerkung anmerkung nota notas uwagi opmerking status statut',
);

function isPlainName(name: string): boolean {
  const key = plainLetters(name).trim();
  return PLAIN_NAMES.has(key) && (/^\p{Lu}/u.test(name) || key.startsWith('definition'));
}
