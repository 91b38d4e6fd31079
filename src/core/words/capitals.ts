import { bare } from '../text/characters.ts';

function set(words: string): ReadonlySet<string> {
  return new Set(bare(words).trim().split(/\s+/));
}

/** Words that begin a sentence or a title often: articles, pronouns, prepositions, adverbs, forms of address. */
const SMALL_WORDS = set(`
le la les un une des du de au aux ce cet cette ces mon ton son ma ta sa mes tes ses notre votre leur nos vos leurs il elle ils elles on je
tu nous vous qui que quoi dont où et ou mais donc or ni car si comme quand lorsque puisque quoique parce afin alors ainsi aussi après avant
avec chez contre dans depuis derrière dès devant durant en entre envers hors jusque jusqu malgré par parmi pendant pour près sans sauf selon
sous sur vers via voici voilà ici là oui non ne pas plus moins très trop peu tout toute tous toutes chaque chacun aucun aucune quel quelle
quels quelles quelque quelques plusieurs certains certaines autre autres même mêmes tel telle tels telles rien personne lors lorsqu puis
ensuite enfin déjà encore toujours jamais souvent parfois maintenant aujourd hui hier demain cependant toutefois pourtant néanmoins
monsieur madame mademoiselle messieurs mesdames mme mlle mm mmes sir lord lady essayez voir voyez notez remarque note exemple étape chapitre
section figure tableau annexe page merci bonjour est sont sera était a ont avait peut peuvent doit doivent faut fait faites c d l j m n s t qu
premier première deuxième troisième second seconde nouveau nouvel nouvelle nouveaux nouvelles grand grande grands grandes petit petite haut
haute bas basse vieux vieille jeune ancien ancienne saint sainte saints dernier dernière feu feue super deux trois quatre cinq six sept huit
neuf dix onze douze cent mille janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi
jeudi vendredi samedi dimanche ier numéro dr pr`);

/** Nouns that institutions, works and places are made of; they are translated, and are no names by themselves. */
const KINDS = set(`
académie accord accords acte actes administration affaire affaires agence aéroport air alliance allée ambassade amiral ancienne armée armées
art arts article assemblée association assurance autorité avenue banque baie bassin bataille bataillon bibliothèque bloc bois boulevard bourse
brigade budget bulletin bureau cabinet caisse camp canal cap capital capitaine capitale carte cathédrale cause centrale centre cercle césar
chaîne chambre chambres champ champion championnat champs chancelier chancelière charte château chef chefs chemin chevalier cinéma cirque
citadelle cité classe code coeur collège col colonel comité commandant commissaire commissariat communauté commune communes compagnie comte
comté comtesse confédération conférence congrès conseil conseiller consortium constitution contrôle contrôleur convention coopération corps
côte coupe cour couronne cours croix culture culturel dame dames déclaration défense démocrate démocrates délégation députés
désert détroit diète dieu directeur directive directrice diocèse district docteur doctrine domaine droit droits duc duché duchesse eau école
économie éditions éducation église empereur empereurs empire énergie enfant enfants enquête ensemble entreprise environnement époque équipe
espace état états étoile évêque exposition faculté fédération festival fête feu fin finance finances fleuve fonds fondation force forces
forêt formation formule forum front galerie gare garde gendarmerie général généraux gloire golfe gouvernement gouverneur
grâce groupe groupes guerre guide hebdomadaire histoire homme hommes hôpital hôtel humanité île îles immobilier
impôts industrie infirmière information inspecteur inspection institut institution instituts intérieur internationale jardin jeu jeux jour
journal journée juge juges juridiction jury justice laboratoire lac langue législature ligue littérature livre loi lois lycée
magazine mairie maire maison maisons maître major maréchal mariage marché marine marquis master médaille médecin mer métro ministère ministre
ministres mission modèle monde mondial montagne monts mont monsieur monument mouvement musée musique nation nations nationale national nature
noble noblesse observatoire océan oeuvre office officier olympiade opéra opération opposition orchestre ordre organisation organisme palais
palmarès pape parc parlement paroisse parquet parti partie parties pays père période personnel peuple pic place plage plan planète plateau
point pôle police politique pont port porte poste pouvoir préfecture préfet prénom présidence président présidente presse prêtre prince
princesse principauté prison prix procureur procureure produits professeur professeure programme projet protocole province provinces public
quartier rédaction régime région régiment registre règlement reine reines renseignement renseignements représentants république républicains
républicain réseau réserve résistance résolution responsable revue rivière robe roi rois route royaume rue sainteté salle salon sciences
science secrétaire secrétariat secteur sécurité sénat sénateur sénateurs sénatrice série service services siècle siège sire société soeur
soir soleil sommet sud-africain sultan stade station statut statuts style sûreté syndicat système temple terre territoire territoires théâtre
titre tour tournoi traité travail transports trésor trésorerie tribunal trône troupes union unité université val vallée vent vicomte victoire
vie vierge village ville villes voie volcan zone affaires coalition ligne lignes encodage décodage apprentissage confédération chrétien commission convention constitution création données
démocratie développement équipes fichier fournisseur membre membres modèles partenaires politiques recherche règlements titre utilisateur
opérateur principal suprême fédéral fédérale international internationale européen européenne européens mondiale santé social sociale
travailliste conservateur conservateurs travaillistes libéral libéraux libéraux-démocrates verts socialiste socialistes communiste communistes`);

/** Endings of nouns that are made from verbs and adjectives: organisation, développement, sécurité. */
const ABSTRACT = /(?:[ts]ions?|ements?|ités?|ismes?|ologies?|[ae]nces)$/;

/** Beginnings of what inhabitants are called; the ending tells gender and number. */
const INHABITANTS =
  /^(?:afghan|african|albanais|algerien|allemand|americain|andalou|anglais|anglo|arab|argentin|armenien|asiatique|athenien|australien|autrichien|azeri|bavarois|belge|berber|berlinois|bielorusse|birman|bolivien|bosniaque|bourguignon|bresilien|breton|britannique|bulgare|californien|cambodgien|camerounais|canadien|catalan|chilien|chinois|chypriote|colombien|coreen|corse|croate|cubain|danois|ecossais|egyptien|emirati|espagnol|estonien|ethiopien|europeen|finlandais|finnois|flamand|francais|franc(?:s|que)|gallois|gaulois|genevois|georgien|grec|guineen|haitien|hispanique|hollandais|hongrois|hindou|indien|indonesien|inuit|irakien|iranien|irlandais|islandais|israelien|italien|ivoirien|jamaicain|japonais|jordanien|juif|juive|juifs|kazakh|kenyan|kosovar|kurde|laotien|latino|letton|libanais|libyen|lituanien|londonien|lyonnais|maghrebin|malais|malien|maltais|marocain|marseillais|mauritanien|mexicain|moldave|mongol|monegasque|montenegrin|moscovite|musulman|napolitain|neerlandais|neo-zelandais|nepalais|new-yorkais|nigerian|nigerien|normand|norvegien|nord-coreen|nord-americain|occidenta|ottoman|ougandais|ouzbek|pakistanais|palestinien|parisien|perse|peruvien|philippin|polonais|portugais|prussien|quebecois|romain|roumain|russe|rwandais|saoudien|saxon|scandinave|senegalais|serbe|slave|slovaque|slovene|somalien|soudanais|sovietique|sud-africain|sud-coreen|sud-americain|suedois|suisse|syrien|tchadien|tchetchene|tcheque|texan|thailandais|tibetain|togolais|tunisien|turc|turque|ukrainien|uruguayen|venezuelien|venitien|vietnamien|viennois|wallon|yemenite|yougoslave|zimbabween)(?:e?s?|ne?s?|le?s?|lle?s?|te?s?|que?s?|x)?$/;
/** Many of a place, after a plural article: les Bretons, aux Texans. */
const MANY = /(?:ais|ois|iens|iennes|eens|eennes|ains|aines|ans|ates|istes|ards|ites|ols|iques|aux)$/;

/** Whether a French word that is written with a capital is a common word all the same, whatever its text. */
export function isCommonCapital(word: string, before: string): boolean {
  const plain = bare(word);
  if (SMALL_WORDS.has(plain) || KINDS.has(plain) || KINDS.has(plain.replace(/[sx]$/, ''))) return true;
  if (ABSTRACT.test(word) || (/ez$/.test(word) && /ez$/.test(before))) return true;
  return (
    isInhabitant(word) || (/^(?:les|des|aux|ces|ses|nos|deux|plusieurs|quelques)$/i.test(before) && MANY.test(plain))
  );
}

/** Whether a word may be what the people of a place are called: Breton, Romain. */
export function isInhabitant(word: string): boolean {
  return INHABITANTS.test(bare(word));
}
