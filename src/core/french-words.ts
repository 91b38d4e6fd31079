/** Inflection of single French words. Rules after the Bescherelle tables; exceptions as listed there. */

const AIL_TO_AUX = new Set(['bail', 'corail', 'émail', 'soupirail', 'travail', 'vantail', 'vitrail']);
const AL_PLUS_S = new Set(
  'aval bal banal bancal cal carnaval cérémonial chacal choral fatal festival final fractal glacial natal naval pal récital régal serval tonal virginal'.split(
    ' ',
  ),
);
const EU_PLUS_S = new Set(['bleu', 'pneu', 'émeu', 'feu', 'landau', 'sarrau']);
const OU_PLUS_X = new Set(['bijou', 'caillou', 'chou', 'genou', 'hibou', 'joujou', 'pou', 'ripou']);
const IRREGULAR_PLURALS: Readonly<Record<string, string>> = {
  œil: 'yeux',
  oeil: 'yeux',
  ciel: 'cieux',
  aïeul: 'aïeux',
  monsieur: 'messieurs',
  madame: 'mesdames',
  mademoiselle: 'mesdemoiselles',
};

/** Plural of a French noun or adjective; words in -s, -x, -z keep their form. */
export function frenchPlural(word: string): string {
  const lower = word.toLowerCase();
  const irregular = Object.hasOwn(IRREGULAR_PLURALS, lower) ? IRREGULAR_PLURALS[lower] : undefined;
  if (irregular !== undefined) return irregular;
  if (/[sxz]$/.test(lower)) return word;
  if (AIL_TO_AUX.has(lower)) return `${word.slice(0, -2)}ux`;
  if (/al$/.test(lower)) return AL_PLUS_S.has(lower) ? `${word}s` : `${word.slice(0, -1)}ux`;
  if (/(eau|au|eu)$/.test(lower)) return EU_PLUS_S.has(lower) ? `${word}s` : `${word}x`;
  if (OU_PLUS_X.has(lower)) return `${word}x`;
  return `${word}s`;
}

const IRREGULAR_FEMININES: Readonly<Record<string, string>> = {
  beau: 'belle',
  nouveau: 'nouvelle',
  jumeau: 'jumelle',
  fou: 'folle',
  mou: 'molle',
  vieux: 'vieille',
  doux: 'douce',
  faux: 'fausse',
  roux: 'rousse',
  blanc: 'blanche',
  franc: 'franche',
  sec: 'sèche',
  public: 'publique',
  turc: 'turque',
  caduc: 'caduque',
  grec: 'grecque',
  laïc: 'laïque',
  long: 'longue',
  oblong: 'oblongue',
  frais: 'fraîche',
  tiers: 'tierce',
  favori: 'favorite',
  bénin: 'bénigne',
  malin: 'maligne',
  gentil: 'gentille',
  nul: 'nulle',
  épais: 'épaisse',
  bas: 'basse',
  gras: 'grasse',
  gros: 'grosse',
  las: 'lasse',
  exprès: 'expresse',
  métis: 'métisse',
  paysan: 'paysanne',
  sot: 'sotte',
  pâlot: 'pâlotte',
};
const ET_TO_ETE = new Set('complet incomplet concret discret indiscret désuet inquiet replet secret quiet'.split(' '));
/** Comparatives of Latin origin take -e: supérieure. */
const EUR_TO_EURE = /(érieur|meilleur|majeur|mineur)$/;
/** Agent nouns in -teur made on a verb stem in -t take -euse: porteuse, menteuse. */
const TEUR_TO_TEUSE = /(porteur|acheteur|menteur|flatteur|prometteur|chanteur|conteur|compteur|sauteur|monteur)$/;

/** Feminine forms of a French adjective or agent noun; more than one where usage has more. */
export function frenchFeminines(word: string): string[] {
  const lower = word.toLowerCase();
  const irregular = Object.hasOwn(IRREGULAR_FEMININES, lower) ? IRREGULAR_FEMININES[lower] : undefined;
  if (irregular !== undefined) return [irregular];
  const but = (count: number, ending: string) => [`${word.slice(0, -count)}${ending}`];
  if (/e$/.test(lower)) return [word];
  if (ET_TO_ETE.has(lower)) return but(2, 'ète');
  if (/(el|eil|ul)$/.test(lower) && !/(seul|veul|espagnol)$/.test(lower)) return [`${word}le`];
  if (/(en|on|et)$/.test(lower)) return [`${word}${lower.at(-1)}e`];
  if (/er$/.test(lower)) return but(2, 'ère');
  if (/f$/.test(lower)) return but(1, 've');
  if (/eux$/.test(lower)) return but(1, 'se');
  if (/x$/.test(lower)) return but(1, 'se');
  if (/gu$/.test(lower)) return [`${word}ë`, `${word.slice(0, -1)}üe`];
  if (EUR_TO_EURE.test(lower)) return [`${word}e`];
  if (/teur$/.test(lower)) return TEUR_TO_TEUSE.test(lower) ? but(1, 'se') : [...but(4, 'trice'), ...but(1, 'se')];
  if (/eur$/.test(lower)) return but(1, 'se');
  return [`${word}e`];
}

/** 1990 spelling: no circumflex on i and u, the diaeresis on the u that is heard (entrainer, ambigüe). */
export function reformedSpelling(word: string): string {
  if (/^(dû|mûr|sûr|jeûne|jeûnes|crû|mûre|mûres|mûrs|sûre|sûres|sûrs)$/i.test(word)) return word;
  return word
    .replaceAll('î', 'i')
    .replaceAll('û', 'u')
    .replaceAll('guë', 'güe')
    .replaceAll('Î', 'I')
    .replaceAll('Û', 'U');
}
