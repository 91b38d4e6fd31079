import type { Gold } from './gold.ts';

/** Pages as programs write them that many sites share: MediaWiki, SPIP, Medium, Discourse, modules of CSS. */
export const OF_PROGRAMS: readonly Gold[] = [
  {
    file: 'mediawiki.html',
    address: null,
    title: 'Machine de Marly',
    site: 'Encyclolibre',
    date: '2004-08-10',
    wanted: ['Histoire', 'Quatorze roues', 'Le monstre crie', 'Dimensions', 'quatorze, de 12 m', 'Louis Barbet'],
    unwanted: ['14 langues', 'modifier', 'réf. nécessaire', 'Pour les articles homonymes', 'Aqueduc', 'Portail'],
  },
  {
    file: 'spip.html',
    address: null,
    title: 'Les moulins de la Sèvre',
    site: 'Association des amis des moulins',
    date: '2022-05-04',
    wanted: ['Un inventaire de 43 roues', 'Pendant deux étés', 'quarante-trois roues', 'Un calcul', 'L’exposition'],
    unwanted: ['Accueil', 'mercredi 4 mai', 'La roue de Boussay', 'Le moulin à papier', 'Répondre', '[]'],
  },
  {
    file: 'modules.html',
    address: null,
    title: 'Les abeilles de Rouen comptées par des capteurs',
    site: 'Le Quotidien Normand',
    date: '2025-03-14',
    wanted: ['Quarante ruches connectées', 'Sur les toits', 'Trois jours d’avance', 'La machine ne remplace', 'promet'],
    unwanted: ['312 partenaires', 'Publicité', 'frelon', 'tilleuls', 'boîte mail', 'filets', 'CGU', 'PAUL LERICHE'],
  },
  {
    file: 'reader.html',
    address: null,
    title: 'Ce que m’a appris un modèle de 3 Mo',
    site: 'Medium',
    date: '2024-04-14',
    wanted: ['Petit, lent', 'sur une disquette', 'Premier enseignement', 'Les mots rares', 'apprendre juste', 'Merci'],
    unwanted: ['Karim', 'Follow', 'min read', '--', 'Listen', 'Share', 'Unsplash', 'Réparer un réveil'],
  },
  {
    file: 'thread.html',
    address: null,
    title: 'Synthèse vocale libre en français : retours ?',
    site: 'Forum Voix libres',
    date: '2024-02-02',
    wanted: ['je cherche une voix', 'avale les liaisons', 'compte-rendu.txt', 'écrire en lettres', 'que les sigles'],
    unwanted: ['Février', 'lea', 'paul_b', 'Micro', 'Propulsé'],
  },
];
