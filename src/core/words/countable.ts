/** Which nouns have a plural, and which words are one. */

import { lowerCase } from '../text/characters.ts';
import { isIrregularPlural } from './english-inflection.ts';

function set(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/** Words for what is not counted, as far as no ending says so. */
const MASS = set(`
  access accuracy advice aerospace agriculture ai air ammunition anger astronomy attention backpropagation baggage bandwidth
  biology bread broadband capital cash chaos chemistry clothing coal commerce compliance compute conduct confidentiality
  content convergence coverage creativity cryptography curiosity cyberspace damage decay democracy diligence dirt
  disinformation discrimination dust electricity employment encryption energy enforcement equipment erasure evidence expertise
  explicability feedback finance flattery foresight freight furniture garbage governance gravity guidance harm health
  help heritage hindsight honesty hpc humor hydrogen independence inflation integrity interference internet iot journalism
  justice knowledge labor legislation leisure lightning literacy logic luck luggage machinery mail maintenance management
  meddling merchandise ml moderation money mud music nitrogen nlp non-discrimination nondiscrimination nonsense oil oversight
  oxygen paperwork patience peace petrol philosophy poetry pollution poverty power privacy progress propaganda propagation
  prose provenance publicity punctuation rain ram recognition research resilience retrieval rice rubbish rust safety sand
  satisfaction scenery scrutiny secrecy self-attention silicon silver slang snow soil sophistication sovereignty spam staff
  steel storage stuff supervision surveillance sycophancy syntax telemetry terrorism thunder timber traffic transparency
  transport trust turbulence usage vandalism vegetation violence wealth weather welfare wheat wildlife wisdom wool work
  cross-entropy cross-attention cross-validation
`);
/** Endings of what is not counted. */
const MASS_ENDING =
  /(?:ware|ness|ism|hood|ability|ibility|ivity|i[sz]ation|information|intelligence|entropy|security|(?<!net|frame|art|fire|patch)work)$/;
/** Words with such an ending that have a plural all the same. */
const COUNTED = set(`
  ability capability disability inability liability probability possibility responsibility vulnerability activity
  witness business weakness illness likeness highness harness wilderness mechanism organism prism criticism neighborhood
  likelihood childhood falsehood organization organisation visualization visualisation optimization optimisation
  generalization realization authorization civilization specialization categorization characterization initialization
  capitalization customization immunization
  beginning bearing being binding blessing booking briefing building casing ceiling clearing clipping coating crossing
  cutting darling dealing decoding drawing dressing duckling dwelling earning earring embedding encoding ending engraving
  etching evening feeling filing finding fitting fledgling flooding gathering grating greeting grouping happening heading
  hearing herring hiding holding icing king landing lining listing longing mapping marking meaning meeting misunderstanding
  mooring morning offering offspring opening outing painting pairing peeling piercing plaything posting proceeding pudding
  railing ranking rating reading recording rendering ring ruling sapling saving saying screening serving setting shilling
  shooting shortcoming sibling siding sighting sitting sling something spelling spring sting stocking string stripling
  subheading surrounding swing teaching thing tiding timing topping turning underling understanding undertaking upbringing
  uprising warning wedding weighting wing wrapping yearning
`);

/** A compound that says what something is like, and is no noun: high-end, zero-shot, speech-to-text. */
const MODIFIER =
  /^(?:high|low|open|closed|long|short|zero|one|few|real|for|not|cutting|large|full|top|end|state|leading)-|-to-|-of-the-/;
/** Words in -s that are no plural, of those whose ending does not say so. */
const SINGULAR_IN_S = set('bias gas lens atlas canvas alias pancreas summons');

/** Whether an English word stands before nouns and is none: high-end, zero-shot. */
export function isModifier(word: string): boolean {
  return MODIFIER.test(lowerCase(word));
}

/** Whether an English word, the head of its phrase, has a plural other than itself. */
export function hasEnglishPlural(head: string): boolean {
  const lower = lowerCase(head);
  if (isModifier(lower) || isEnglishPlural(lower) || /^.$|\d$/u.test(lower)) return false;
  return [lower, lower.slice(lower.lastIndexOf('-') + 1)].every(
    (word) => COUNTED.has(word) || !(MASS.has(word) || MASS_ENDING.test(word) || /[a-z]{2}ing$/.test(word)),
  );
}

/**
 * Whether an English word is a plural by its form.
 *
 * @param word in small letters
 */
export function isEnglishPlural(word: string): boolean {
  return (
    isIrregularPlural(word) || (/[a-z]{2}s$/.test(word) && !/(?:ss|us|is)$/.test(word) && !SINGULAR_IN_S.has(word))
  );
}

/** French words in -s and -x that are a singular, or either, as far as their ending does not say so. */
const FRENCH_SINGULAR = set(`
  abcès accès alias as atlas avis bas biais bois bourgeois bras bris cadenas canevas cas chaos châssis choix colis
  commis compas compris compromis concours contresens coloris corps cours croix croquis cyprès débris décès devis discours
  dos encens envers époux excès faix faux fils flux fois fonds fracas français frais gaz harnais héros houx index influx
  jus lapis laps lilas logis lynx maïs mars matelas mépris mets mois noix os ours palais paix panaris parcours pardessus
  paradis parvis pas pays perdrix permis phénix pis poids poix préavis prix procès progrès propos puits recours reflux
  refus relais remords remous repas repos revers rubis sans secours sens sinus souris succès surcroît surplus sursis talus
  tamis tapis tas taux temps tiers travers univers velours verglas vernis vers vis voix mauvais gros gras las épais vieux précieux sérieux dangereux coûteux
`);

/** Whether a French word, the head of its phrase, is a plural by its ending. */
export function isFrenchPlural(head: string): boolean {
  const lower = lowerCase(head);
  return /\p{L}{2}[sx]$/u.test(lower) && !/(?:us|ss)$/.test(lower) && !FRENCH_SINGULAR.has(lower);
}
