/** Inflection of single French words. Rules after the Bescherelle tables; exceptions as listed there. */

import { lowerCase } from '../text/characters.ts';

/** Words in -ail with a plural in -aux. */
const AIL_TO_AUX = /^(bail|corail|émail|fermail|frontail|soupirail|(télé)?travail|vantail|ventail|vitrail)$/;
/** Words in -al that take -s alone. */
const AL_PLUS_S = new Set(
  `aclinal acnodal appeal adnominal adoral adverbal aromal aval bacchanal bal barbital biacromial cal cantal captal caracal carnaval chacal
  chloral copal corral dispersal floréal furfural fécial fétial gal galgal gardénal goal joual kraal penthotal prairial protal revival rial sal salicional sial tagal tincal emmental emmenthal fromental gavial gayal hyménéal matorral mescal minerval mistral narval nopal
  pal pipéronal quetzal récital régal rital rorqual santal serval sisal sonal spiritual tergal trial véronal`.split(
    /\s+/,
  ),
);
/** Words in -al of which both plurals are in use. */
const AL_EITHER = new Set(
  `aéronaval antimonial austral banal bancal boréal caciqual causal cérémonial choral dimissorial dorsal dual fatal final foutral fractal germinal latéral mental moral mural musical paranormal rational
  social spatial squamosal
  glacial idéal interrégional jovial marial méridional morfal natal naval néonatal pascal périnatal postnatal prénatal raphial
  staminal tonal total tutoral vaccinal val virginal étal`.split(/\s+/),
);
const EU_PLUS_S = new Set('bleu coyau emeu enfeu heu hébreu landau pneu restau sarrau schleu unau émeu'.split(' '));
const OU_PLUS_X = new Set(['bijou', 'caillou', 'chou', 'genou', 'hibou', 'joujou', 'pou', 'ripou']);
const IRREGULAR_PLURALS: Readonly<Record<string, readonly string[]>> = {
  œil: ['yeux', 'œils'],
  oeil: ['yeux', 'oeils'],
  ciel: ['cieux', 'ciels'],
  aïeul: ['aïeux', 'aïeuls'],
  ail: ['ails', 'aulx'],
  monsieur: ['messieurs'],
  madame: ['mesdames'],
  mademoiselle: ['mesdemoiselles'],
  monseigneur: ['messeigneurs', 'nosseigneurs'],
  bonhomme: ['bonshommes'],
  gentilhomme: ['gentilshommes'],
  tout: ['tous', 'touts'],
  stimulus: ['stimulus', 'stimuli'],
  erratum: ['errata', 'erratums'],
  addendum: ['addenda', 'addendums'],
  desideratum: ['desiderata'],
  maximum: ['maximums', 'maxima'],
  minimum: ['minimums', 'minima'],
  optimum: ['optimums', 'optima'],
  quantum: ['quanta', 'quantums'],
  medium: ['médiums', 'media', 'mediums'],
  graffiti: ['graffitis', 'graffiti'],
  corpus: ['corpus', 'corpora'],
  scénario: ['scénarios', 'scénarii'],
};

/** Words whose plurals no rule makes. */
export const IRREGULAR_WORDS: readonly string[] = Object.keys(IRREGULAR_PLURALS);

const TAKES_S = new Uint8Array(65536);
for (const letter of 'abcdefgijkmopqrtvwàâçèéêîïôùû') TAKES_S[letter.charCodeAt(0)] = 1;

/** Whether every word that ends in this small letter takes -s in the plural, irregular words aside. */
export function takesS(unit: number): boolean {
  return TAKES_S[unit] === 1;
}

/**
 * Plurals of a French noun or adjective, the usual one first; words in -s, -x, -z keep their form. English loans may
 * keep their own plural (matchs, matches).
 */
export function frenchPlurals(word: string): string[] {
  const lower = lowerCase(word);
  const irregular = Object.hasOwn(IRREGULAR_PLURALS, lower) ? IRREGULAR_PLURALS[lower] : undefined;
  if (irregular !== undefined) return [...irregular];
  if (takesS(lower.charCodeAt(lower.length - 1))) return [`${word}s`];
  if (/[sxz]$/.test(lower)) return [word];
  if (AIL_TO_AUX.test(lower)) return [`${word.slice(0, -2)}ux`];
  if (/al$/.test(lower)) return pluralsInAl(word, lower);
  if (/(eau|au|eu)$/.test(lower)) return [EU_PLUS_S.has(lower) ? `${word}s` : `${word}x`];
  if (OU_PLUS_X.has(lower)) return [`${word}x`];
  if (/[^aeiouy]y$/.test(lower)) return [`${word}s`, `${word.slice(0, -1)}ies`];
  if (/(ch|sh)$/.test(lower)) return [`${word}s`, `${word}es`];
  if (/[a-z]man$/.test(lower)) return [`${word}s`, `${word.slice(0, -2)}en`];
  return [`${word}s`];
}

function pluralsInAl(word: string, lower: string): string[] {
  const [regular, loan] = [`${word.slice(0, -1)}ux`, `${word}s`];
  if (AL_EITHER.has(lower)) return [loan, regular];
  return [AL_PLUS_S.has(lower) || /(festi|techni|carna)val$|barbital$/.test(lower) ? loan : regular];
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
  vieillot: 'vieillotte',
  boscot: 'boscotte',
  ballot: 'ballotte',
  bref: 'brève',
  andalou: 'andalouse',
  chouchou: 'chouchoute',
  rigolo: 'rigolote',
  esquimau: 'esquimaude',
  hébreu: 'hébraïque',
  bégu: 'bègue',
  barlong: 'barlongue',
  haret: 'harette',
  enchanteur: 'enchanteresse',
  chasseur: 'chasseuse',
  vengeur: 'vengeresse',
  pécheur: 'pécheresse',
  démineur: 'démineuse',
};
const ET_TO_ETE = new Set('complet incomplet concret discret indiscret désuet inquiet replet secret quiet'.split(' '));
/** Comparatives of Latin origin take -e: supérieure. */
const EUR_TO_EURE = /(érieur|meilleur|majeur|mineur)$/;
/** Agent nouns in -teur made on a verb stem in -t take -euse: porteuse, menteuse. */
const TEUR_TO_TEUSE = /(porteur|acheteur|menteur|flatteur|prometteur|chanteur|conteur|compteur|sauteur|monteur)$/;

/** Feminine forms of a French adjective or agent noun; more than one where usage has more. */
export function frenchFeminines(word: string): string[] {
  const lower = lowerCase(word);
  const irregular = Object.hasOwn(IRREGULAR_FEMININES, lower) ? IRREGULAR_FEMININES[lower] : undefined;
  if (irregular !== undefined) return [irregular];
  const but = (count: number, ending: string) => [`${word.slice(0, -count)}${ending}`];
  if (/e$/.test(lower)) return [word];
  if (ET_TO_ETE.has(lower)) return but(2, 'ète');
  if (/(el|eil)$/.test(lower)) return [`${word}le`];
  if (/public$/.test(lower)) return but(1, 'que');
  if (/(doux)$/.test(lower)) return but(1, 'ce');
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

/** Words whose é is an è since 1990. */
const GRAVE = /(?<=(?<!\p{L})(?:év|r|all|s|cr))é(?=nement|glement|gement|cheresse|merie)/giu;

/** Whether a word or phrase may have another spelling since 1990. */
export function hasReformed(text: string): boolean {
  return /[îûëÎÛ]|(?:év|r|all|s|cr)é(?:nement|glement|gement|cheresse|merie)/i.test(text);
}

/**
 * 1990 spelling: no circumflex on i and u, the diaeresis on the u that is heard, è where it is heard (entrainer,
 * ambigüe, évènement).
 */
export function reformedSpelling(word: string): string {
  if (!hasReformed(word)) return word;
  if (/^(dû|mûr|sûr|jeûne|jeûnes|crû|mûre|mûres|mûrs|sûre|sûres|sûrs)$/i.test(word)) return word;
  return word
    .replaceAll(GRAVE, 'è')
    .replaceAll('î', 'i')
    .replaceAll('û', 'u')
    .replaceAll('guë', 'güe')
    .replaceAll('Î', 'I')
    .replaceAll('Û', 'U');
}
