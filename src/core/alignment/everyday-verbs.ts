/**
 * French verbs, in the infinitive, and the English verbs that mostly render them; words that look alike are left out.
 */
export const EVERYDAY_VERBS = `
  aboyer bark · abriter house/shelter · accorder grant · accoucher deliver · accroître increase ·
  accueillir welcome/host · acheter buy/purchase · achever complete/finish · actionner operate · actualiser update ·
  afficher display/show/post · affirmer say/claim/state · agir act · agrandir enlarge · aider help/assist ·
  aimer like/love · ajouter add · alimenter feed · aller go · allonger lengthen · allumer light/ignite ·
  améliorer improve · amener bring/lead · amorcer start · annoncer announce · annuler cancel · apercevoir notice/glimpse ·
  apparaître appear · appartenir belong · appeler call · apporter bring · apprendre learn/teach · approuver approve ·
  appuyer press/support · arracher tear/pull · arrêter stop/arrest · arriver arrive/come/happen · arroser water ·
  assembler assemble · asseoir sit · assister attend/help · assurer ensure/insure · atteindre reach/achieve ·
  attendre wait/expect · atterrir land · attirer attract/draw · attraper catch · augmenter increase/raise/rise ·
  avaler swallow · avancer advance/move · avertir warn/notify · avoir have · avouer admit/confess · balayer sweep ·
  baisser lower/drop/fall · bâtir build · battre beat · bavarder chat · bénéficier benefit · bloquer block ·
  blesser hurt/injure/wound · boire drink · bouger move · bouillir boil · briller shine · briser break · brûler burn ·
  cacher hide · caler wedge · calculer calculate/compute · casser break · causer cause · céder yield/give ·
  cesser stop/cease · changer change · chanter sing · charger load/charge · chasser hunt/chase · chauffer heat ·
  chercher seek/search/look/try · choisir choose/select/pick · chuchoter whisper · circuler circulate ·
  classer classify/rank/sort · cliquer click · coller paste/stick/glue · combattre fight · commander order ·
  commencer begin/start · comporter include · comprendre understand/include · compter count · concevoir design/conceive ·
  conclure conclude · conduire drive/lead · confier entrust · connaître know · conseiller advise/recommend ·
  conserver keep/store/preserve · construire build/construct · contenir contain · contourner bypass ·
  contraindre force/compel · contrôler control/check · convaincre convince · convenir suit/agree · coucher lie ·
  coudre sew · couler sink/flow · couper cut · courir run · coûter cost · couvrir cover · craindre fear · créer create ·
  creuser dig · crier shout/cry · croire believe/think · croiser cross/meet · croître grow · cueillir pick ·
  cuire cook/bake · cuisiner cook · danser dance · déborder overflow · débuter begin/start · décharger unload ·
  déchirer tear · décider decide · déclarer say/declare/state · décoller peel · découper cut/split ·
  découvrir discover/find · décrire describe · décrocher win · défaire undo · définir define/set · dégager clear ·
  déguster taste · délivrer issue/deliver · demander ask/request · démarrer start/boot · déménager move ·
  demeurer remain/stay · démissionner resign · démolir demolish · démontrer prove/show · dénoncer denounce ·
  dépasser exceed/overtake · dépendre depend · dépenser spend · déplacer move/shift · déployer deploy ·
  déposer file/lodge/deposit · déranger disturb · dérouler take/happen · descendre descend/go ·
  désigner designate/appoint · dessiner draw/design · détenir hold · détruire destroy · dévoiler unveil/reveal ·
  devenir become · deviner guess · devoir must/should/owe · diffuser broadcast/spread · diminuer decrease/reduce ·
  dîner dine · dire say/tell · diriger lead/direct/run · discuter discuss/talk · disparaître disappear/vanish ·
  disposer have · disputer argue · distribuer distribute · diviser divide/split · donner give · dormir sleep ·
  doter equip · douter doubt · durer last · échanger exchange · échapper escape · échouer fail · éclairer light ·
  éclater burst/explode · écouler flow · économiser save · écouter listen · écraser crush · écrire write ·
  effacer erase/delete · effectuer perform/carry/make · effrayer frighten · élargir widen/expand · élever raise ·
  élire elect · embaucher hire · embrasser kiss · emmener take · émettre issue/emit · empêcher prevent ·
  employer use/employ · emporter take/carry · emprunter borrow · encourager encourage · endommager damage ·
  énerver annoy · enfoncer push · engager hire/commit/engage · enlever remove/take · ennuyer bore · enquêter investigate ·
  enregistrer save/record/register · enseigner teach · entendre hear · enterrer bury · entraîner train/cause/lead ·
  entreprendre undertake · entrer enter · envahir invade · envisager consider/plan · envoler fly/soar · envoyer send ·
  épargner save/spare · éplucher peel · épouser marry · éprouver feel · équilibrer balance · espérer hope · essayer try ·
  essuyer wipe · estimer estimate/believe/consider · établir establish/set · éteindre extinguish · étendre extend/spread ·
  étonner surprise · étouffer smother/choke · être be · étudier study · évaluer assess/evaluate · éveiller awaken ·
  éviter avoid · évoluer evolve/change · évoquer mention/evoke · exécuter run/execute · exercer exercise/practice ·
  exiger require/demand · expliquer explain · exploiter exploit/operate/run · exprimer express ·
  fabriquer make/manufacture · fâcher anger · faciliter ease/facilitate · faillir almost · faire do/make ·
  falloir must/need · fatiguer tire · favoriser promote/favor · feindre pretend · féliciter congratulate · fendre split ·
  fermer close/shut · fêter celebrate · fier trust · filmer film · finir finish/end · fixer set/fix · flotter float ·
  fonctionner work/function/operate · fonder found · fondre melt · forger forge · former train/form · fouiller search ·
  fournir provide/supply · frapper strike/hit/knock · freiner brake/slow · frire fry · frotter rub · fuir flee ·
  fumer smoke · gagner win/earn/gain · garantir guarantee/ensure · garder keep · garer park · gâter spoil · geler freeze ·
  gêner bother/hinder · générer generate · gérer manage/handle · glisser slip/slide · gonfler inflate/swell ·
  goûter taste · gouverner govern/rule · grandir grow · gratter scratch · grimper climb · gronder scold · grossir grow ·
  guérir cure/heal · guetter watch · guider guide · habiller dress · habiter live/inhabit · haïr hate · hausser raise ·
  hériter inherit · heurter hit · imprimer print · inciter encourage/prompt · incliner tilt · indiquer indicate/say/show ·
  inonder flood · inquiéter worry · inscrire register/enroll · insérer insert · intégrer integrate/join ·
  interdire ban/prohibit/forbid · interroger question · intervenir intervene · investir invest · inviter invite ·
  jaillir spring · jeter throw · joindre join · jouer play · jouir enjoy · juger judge · jurer swear ·
  labourer plow/plough · lâcher release/drop · laisser let/leave · lancer launch/throw/start · laver wash ·
  lever raise/lift · libérer free/release · licencier dismiss/fire · lier link/bind · lire read · livrer deliver ·
  loger house · louer rent/praise · lutter fight/struggle · mâcher chew · maigrir slim · maintenir maintain/keep ·
  maîtriser control/master · manger eat · manier handle · manquer miss/lack · marcher walk/work · marier marry ·
  marquer mark/score · méfier distrust · mélanger mix · mêler mix/blend · menacer threaten · mener lead/conduct ·
  mentir lie · mériter deserve · mesurer measure · mettre put/place/set · modifier change/modify · monter climb/rise ·
  montrer show · moquer mock · mordre bite · moudre grind · mourir die · mouvoir move · multiplier multiply ·
  munir equip · mûrir ripen · nager swim · naître born · négliger neglect · neiger snow · nettoyer clean · nier deny ·
  nommer name/appoint · noter note · nourrir feed/nourish · nuire harm · obéir obey · obliger force/require ·
  obtenir get/obtain · occuper occupy · octroyer grant · offrir offer/give · opérer operate · ordonner order · oser dare ·
  ôter remove · oublier forget · ouvrir open · paraître appear/seem · parcourir travel/browse · pardonner forgive ·
  parler speak/talk · partager share/split · participer participate · partir leave/go · parvenir reach/manage ·
  passer pass/spend · payer pay · peindre paint · pencher lean · pendre hang · penser think · percer pierce/drill ·
  perdre lose · permettre allow/let/enable · peser weigh · peupler populate · photographier photograph ·
  piloter fly/steer · piquer sting · placer place/put · plaider plead · plaindre complain/pity · plaire please ·
  planifier plan · planter plant · pleurer cry/weep · pleuvoir rain · plier fold/bend · plonger dive/plunge ·
  porter carry/wear/bear · poser put/ask/lay · posséder own/possess · poursuivre continue/pursue/sue · pousser push/grow ·
  pouvoir can/could/may/might · précéder precede · préciser specify/clarify · prédire predict · préférer prefer ·
  prélever collect · prendre take · préparer prepare · présenter present/introduce · presser press/squeeze · prêter lend ·
  prétendre claim · prévenir warn/prevent · prévoir plan/expect/forecast · prier pray · procéder proceed ·
  produire produce · profiter benefit/enjoy · promettre promise · prononcer pronounce · proposer offer/propose/suggest ·
  protéger protect · prouver prove · provenir come · provoquer cause/provoke · publier publish · puiser draw ·
  punir punish · quitter leave · raccourcir shorten · raconter tell/recount · ralentir slow · ramasser collect ·
  ramener bring · ranger tidy/store · rappeler recall/remind · rapporter report · rapprocher bring/close ·
  rassembler gather · rassurer reassure · rater miss/fail · rattraper catch · réaliser make/carry/achieve ·
  recevoir receive/get · réchauffer warm · rechercher search/seek · réclamer demand/claim · récolter harvest ·
  recommencer restart · récompenser reward · reconnaître recognize/acknowledge · recouvrir cover · recruter recruit/hire ·
  reculer back/decline · récupérer recover/retrieve · recueillir collect · redouter fear · réduire reduce/cut ·
  réfléchir think/reflect · refuser refuse · regagner regain · regarder look/watch · régler set/settle/adjust ·
  régner reign/prevail · regretter regret · rejeter reject · rejoindre join · réjouir rejoice/delight · relâcher release ·
  relever raise/note · relier connect/link · relire reread · remarquer notice · rembourser refund/repay ·
  remercier thank · remettre hand/deliver · remonter go/date · remplacer replace · remplir fill · remporter win ·
  remuer stir · rencontrer meet/encounter · rendre return/make/render · renforcer strengthen · renoncer renounce/give ·
  renouveler renew · rentrer return · renverser overturn · renvoyer return/dismiss · réparer repair/fix ·
  répartir distribute/spread · repasser iron · repérer spot/identify · répéter repeat · répondre answer/reply/respond ·
  reporter postpone · reposer rest · reprendre resume/take · représenter represent · réserver book/reserve ·
  résoudre solve/resolve · respirer breathe · ressembler resemble/look · ressentir feel · rester stay/remain ·
  retenir hold/retain · retirer withdraw/remove · retourner return · retrouver find · réunir gather/bring ·
  réussir succeed/manage · réveiller wake · révéler reveal · revenir return/come · rêver dream · revêtir coat ·
  revoir review/see · rigoler laugh · rire laugh · risquer risk · rompre break · ronger gnaw · rouler roll/drive ·
  saigner bleed · saisir seize/grasp · salir soil/dirty · saluer greet/hail · sauter jump/skip · sauvegarder save ·
  sauver save · savoir know · sécher dry · secouer shake · secourir rescue · sembler seem · semer sow ·
  sentir feel/smell · séparer separate · serrer tighten · servir serve · siéger sit · signaler report · signer sign ·
  signifier mean · situer locate · soigner treat · songer think · sonner ring · sortir leave/exit/release ·
  souffler blow · souffrir suffer · souhaiter wish/want · soulager relieve · soulever raise/lift ·
  souligner stress/emphasize/underline · soumettre submit · sourire smile · soustraire subtract · soutenir support ·
  souvenir remember · subir suffer/undergo · succéder succeed · suffire suffice/enough · suggérer suggest ·
  suivre follow · supporter bear/support · supposer assume/suppose · supprimer delete/remove · surmonter overcome ·
  surprendre surprise · surveiller monitor/watch · survenir occur · survivre survive · suspendre suspend/hang ·
  taire silence · taper type/tap · tarder delay · télécharger download/upload · témoigner testify · tendre stretch/tend ·
  tenir hold/keep · tenter try/attempt · terminer finish/end/complete · tester test · tirer pull/draw/shoot ·
  tisser weave · tomber fall/drop · tondre mow · toucher touch/affect · tourner turn/shoot · tousser cough ·
  traduire translate · trahir betray · traîner drag · traire milk · traiter treat/process/handle · trancher slice/decide ·
  transmettre transmit/pass/send · transpirer sweat · travailler work · traverser cross · trembler tremble/shake ·
  tremper soak · tricher cheat · trier sort · tromper deceive · trouver find · tuer kill · unir unite · user wear ·
  utiliser use · vaincre defeat · valider validate · valoir worth · vanter boast · veiller ensure/watch · vendre sell ·
  venger avenge · venir come · vérifier check/verify · verser pour/pay · vêtir dress · vider empty · vieillir age ·
  viser aim/target · visiter visit · vivre live · voir see · voler fly/steal · vouloir want/wish · voyager travel
`;
