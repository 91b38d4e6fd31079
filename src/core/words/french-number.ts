/** Which French words are a plural by their ending. */

import { lowerCase } from '../text/characters.ts';

/** French words in -s and -x that are a singular, or either, as far as their ending does not say so. */
const SINGULAR: ReadonlySet<string> = new Set(
  `
  abcès accès alias as atlas avis bas biais bois bourgeois bras bris cadenas canevas cas chaos châssis choix colis
  commis compas compris compromis concours contresens coloris corps cours croix croquis cyprès débris décès devis discours
  dos encens envers époux excès faix faux fils flux fois fonds fracas français frais gaz harnais héros houx index influx
  jus lapis laps lilas logis lynx maïs mars matelas mépris mets mois noix os ours palais paix panaris parcours pardessus
  paradis parvis pas pays perdrix permis phénix pis poids poix préavis prix procès progrès propos puits recours reflux
  refus relais remords remous repas repos revers rubis sans secours sens sinus souris succès surcroît surplus sursis talus
  tamis tapis tas taux temps tiers travers univers velours verglas vernis vers vis voix mauvais gros gras
  las épais vieux précieux sérieux dangereux coûteux`.split(/\s+/),
);

/** Whether a French word, the head of its phrase, is a plural by its ending. */
export function isFrenchPlural(head: string): boolean {
  const lower = lowerCase(head);
  return /\p{L}{2}[sx]$/u.test(lower) && !/(?:us|ss)$/.test(lower) && !SINGULAR.has(lower);
}
