/** French adjectives, masculine, and English ones that mostly render them; words that look alike are left out. */
export const EVERYDAY_ADJECTIVES = `
  actuel current · adroit skilful · affamé hungry · âgé old/aged · agréable pleasant/nice · aigu acute/sharp ·
  aîné elder/eldest · aisé easy · aléatoire random · allemand german · amer bitter · amical friendly ·
  ancien old/former/ancient · anglais english · annuel annual/yearly · appris learned · approprié appropriate ·
  ardu hard · assis seated · attendu expected · autre other/another · avancé advanced · aveugle blind · bas low ·
  beau beautiful/fine/handsome · bénéfique beneficial · bizarre strange · blanc white · blessé wounded/injured ·
  bleu blue · blond blond · boiteux lame · bon good · bref brief · brillant bright/brilliant · britannique british ·
  brun brown · brut raw/gross · bruyant noisy · caché hidden · carré square · célèbre famous · chaque each/every ·
  chaud hot/warm · chauve bald · cher expensive/dear · chinois chinese · clair clear/light · connu known ·
  content happy/glad · contraire opposite/contrary · coupable guilty · courageux brave · courant common/current ·
  court short · coûteux costly/expensive · creux hollow · croissant growing · cru raw · cruel cruel · cuit cooked ·
  dangereux dangerous · dernier last/latest · désert deserted · détaillé detailed · deuxième second ·
  différent different · difficile difficult/hard · disponible available · divers various · doux soft/gentle/sweet/mild ·
  droit right/straight · dur hard/tough · durable sustainable/lasting · échéant applicable ·
  efficace effective/efficient · égal equal · élevé high · éloigné remote/distant · embarrassé embarrassed · ému moved ·
  endormi asleep · énorme huge/enormous · ensoleillé sunny · entier whole/entire · entraîné trained · épais thick ·
  époustouflant stunning · éprouvé proven · espagnol spanish · essentiel essential/key · étonnant surprising/amazing ·
  étrange strange · étranger foreign · étroit narrow/close · européen european · évident obvious · exact exact/correct ·
  excellent excellent · facile easy · faible weak/low · familier familiar · fâché angry · fatigué tired ·
  faux false/wrong · favori favorite/favourite · féminin female · fermé closed · ferme firm · fier proud · fin thin/fine ·
  flou fuzzy/blurred · fou mad/crazy · foncé dark · fort strong/loud · frais fresh/cool · français french ·
  fréquent frequent/common · froid cold · futur future · gagnant winning · gai cheerful · gauche left · gelé frozen ·
  gênant annoying · général general/overall · gentil kind/nice · glissant slippery · gourmand greedy ·
  grand large/big/great/tall · gras fat/bold · gratuit free · grave serious · gris grey/gray · gros big/large/fat ·
  habillé dressed · habituel usual · haut high/tall · hebdomadaire weekly · heureux happy · humain human ·
  humide wet/damp · humble humble · immobile still · impair odd · important important/major/large · inattendu unexpected ·
  inconnu unknown · indispensable essential · inférieur lower/less · injuste unfair · inquiet worried ·
  interdit forbidden/prohibited · intéressant interesting · inutile useless/unnecessary · italien italian · ivre drunk ·
  jaune yellow · jeune young · jaloux jealous · joint attached · joli pretty · joyeux happy/merry ·
  juste fair/just/right · laid ugly · large wide/broad · léger light/slight · lent slow · libre free ·
  lié related/linked · lisse smooth · local local · lointain distant · long long · lourd heavy · magnifique magnificent ·
  maigre thin/lean · malade sick/ill · malheureux unhappy/unfortunate · manquant missing · mauvais bad/wrong/poor ·
  méchant wicked/nasty · meilleur best/better · même same/even · mensuel monthly · mince thin/slim ·
  moindre least/lesser · moite moist · mondial global/world/worldwide · mort dead · mouillé wet · mou soft ·
  moyen average/medium/middle · muet silent · multiple multiple · mûr ripe · naturel natural · né born ·
  nécessaire necessary/required/needed · net net/clear/sharp · neuf new · nocturne night · noir black/dark ·
  nombreux many/numerous · nouveau new · nu naked/bare · nul zero/null · obligatoire mandatory/compulsory ·
  occidental western · oriental eastern · osé daring · ouvert open · pair even · pâle pale · pareil similar/same ·
  paresseux lazy · parfait perfect · partiel partial · passé past · pauvre poor · peint painted · périmé expired ·
  permanent permanent · petit small/little · plat flat · plein full · plusieurs several · pointu pointed/sharp ·
  poli polite · précédent previous · précoce early · premier first · présent present · prêt ready ·
  principal main/principal · prochain next · proche close/near · profond deep · propre own/clean · provisoire temporary ·
  prudent careful/cautious · public public · puissant powerful · quelque some · quotidien daily · rangé tidy ·
  rapide fast/quick/rapid · rare rare · récent recent · réel real/actual · reconnaissant grateful · réservé reserved ·
  responsable responsible · réussi successful · riche rich · ridicule ridiculous · rond round · rouge red · roux red ·
  rude rough · russe russian · sage wise · sain healthy/sound · sale dirty · sanglant bloody · satisfait satisfied ·
  sauvage wild · savoureux tasty · sec dry · semblable similar · sensible sensitive · seul only/alone/single ·
  sévère severe · simple simple · solide solid/strong · sombre dark · souhaité desired · sourd deaf · souple flexible ·
  stupide stupid · suivant next/following · supérieur higher/upper/greater · supplémentaire additional/extra ·
  sûr safe/sure · susceptible likely · tardif late · tendre tender/soft · tiède lukewarm/warm · timide shy ·
  tombé fallen · total total · traduit translated · tranquille quiet/calm · triste sad · troisième third ·
  unique unique/single · urgent urgent · usé worn · utile useful · vaste vast · véritable real/true · vert green ·
  vide empty · vieux old · vif lively/bright · vilain ugly · vivant alive/living · voisin neighboring/neighbouring ·
  volontaire voluntary · vrai true/real
`;

/** French words that take no other form, and the English ones that mostly render them. */
export const EVERYDAY_SMALL_WORDS = `
  actuellement currently · afin order · ailleurs elsewhere · ainsi thus/so · alors then/so/while · après after ·
  assez enough/quite · aujourd today · auparavant previously/before · auprès with · aussi also/too ·
  aussitôt immediately · autant much · autour around · avant before · avec with · beaucoup much/many/lot · bien well ·
  bientôt soon · car because/for · ceci this · cela this/that · celui one · celle one · cependant however ·
  certes certainly · chacun each · chacune each · chez at/with · ci here · combien how · comme as/like · contre against ·
  davantage more · debout standing · dedans inside · dehors outside · déjà already · demain tomorrow · depuis since/from ·
  derrière behind · dès from · désormais now · dessous under · dessus over · devant before/front · donc so/therefore ·
  dont whose/which · dorénavant henceforth · durant during · également also · encore still/again/yet · enfin finally ·
  ensemble together · ensuite then/next · entre between/among · envers towards · environ about/around · exprès purposely ·
  fort very · guère hardly · hier yesterday · hors out/outside · ici here · jadis once · jamais never/ever ·
  jusque until/up · jusqu until/up · là there · loin far · longtemps long · lors during/when · maintenant now ·
  mal badly · malgré despite · mieux better · moins less/least · naguère once · néanmoins nevertheless · nulle no ·
  or now · où where · outre besides · par by/per · parfois sometimes · parmi among · partout everywhere ·
  pendant during/while/for · personne nobody/person/no · peu little/few · plus more/most · plutôt rather · pour for/to ·
  pourtant yet/however · près near · presque almost/nearly · puis then · puisque since · quant as · quel what/which ·
  quelle what/which · quelles what/which · quels what/which · quelqu someone · quoi what · rien nothing · sans without ·
  sauf except · selon according · seulement only · sinon otherwise · soudain suddenly · sous under · souvent often ·
  surtout especially · sur on/about · tandis while · tant so/long · tard late · tellement so · tôt early/soon ·
  toujours always/still · toutefois however · très very · trop too · vers toward/towards · voici here · voilà there ·
  vite quickly/fast · volontiers gladly · bonjour hello · bonsoir evening · merci thank/thanks · oui yes · salut hi ·
  désolé sorry · monsieur mr/sir · madame mrs/ms/madam · mademoiselle miss · allemagne germany · angleterre england ·
  espagne spain · suisse switzerland · londres london · pologne poland · grèce greece · février february · mars march ·
  août august · onze eleven · douze twelve · treize thirteen · quatorze fourteen · quinze fifteen · seize sixteen ·
  vingt twenty · trente thirty · quarante forty · cinquante fifty · soixante sixty · milliard billion · million million ·
  ia ai · ue eu · onu un · pib gdp · tva vat · otan nato
`;
