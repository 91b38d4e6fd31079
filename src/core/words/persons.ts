import { addToGroup } from '../model/groups.ts';

/** What the feminine of a noun for a person ends in, and the masculine it stands for. */
interface Ending {
  readonly masculine: string;
  readonly feminine: string;
  readonly words: string;
}

/**
 * Nouns for persons. A list, since the ending does not tell: *acteur* is a person and *vecteur* none, and
 * *calculatrice*, *motrice*, *serveuse* are other words than the feminine of a machine.
 */
const ENDINGS: readonly Ending[] = [
  {
    masculine: 'eur',
    feminine: 'euse',
    words: `acheteur annonceur blogueur chanteur chercheur codeur coureur danseur décideur défenseur
      développeur entraîneur entrepreneur étiqueteur fournisseur hackeur influenceur investisseur joueur lanceur
      livreur menteur metteur monteur nageur penseur preneur programmeur réviseur superviseur testeur transporteur
      travailleur vendeur voyageur youtubeur contrôleur agresseur prêteur emprunteur loueur chauffeur télétravailleur démarcheur payeur receveur`,
  },
  {
    masculine: 'teur',
    feminine: 'trice',
    words: `acteur administrateur agriculteur animateur annotateur auditeur auteur bienfaiteur coauteur cofondateur
      collaborateur compositeur concepteur conducteur conservateur consommateur contributeur coordinateur
      coordonnateur correcteur créateur cultivateur dessinateur détracteur dictateur directeur éditeur éducateur
      électeur évaluateur expérimentateur explorateur fondateur formateur illustrateur innovateur inspecteur instituteur
      instructeur interlocuteur inventeur lecteur législateur locuteur médiateur modérateur narrateur négociateur observateur opérateur orateur organisateur producteur promoteur protecteur réalisateur
      rédacteur relecteur réparateur scrutateur sculpteur sénateur spectateur téléspectateur traducteur tuteur utilisateur
      vérificateur vulgarisateur`,
  },
  { masculine: 'adeur', feminine: 'adrice', words: 'ambassadeur' },
  {
    masculine: '',
    feminine: 'e',
    words: `abonné adhérent adjoint adolescent agent allié apprenant apprenti assistant associé attaché auteur avocat candidat
      censeur chargé chercheur client commerçant consultant débutant défenseur délégué député diplômé dirigeant docteur
      doctorant écrivain élu employé enseignant entrepreneur étudiant exploitant expert exposant gérant gouverneur habitant
      ingénieur intervenant invité licencié magistrat marchand militant participant passant patient
      postdoctorant président prédécesseur procureur professeur remplaçant représentant résident salarié savant soignant
      soldat successeur superviseur surveillant suppléant retraité accusé blessé réfugié immigré
      assuré handicapé opposant manifestant fabricant négociant correspondant descendant survivant`,
  },
  {
    masculine: '',
    feminine: 'ne',
    words: `académicien chirurgien citoyen clinicien collégien comédien diététicien doyen électricien esthéticien gardien
      historien informaticien logicien lycéen magicien mathématicien mécanicien métaphysicien musicien opticien patron
      pharmacien physicien politicien praticien statisticien technicien théoricien champion espion roboticien sémioticien électronicien généticien acousticien automaticien`,
  },
  {
    masculine: 'er',
    feminine: 'ère',
    words: `banquier bijoutier caissier conseiller courtier cuisinier écolier étranger fermier financier
      héritier hôtelier infirmier jardinier officier ouvrier policier pompier prisonnier romancier usager`,
  },
  { masculine: '', feminine: 'fe', words: 'chef' },
  { masculine: 'f', feminine: 've', words: 'sportif' },
];

const FEMININES = femininesOf(ENDINGS);

function femininesOf(endings: readonly Ending[]): ReadonlyMap<string, readonly string[]> {
  const feminines = new Map<string, string[]>();
  for (const { masculine, feminine, words } of endings) {
    for (const word of words.split(/\s+/)) {
      const stem = word.slice(0, word.length - masculine.length);
      addToGroup(feminines, word, stem + feminine);
    }
  }
  return feminines;
}

/** Every masculine noun for a person that is known, in small letters. */
export const PERSONS: readonly string[] = [...FEMININES.keys()];

/**
 * Feminines of a noun for a person, the usual one first: autrice, auteure; none for any other word.
 *
 * @param word in small letters
 */
export function personFeminines(word: string): readonly string[] {
  return FEMININES.get(word) ?? [];
}
