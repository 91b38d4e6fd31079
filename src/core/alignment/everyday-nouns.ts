/** French nouns, in the singular, and the English nouns that mostly render them; words that look alike are left out. */
export const EVERYDAY_NOUNS = `
  abeille bee · abri shelter · accord agreement/deal · accueil welcome/reception/home · achat purchase · acier steel ·
  adjoint deputy · adresse address · aéroport airport · affaire case/matter/business · affiche poster · agneau lamb ·
  aide help/aid/assistance · aiguille needle · aile wing · ail garlic · air air · aliment food · allemand german ·
  allumette match · âme soul · amende fine · ami friend · amitié friendship · amour love · ampoule bulb · an year ·
  ancêtre ancestor · âne donkey · ange angel · anglais english · animal animal · année year ·
  anniversaire birthday/anniversary · annonce announcement/ad · appareil device/machine/camera · appel call/appeal ·
  apprentissage learning/training · appui support · arbre tree · arc bow · argent money/silver · arme weapon/arm ·
  armée army · arrêt stop/ruling · arrivée arrival · artisan craftsman · assiette plate · assurance insurance ·
  astuce trick/tip · atelier workshop · atout asset · attaque attack · attente wait/expectation · auberge inn ·
  aube dawn · auteur author · autocar coach · automne autumn/fall · autorisation permission · avenir future ·
  avertissement warning · avis opinion/advice/notice · avion plane/aircraft/airplane · avocat lawyer/avocado ·
  bague ring · baguette stick · bail lease · bain bath · baisse drop/fall/decline · baiser kiss · balai broom ·
  balle ball/bullet · banc bench · bande tape/band/strip · banlieue suburb · banque bank · barbe beard · barreau bar ·
  bas bottom/stocking · base base/basis · bataille battle · bateau boat/ship · bâtiment building · bâton stick ·
  beauté beauty · bébé baby · besoin need · bétail cattle · bête beast/animal · béton concrete · beurre butter ·
  bibliothèque library · bien good/property · bière beer · bijou jewel · bilan assessment/toll · billet ticket/note ·
  blague joke · blé wheat · blessé wounded/injured · blessure injury/wound · boeuf beef/ox · bois wood · boisson drink ·
  boîte box/tin/can · bol bowl · bonbon sweet/candy · bonheur happiness · bord edge/side · bordure border · bosse bump ·
  botte boot · bouche mouth · boucle loop/buckle · boue mud · bougie candle · boulanger baker · boulot job ·
  bourse scholarship/exchange · bout end/piece · bouteille bottle · boutique shop · bouton button · branche branch ·
  bras arm · brebis ewe/sheep · brevet patent · brin strand · brique brick · brochure booklet · brouillard fog ·
  brouillon draft · bruit noise/sound · brûlure burn · bûche log · bulletin newsletter · bureau office/desk ·
  but goal/aim/purpose · cadeau gift/present · cadre frame/framework/executive · café coffee · cahier notebook ·
  caisse box/fund/checkout · calcul calculation/computation · camion truck/lorry · campagne campaign/countryside ·
  canapé sofa/couch · canard duck · candidature application · caoutchouc rubber · capteur sensor · carré square ·
  carte card/map/menu · carton cardboard · cas case · caserne barracks · casque helmet · cauchemar nightmare ·
  cave cellar · ceinture belt · cendre ash · centaine hundred · centrale plant · cerise cherry · cerveau brain ·
  chaîne chain/channel/string · chair flesh · chaise chair · chaleur heat · chambre room/bedroom/chamber · champ field ·
  champignon mushroom · chance luck/chance · chanson song · chant singing/song · chantier site · chapeau hat ·
  charbon coal · charge load/burden · charpente frame · chasse hunt/hunting · chat cat · château castle ·
  chauffage heating · chaussette sock · chaussure shoe · chef chief/head/leader/chef · chemin path/way ·
  cheminée chimney/fireplace · chemise shirt · chêne oak · chercheur researcher · cheval horse · cheveu hair ·
  cheville ankle · chèvre goat · chien dog · chiffre figure/number/digit · chirurgien surgeon · choix choice ·
  chômage unemployment · chômeur unemployed · chose thing · chou cabbage · chute fall/drop · cible target ·
  ciel sky/heaven · cil lash · cire wax · ciseau scissors/chisel · citoyen citizen · citron lemon · clavier keyboard ·
  clef key · clé key · client customer/client · climat climate · cloche bell · cloison partition · clou nail ·
  cochon pig · coeur heart/core · coffre chest/trunk/safe · coiffeur hairdresser · coin corner · colère anger ·
  colis parcel · colle glue · collectivité community · collier necklace · colline hill · combat fight/struggle ·
  comité committee · commande order/command · commerce trade/business · compétence skill/jurisdiction ·
  comportement behavior/behaviour · comptabilité accounting · comptable accountant · compte account ·
  compteur meter/counter · concours competition/contest · concurrence competition · concurrent competitor ·
  conduite driving/conduct · confiance trust/confidence · confiture jam · congé leave/holiday · connaissance knowledge ·
  conscience awareness/consciousness · conseil council/advice/board/tip · conseiller adviser/advisor/councillor ·
  conte tale · contenu content · contrainte constraint · convive guest · copain friend · coq rooster · coquille shell ·
  corbeille basket · corde rope/string · corps body · côte coast/rib · côté side · coton cotton · cou neck ·
  couche layer · coucher sunset · coude elbow · couleur color/colour · couloir corridor · coup blow/shot/stroke/hit ·
  coupe cut/cup · cour court/yard · courage courage · courant current/power · courbe curve · coureur runner ·
  courriel email/mail · courrier mail/letter · course race/errand/shopping · cours course/class · coût cost ·
  couteau knife · coutume custom · couvercle lid · couverture cover/blanket/coverage · craie chalk · crainte fear ·
  crapaud toad · crayon pencil · création creation · créateur creator · crème cream · crise crisis · critère criterion ·
  croissance growth · croix cross · croûte crust · croyance belief · cuillère spoon · cuir leather ·
  cuisine kitchen/cooking · cuisinier cook · cuisson cooking · cuivre copper/brass · culte worship · cuve tank/vat ·
  date date · dauphin dolphin · débat debate · début beginning/start · décès death · déchet waste ·
  déclaration statement · déclin decline · découverte discovery · défaut defect/default/fault · défi challenge ·
  dégât damage · degré degree · délai deadline/delay/time/period · délégué delegate · demande request/demand/application ·
  démarche approach/step · demeure residence · dent tooth · dentelle lace · départ departure/start ·
  dépense expense/spending/expenditure · dépôt deposit/repository/filing · député deputy/lawmaker · désir desire ·
  dessin drawing/design · dessous bottom · dessus top · détroit strait · dette debt · deuil mourning ·
  développeur developer · devis quote/estimate · devise currency/motto · devoir duty/homework · dieu god ·
  différend dispute · dimanche sunday · dinde turkey · dîner dinner · directeur director/manager/head ·
  dirigeant leader/executive · discours speech · disque disk/disc/record · dizaine ten · doigt finger ·
  domaine field/domain/area/estate · domicile home · dommage damage/harm/pity · don gift/donation · donnée data/datum ·
  dos back · dossier folder/file/case · douane customs · douche shower · douleur pain · doute doubt · drap sheet ·
  drapeau flag · droit right/law · durée duration/length/time · eau water · écart gap/difference ·
  échange exchange/trade · échantillon sample · écharpe scarf · échec failure/chess · échelle scale/ladder ·
  éclair lightning/flash · éclairage lighting · éclat burst · école school · économie economy/saving · écorce bark ·
  écran screen · écriture writing · écrivain writer · écurie stable · édition edition/publishing ·
  éditeur publisher/editor · effectif workforce · effet effect · effort effort · égalité equality · église church ·
  électricien electrician · élève student/pupil · emballage packaging · emploi job/employment · employé employee ·
  employeur employer · emprunt loan · encre ink · endroit place/spot · énergie energy/power · enfance childhood ·
  enfant child/kid · enfer hell · engagement commitment · engin machine/craft · engrais fertilizer · énigme riddle ·
  enjeu stake/issue · ennemi enemy · ennui boredom/trouble · enquête investigation/survey ·
  enregistrement recording/record · enseignant teacher · enseignement teaching/education · ensemble set/whole ·
  enterrement burial/funeral · entraînement training · entraîneur coach · entrée input/entry/entrance ·
  entrepôt warehouse · entreprise company/business/firm/enterprise · entretien interview/maintenance ·
  enveloppe envelope · envie desire · environnement environment · envoi sending/shipment · épargne savings ·
  épaule shoulder · épée sword · époque era/time/period · épouse wife · époux husband/spouse · épreuve test/trial/event ·
  équation equation · équipage crew · équipe team/crew · équipement equipment · erreur error/mistake ·
  escalier stairs/staircase · esclave slave · espace space · espèce species/kind · espoir hope · esprit mind/spirit ·
  essai test/trial/essay · essence gasoline/petrol/essence · est east · estomac stomach · étable barn ·
  étage floor/storey · étagère shelf · étang pond · étape step/stage · état state/condition · été summer ·
  étiquette label/tag · étoile star · étoffe cloth · étranger foreigner/stranger/abroad · être being · événement event ·
  évêque bishop · évier sink · exemple example/instance · exigence requirement · exposé presentation ·
  exposition exhibition/exposure · fabricant manufacturer/maker · fabrication manufacturing · façade front ·
  façon way/manner · facteur factor/postman · facture bill/invoice · faiblesse weakness · faim hunger · fait fact ·
  famille family · fantôme ghost · farine flour · faute fault/mistake · fauteuil armchair · félicitation congratulations ·
  femme woman/wife · fenêtre window · fente slit · fer iron · ferme farm · fermeture closing/closure · fermier farmer ·
  festin feast · fête party/feast/holiday · feu fire/light · feuille leaf/sheet · fiche form/sheet/card · fichier file ·
  fièvre fever · figue fig · fil thread/wire · filet net/fillet · fille girl/daughter · film film/movie · fils son ·
  fin end · financement funding/financing · flèche arrow · fleur flower · fleuve river · flux flow/stream · foi faith ·
  foie liver · foin hay · foire fair · fois time · fonction function · fonctionnaire official ·
  fonctionnement operation/functioning · fond bottom/background · fonds fund · force strength/force · forêt forest ·
  formation training/education · forme form/shape · forteresse fortress · fou madman/fool · foule crowd · four oven ·
  fourchette fork/range · fourmi ant · fournisseur supplier/provider · foyer home/household · fraise strawberry ·
  framboise raspberry · frein brake · frère brother · froid cold · fromage cheese · front forehead/front ·
  frontière border · fumée smoke · fusée rocket · fusil rifle/gun · gagnant winner · gain gain · gant glove ·
  garçon boy/waiter · gardien guard/keeper · gare station · gâteau cake · gauche left · gaz gas · géant giant ·
  gel frost/freeze · genou knee · genre kind/gender · gens people · gérant manager · gestion management ·
  gestionnaire manager · glace ice/mirror · golfe gulf · gorge throat · goût taste · goutte drop ·
  gouvernement government · grain grain · graine seed · grange barn · graphique chart/graph · gratuité free ·
  grenier attic · grenouille frog · grève strike · grille grid · grippe flu · grossesse pregnancy · guerre war ·
  guerrier warrior · guichet counter · habitant inhabitant/resident · habitude habit · haine hatred · hanche hip ·
  haricot bean · hasard chance · hausse rise/increase · haut top · hauteur height · herbe grass/herb ·
  héritage heritage/legacy · hésitation hesitation · heure hour/time · hier yesterday · hirondelle swallow ·
  histoire history/story · hiver winter · homme man · honte shame · hôpital hospital · horaire schedule · horloge clock ·
  hôte host/guest · huile oil · humeur mood · hurlement howl · huître oyster · idée idea · île island ·
  immeuble building · impôt tax · imprimante printer · incendie fire · inconnu unknown/stranger · indice index/clue ·
  infirmier nurse · ingénieur engineer · inondation flood · inquiétude concern/worry · instant moment/instant ·
  instituteur teacher · interdiction ban/prohibition · intérêt interest · invité guest · ivresse drunkenness · jambe leg ·
  jambon ham · janvier january · jardin garden · jardinier gardener · jeton token · jeu game/set · jeudi thursday ·
  jeunesse youth · joie joy · joue cheek · jouet toy · joueur player · jour day · journal newspaper/journal/log ·
  journaliste journalist/reporter · journée day · juge judge · jugement judgment/judgement · juillet july · juin june ·
  jumeau twin · jupe skirt · jus juice · justice justice · lac lake · laine wool · lait milk · lame blade · lampe lamp ·
  lancement launch · langage language · langue language/tongue · lapin rabbit · larme tear · largeur width ·
  leçon lesson · lecteur reader/drive · lecture reading · légume vegetable · lendemain day · lettre letter ·
  levier lever · lèvre lip · libération release · liberté freedom/liberty · libraire bookseller ·
  librairie bookshop/bookstore · licenciement layoff/dismissal · lien link/bond · lieu place/location/venue ·
  lièvre hare · ligne line/row · linge laundry/linen · lion lion · lit bed · livraison delivery · livre book/pound ·
  livreur courier · locataire tenant · logement housing · logiciel software/program · loi law/act · loisir leisure ·
  longueur length · lot batch/lot · loup wolf · loyer rent · lumière light · lundi monday · lune moon · lunette glasses ·
  lutte fight/struggle/wrestling · lycée school · machine machine · maçon mason · magasin store/shop · mai may ·
  maillot jersey · main hand · maintien maintenance · maire mayor · mairie hall · maïs corn/maize · maison house/home ·
  maître master · maîtrise control/mastery · majorité majority · mal evil/harm · malade patient ·
  maladie disease/illness · malheur misfortune · manche sleeve/handle · manière way/manner · manque lack/shortage ·
  manteau coat · marais marsh · marbre marble · marchand merchant · marche walk/step/march · marché market ·
  mardi tuesday · marée tide · mariage marriage/wedding · mari husband · marin sailor · marmite pot · marque brand/mark ·
  marraine godmother · marteau hammer · masque mask · matelas mattress · matériau material · matériel hardware/equipment ·
  matin morning · matinée morning · mécanicien mechanic · méchant villain · mécontentement discontent ·
  médecin doctor/physician · médicament drug/medicine · mélange mixture/mix · membre member/limb · mémoire memory ·
  ménage household/cleaning · mensonge lie · menteur liar · menton chin · mer sea · mercredi wednesday · mère mother ·
  merveille wonder · messe mass · mesure measure/measurement · métier trade/job/profession · mètre meter/metre ·
  meuble furniture · meunier miller · meurtre murder · miel honey · milieu middle/environment/midst · millier thousand ·
  ministre minister · ministère ministry/department · minuit midnight · miroir mirror · mise placing ·
  misère misery/poverty · mode mode/fashion · moineau sparrow · moisson harvest · moitié half · mois month · monde world ·
  monnaie currency/change/coin · montagne mountain · montant amount · montre watch · moquerie mockery · morceau piece ·
  morsure bite · mort death/dead · mot word · moteur engine/motor · mouche fly · mouchoir handkerchief · mouton sheep ·
  mouvement movement/motion · moyen means/way · moyenne average/mean · mur wall · musée museum · naissance birth ·
  navire ship/vessel · neige snow · nez nose · nid nest · niveau level · noeud node/knot · noël christmas ·
  noix nut/walnut · nom name/noun · nombre number · nord north · note note/grade · nourriture food · nouveauté novelty ·
  nouvelle news/story · noyau core/kernel · nuage cloud · nuit night · numéro number/issue ·
  objectif goal/objective/target/aim · objet object/purpose · océan ocean · octet byte · oeil eye · oeuf egg ·
  oeuvre work · offre offer/supply/bid · oie goose · oignon onion · oiseau bird · ombre shadow/shade · oncle uncle ·
  onde wave · ongle nail · ordinateur computer · ordonnance order/prescription · ordre order · ordure garbage/rubbish ·
  oreille ear · oreiller pillow · orge barley · orgueil pride · orteil toe · os bone · otage hostage · oubli oblivion ·
  ouest west · ouragan hurricane · ours bear · outil tool · ouverture opening · ouvrage work/book · ouvrier worker ·
  paille straw · pain bread · paix peace · palais palace · panier basket/cart · panne breakdown/failure/outage ·
  panneau sign/panel · pantalon trousers/pants · papier paper · papillon butterfly · paquebot liner · pâques easter ·
  paquet package/packet · paragraphe paragraph · parapluie umbrella · parcours path/course/journey ·
  parent parent/relative · paresse laziness · pari bet · paroi wall · parole word/speech · part share/part ·
  partage sharing/share · partenaire partner · parti party · partie part/party · parution publication · pas step/pace ·
  passager passenger · passé past · passerelle footbridge/gateway · patience patience · patrimoine heritage ·
  patron boss · patte paw/leg · pause break/pause · pauvre poor · pauvreté poverty · paupière eyelid · pays country ·
  paysage landscape · paysan peasant/farmer · peau skin · pêche fishing/peach · péché sin · pêcheur fisherman ·
  peine sentence/sorrow · peintre painter · peinture paint/painting · pelle shovel · pelouse lawn · pensée thought ·
  pente slope · percée breakthrough · père father · perle pearl · permis permit/license/licence · perte loss · peur fear ·
  phare lighthouse/headlight · pharmacien pharmacist · phrase sentence/phrase · pièce room/coin/piece/part · pied foot ·
  piège trap · pierre stone · pilule pill · pilier pillar · pin pine · piscine pool · piste track/trail ·
  place place/square/seat · plafond ceiling · plage beach/range · plaie wound · plainte complaint · plaisir pleasure ·
  planche board · plancher floor · planète planet · plan plan/map · plante plant · plat dish · plateau tray/plateau ·
  plateforme platform · plombier plumber · plomb lead · pluie rain · plume feather/pen · plupart most · poche pocket ·
  poêle pan/stove · poids weight · poignée handle/handful · poil hair · poing fist · point point · pointe tip/peak ·
  poire pear · pois pea · poisson fish · poitrine chest · poivre pepper · policier policeman/police ·
  politique policy/politics · pomme apple · pompe pump · pompier firefighter/fireman · pont bridge/deck · porc pork/pig ·
  port port/harbor/harbour · porte door/gate · portefeuille wallet/portfolio · portée scope/reach/range ·
  poste post/position/job · potage soup · poteau post · pouce thumb · poudre powder · poulet chicken · poule hen ·
  poumon lung · poupée doll · pourboire tip · poursuite pursuit/prosecution/lawsuit · poussière dust · pouvoir power ·
  prairie meadow · preneur taker · preuve proof/evidence · prévision forecast · prière prayer · printemps spring ·
  prise plug/outlet/taking · prisonnier prisoner · prix price/prize · procédé process · procès trial · processus process ·
  proche relative · producteur producer · produit product · professeur teacher/professor · profondeur depth ·
  projet project/plan/draft · promenade walk · proposition proposal · propriétaire owner/landlord ·
  propriété property/ownership · puce chip · puissance power · puits well · pull sweater · quai platform/quay ·
  quartier neighborhood/neighbourhood/district · quotidien daily · racine root · raisin grape · raison reason · rame oar ·
  randonnée hike · rang rank/row · rançon ransom · rappel reminder/recall · rapport report/ratio/relation ·
  rayon ray/radius · réalisateur director · recette recipe/revenue · recherche research/search · récit story/account ·
  récolte harvest/crop · recommandation recommendation · récompense reward · reconnaissance recognition ·
  recours appeal/use · reçu receipt · recueil collection · réduction reduction/discount ·
  réfrigérateur refrigerator/fridge · refus refusal · regard look/gaze · règle rule · règlement regulation/settlement ·
  règne reign · reine queen · rein kidney · relation relationship · relecture review · remboursement refund ·
  remède remedy · remise discount/delivery · remerciement thanks · rencontre meeting/encounter ·
  rendement yield/performance · renseignement information/intelligence · rentrée return · repas meal · repère landmark ·
  repos rest · réseau network · respect compliance · responsable manager/official/head · ressort spring ·
  ressource resource · reste rest · résultat result/outcome · résumé summary · retard delay · retour return/feedback ·
  retraite retirement/pension · retraité retiree · réunion meeting · rêve dream · réveil alarm · revenu income/revenue ·
  revue review/journal · richesse wealth · rideau curtain · rire laughter/laugh · risque risk · rive bank/shore ·
  rivière river · riz rice · robe dress · robinet tap · roche rock · roi king · roman novel · roue wheel ·
  route road/route · royaume kingdom · ruban ribbon · rue street · ruine ruin · rythme pace/rhythm · sable sand ·
  sac bag · sagesse wisdom · saison season · salaire wage/salary · salarié employee · saleté dirt · salle room/hall ·
  salon lounge · samedi saturday · sang blood · santé health · sapin fir · saucisse sausage · saumon salmon · saut jump ·
  sauvegarde backup · savant scientist/scholar · savoir knowledge · savon soap · schéma diagram · science science ·
  scie saw · séance session · seau bucket · séchoir dryer · secours rescue/help · secousse shock · séjour stay ·
  sel salt · semaine week · semelle sole · sens meaning/sense/direction · sensibilisation awareness · sentier path/trail ·
  serpent snake · serveur server/waiter · serviette towel/napkin · serre greenhouse · seuil threshold · siècle century ·
  siège seat/headquarters/siege · singe monkey · site site · société society/company · soeur sister · soie silk ·
  soif thirst · soin care · soir evening · soirée evening/party · sol soil/ground/floor · soldat soldier ·
  solde balance/sale · soleil sun · sommeil sleep · sommet summit/top/peak · son sound · sondage poll/survey ·
  sorcière witch · sort fate/spell · sortie exit/output/release · souci worry/concern · souffle breath · souhait wish ·
  soupe soup · source source/spring · sourcil eyebrow · sourire smile · souris mouse · soutien support · souvenir memory ·
  spectacle show · stage internship · stagiaire intern · subvention subsidy/grant · succès success · sucre sugar ·
  sud south · sueur sweat · suite continuation/sequence · sujet subject/topic · supermarché supermarket · surface area ·
  surnom nickname · surveillance monitoring · suspension suspension · syndicat union · système system · tabac tobacco ·
  tableau table/board/painting/array · tâche task · taille size/height · talon heel · tambour drum · tante aunt ·
  tapis carpet/rug · tarif rate/price · tarte pie/tart · tas pile/heap · tasse cup · taureau bull · taux rate ·
  témoignage testimony · témoin witness · tempête storm · temps time/weather · tente tent · terrain ground/land/field ·
  terre earth/land/ground · tête head · texte text · théâtre theater/theatre · thé tea · tiers third · tige stem/rod ·
  timbre stamp · tir shot · tiret dash · tissu fabric/cloth/tissue · titre title · toile canvas/web · toit roof ·
  tombe grave/tomb · ton tone · tonnerre thunder · torchon cloth · tour turn/tower/tour · tournage filming ·
  tournevis screwdriver · toux cough · tracteur tractor · traducteur translator · traduction translation · train train ·
  trait feature/line · traité treaty · traitement treatment/processing · trajet journey/trip · tranche slice ·
  travail work/job/labor/labour · travailleur worker · traversée crossing · tremblement quake · trésor treasure ·
  tribunal court · tricot knitting · tristesse sadness · trou hole · troupe troop · troupeau herd/flock · truite trout ·
  tuyau pipe · type type/guy · urgence emergency · usage use · usine factory/plant · utilisateur user ·
  utilisation use/usage · vacances holiday/vacation · vache cow · vague wave · vaisseau vessel · vaisselle dishes ·
  valeur value · vallée valley · vapeur steam/vapor · veau calf/veal · veille eve · vélo bike/bicycle · vendeur seller ·
  vendredi friday · vent wind · vente sale · ventre belly · ver worm · verger orchard · vérité truth · verre glass ·
  vers verse · version version · veste jacket · vêtement clothes/clothing/garment · veuve widow · viande meat ·
  victoire victory · vie life · vieillard man · vigne vine · village village · ville city/town · vin wine ·
  vinaigre vinegar · virgule comma · visage face · vitesse speed · vitre pane · voeu wish · voie way/track/lane ·
  voile sail/veil · voisin neighbor/neighbour · voiture car · voix voice/vote · vol flight/theft · volaille poultry ·
  volcan volcano · voleur thief · volonté will · vote vote · voyage journey/trip/travel · voyageur traveler/traveller ·
  vue view/sight · wagon car · yeux eyes · zone area/zone
`;
