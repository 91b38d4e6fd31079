import { describe, expect, test } from 'vitest';
import { lostNames } from '../../../../src/core/checks/pair/names.ts';
import { findNames, loweredWords } from '../../../../src/core/checks/pair/sought-names.ts';
import { readPlain } from '../../../../src/core/text/reading.ts';
import { collectNameForms } from '../../../../src/core/words/name-forms.ts';
import { parseInlineMarks } from '../../../../src/formats/article/inline-marks.ts';

/** @param others what else the article says in French */
function lost(source: string, target: string, others: readonly string[] = []): string[] {
  const french = parseInlineMarks(source);
  const lowered = loweredWords([french, ...others.map(readPlain)]);
  return lostNames(findNames(french, lowered), parseInlineMarks(target), []).map(({ start, end }) =>
    source.slice(start, end),
  );
}

/** Nothing is lost: the name is there, has an English form, or is none. */
const KEPT: readonly (readonly [french: string, english: string])[] = [
  // kept as it is
  ['Selon Alfred Wu, oui.', 'Yes, says Alfred Wu.'],
  ['Le succès de Wang dure.', 'Wang’s success lasts.'],
  ['Avec Béatrice, il rit.', 'With Beatrice, he laughs.'],
  ['Il lit O’Brien et McDonald.', 'He reads O’Brien and McDonald.'],
  ['Il suit Saint-Exupéry.', 'He follows Saint-Exupéry.'],
  ['On charge un GPT2Reader pour lire.', 'A GPT2Reader is loaded to read.'],
  ['On essaie GPT-4 et Llama.', 'GPT-4 and Llama are tried.'],
  ['Les Simpson rient.', 'The Simpsons laugh.'],
  ['Il parle de Jean-Luc Vasseur.', 'He speaks of Jean Luc Vasseur.'],
  // no name: where it stands
  ['Remarque : Nous avons tout effacé.', 'Note: we erased everything.'],
  ['✏️ Lancez la machine.', '✏️ Start the machine.'],
  ['✏️ Essayez Lancez la machine.', '✏️ Try it: start the machine.'],
  ['💡 Sous le capot, rien.', '💡 Under the hood, nothing.'],
  ['Oui. Notre chat dort.', 'Yes. The cat sleeps.'],
  ['Il dit : « Notre chat dort ».', 'He says: “The cat sleeps.”'],
  ['Il crie "Regardez" puis part.', 'He shouts “Look” and leaves.'],
  ['Il crie ‘Regardez’ puis part.', 'He shouts ‘Look’ and leaves.'],
  ['Une liste • Fusionnez tout • Coupez le reste', 'A list • Merge all • Cut the rest'],
  ['Format | Script | Fusionne les mots', 'Format | Script | Merges the words'],
  ['Voici — Regardez bien.', 'Here — look closely.'],
  ['Il part (Regardez-le). (Restez ici.)', 'He leaves (see). (Stay here.)'],
  ['L’Inventeur Du Grand Réseau Lance Une Nouvelle Toile', 'The inventor of the network starts a new one'],
  ['*Essayez* ! **Prenez** la lampe.', '*Try*! **Take** the lamp.'],
  // no name: what it is
  ['Il pèse 20 Go, ou 512 Mo.', 'It weighs 20GB, or 512MB.'],
  ['Il coûte 1,5 Md€ ou 3 Mds€.', 'It costs €1.5 billion or €3bn.'],
  ['Il coûte 150 Mrd d’euros ou 3 Mds d’€.', 'It costs €150 billion or €3 billion.'],
  ['Il coûte 3 MdEUR, 3 MEUR ou 3 Md EUR.', 'It costs €3 billion, €3 million or €3 billion.'],
  ['Il coûte 150 EUR, soit USD 160.', 'It costs €150, or $160.'],
  ['Il fait 3 TWh, 2 GW et 3 GHz.', 'It makes 3 terawatt hours, 2 gigawatts and 3 gigahertz.'],
  ['Il a 40 Mbit/s pour 3 Mt de 10 Ah.', 'It has 40 megabits per second for 3 megatons of 10 amp hours.'],
  ['Des objets en Pickle.', 'Pickled objects.'],
  ['Le FRP et l’EFVP, puis le FRP encore.', 'The PIB and the PIA, then the PIB again.'],
  ['Ils ont saisi le Conseil et la Cour.', 'They went to court.'],
  ['Elle dirige le Secrétariat du Trésor.', 'She heads TBS.'],
  ['Le droit d’un État membre vaut ici.', 'Member State law applies here.'],
  ['La Marine a perdu un bateau.', 'The Navy lost a boat.'],
  ['Il voit les Allemands et une Française.', 'He sees some people.'],
  ['Il aime les Bretons et les Texans.', 'He likes them.'],
  ['Il vient le Lundi 14 Juillet.', 'He comes on Monday.'],
  ['Elle attend Mme Roy et le Dr Roy.', 'She waits for Ms Roy and Doctor Roy.'],
  ['Le Développement durable et la Sécurité.', 'Sustainable growth and safety.'],
  ['Chez nous, Maître, on rit.', 'Here we laugh.'],
  ['Pendant la Seconde Guerre mondiale.', 'During World War II.'],
  ['Une guerre du XIXe siècle.', 'A 19th-century war.'],
  ['Au T1 2024, la marge monte.', 'In Q1 2024, the margin is rising.'],
  ['La marge du S2\u00a02026 monte.', 'The margin for the second half of 2026 is rising.'],
  ['La bataille contre le NFL et le FBI.', 'A fight with the N.F.L. and the F.B.I.'],
  ['On choisit *voir avec Liang*.', 'You choose *see it all*.'],
  [`Ouvrez les menus ${'X'.padEnd(50, 'a')} et Liang.`, 'Open both.'],
  ['Elle aide Marthe au Capitole.', 'She helps Martha at the Capitol.'],
  // exonyms
  ['Il vit à Londres.', 'He lives in London.'],
  ['Il vit en Écosse.', 'He lives in Scotland.'],
  ['Il vit à Hambourg, en Bavière.', 'He lives in Hamburg, Bavaria.'],
  ['Il vit à Pékin.', 'He lives in Beijing.'],
  ['La classe Bade-Wurtemberg rouille.', 'Baden-Wuerttemberg-class ships rust.'],
  ['Il vit à La Nouvelle-Orléans.', 'He lives in New Orleans.'],
  ['Il vit à la Haye.', 'He lives in The Hague.'],
  ['Il vit dans les Pays-Bas.', 'He lives in the Netherlands.'],
  ['Le vin des Pays-Bas.', 'Dutch wine.'],
  ['Il aime la Chine et l’Allemagne.', 'He loves China and Germany.'],
  ['Le marché de la Chine.', 'The Chinese market.'],
  ['Il vient de Corée du Sud.', 'He comes from South Korea.'],
  ['Il vient de Côte d’Ivoire.', 'He comes from Ivory Coast.'],
  ['Il vient de Nouvelle-Zélande.', 'He comes from New Zealand.'],
  ['Il vit aux États-Unis.', 'He lives in the U.S.'],
  ['Il vit aux États-Unis.', 'He lives in America.'],
  ['Il vit au Royaume-Uni.', 'He lives in the UK.'],
  ['Il vit au Royaume-Uni.', 'He lives in Britain.'],
  ['Il vit au Moyen-Orient.', 'He lives in the Middle East.'],
  ['Il voit la mer Noire.', 'He sees the Black Sea.'],
  ['Il voit la Maison-Blanche.', 'He sees the White House.'],
  // organisations and acronyms
  ['Il parle aux Nations unies.', 'He speaks at the U.N.'],
  ['Il parle à l’ONU.', 'He speaks at the United Nations.'],
  ['Il parle à l’OTAN et à l’UE.', 'He speaks at NATO and in the EU.'],
  ['L’avis de l’OMS compte.', 'The WHO’s opinion counts.'],
  ['Il étudie l’ADN.', 'He studies DNA.'],
  ['Le PDG parle du PIB.', 'The CEO speaks of GDP.'],
  ['Le patron du SCT rit.', 'The head of TBS laughs.'],
  // persons
  ['Il lit Aristote et Platon.', 'He reads Aristotle and Plato.'],
  ['Il peint comme Léonard de Vinci.', 'He paints like Leonardo da Vinci.'],
  ['Il croit en Jésus.', 'He believes in Jesus.'],
  ['Il craint Poutine et Khrouchtchev.', 'He fears Putin and Khrushchev.'],
  ['Il lit Tchekhov et Karpine.', 'He reads Chekhov and Karpin.'],
  ['Il écrit à Charles Quint.', 'He writes to Charles V.'],
  ['Le pape Grégoire XIII.', 'Pope Gregory XIII.'],
  // a sentence is no title, a title has many capitals
  ['Le prix va à Wu et à Li, ou à Bo.', 'The prize goes to Wu and Li, or to Bo.'],
  ['Le Grand Retour du Vieux Moulin Bleu', 'The old blue mill is back'],
  ['Qui Garde Le Vieux Moulin ?', 'Who keeps the mill?'],
  // one word, two meanings
  ['Il a lu Galilée.', 'He has read Galileo.'],
  ['Il a vu la Galilée.', 'He has seen Galilee.'],
  // inhabitants of countries
  ['La presse du Nigeria.', 'The Nigerian press.'],
  ['La presse du Niger.', 'The press of Niger.'],
  ['La presse du Liberia.', 'The Liberian press.'],
  ['La presse du Costa Rica.', 'The Costa Rican press.'],
  ['La presse du Kenya.', 'The Kenyan press.'],
  ['La presse du Honduras.', 'The press of Honduras.'],
  ['Il lit un Breton de Brest.', 'He reads a man from Brest.'],
  ['Il suit l’Américain Wu.', 'He follows Wu.'],
  ['Il vit à Lens, Français parmi d’autres.', 'He lives in Lens.'],
  ['Il parle de l’Allemand Wu.', 'He speaks of Wu.'],
  ['Elle cite le Romain Caton.', 'She quotes Caton.'],
  ['Jeunes Français et vieux Russes parlent.', 'They talk.'],
  ['Ils vont au Kazakhstan et au Vietnam.', 'Kazakh and Vietnamese visits.'],
  // labels of an interface
  ['Puis cliquez sur Valider.', 'Then click on OK.'],
  ['Puis cliquez sur **Valider**.', 'Then click on **OK**.'],
  ['Ouvrez le menu Fichier.', 'Open the File menu.'],
  ['Ouvrez les menus Fichier et Affichage.', 'Open the File and View menus.'],
  ['Le bouton Rafraîchir est gris.', 'The Reload button is grey.'],
  ['Dans l’onglet Réglages, rien.', 'In the Settings tab, nothing.'],
  ['On coche la case Retenir.', 'You tick the Remember box.'],
  ['Appuyez sur la touche Suppr.', 'Press the Delete key.'],
  ['On lit la rubrique *Voyages*.', 'We read the *Travel* pages.'],
  ['Le ministre **Vasseur** rit.', 'The **minister** laughs.'],
  ['On choisit *Enregistrer*.', 'You choose *Save*.'],
];

/** One name is lost, and told of as it stands. */
const LOST: readonly (readonly [french: string, english: string, names: readonly string[]])[] = [
  ['Elle aide Marthe.', 'She helps Mary.', ['Marthe']],
  ['Il voit 2 BMW ici.', 'He sees 2 cars here.', ['BMW']],
  ['Il a 3 Dacia et 5 BD.', 'He has 3 cars and 5 books.', ['Dacia', 'BD']],
  ['En 2024 EDF a ri.', 'In 2024 it laughed.', ['EDF']],
  ['Selon le Md de Nice.', 'According to Nice.', ['Md']],
  ['Il voit le GW au loin.', 'He sees it far off.', ['GW']],
  ['Il parle à EUR ici.', 'He speaks to it here.', ['EUR']],
  ['Il parle au NFL.', 'He speaks to N. and F. Law.', ['NFL']],
  ['La société de Vasseur recrute.', 'The company is hiring.', ['Vasseur']],
  ['Selon Alfred Wu, oui.', 'Yes, says Alfred.', ['Wu']],
  ['Selon Alfred Wu, oui.', 'Yes, says Wu.', ['Alfred']],
  ['Liang et Wang ont ri, dit Liang.', 'Wang laughed.', ['Liang']],
  ['Hier, a dit Liang, il a plu.', 'It rained, said Wang.', ['Liang']],
  ['Le succès de Wang dure.', 'The success lasts.', ['Wang']],
  ['Avec Béatrice, il rit.', 'With Bettina, he laughs.', ['Béatrice']],
  ['Il lit O’Brien.', 'He reads a lot.', ['O’Brien']],
  ['Il suit Saint-Exupéry.', 'He follows the pilot.', ['Saint-Exupéry']],
  ['On charge un GPT2Reader pour lire.', 'A reader is loaded.', ['GPT2Reader']],
  ['Le modèle Llama est prêt.', 'The model is ready.', ['Llama']],
  ['Le fonds de Nvidia et d’OpenAI.', 'The fund of OpenAI.', ['Nvidia']],
  ['Il travaille chez DeepMind.', 'He works there.', ['DeepMind']],
  ['Il parle de Jean-Luc Vasseur.', 'He speaks of Vasseur.', ['Jean-Luc']],
  ['Remarque : le chat de Vasseur dort.', 'Note: the cat sleeps.', ['Vasseur']],
  ['✏️ Lancez la machine de Turing.', '✏️ Start the machine.', ['Turing']],
  ['Il dit : « Le chat de Vasseur dort ».', 'He says: “The cat sleeps.”', ['Vasseur']],
  ['Il part (avec Vasseur).', 'He leaves.', ['Vasseur']],
  ['Il part, Vasseur aussi.', 'They leave.', ['Vasseur']],
  ['Le livre d’Arendt plaît.', 'The book is liked.', ['Arendt']],
  ['Il aime l’Uniqlo de la rue.', 'He likes the shop.', ['Uniqlo']],
  ['Il a vu M. Vasseur hier.', 'He saw him yesterday.', ['Vasseur']],
  ['Il a vu J. Vasseur hier.', 'He saw him yesterday.', ['Vasseur']],
  ['Il vit à Londres.', 'He lives in Paris.', ['Londres']],
  ['Il vit en Écosse.', 'He lives in England.', ['Écosse']],
  ['Il vit à Hambourg, en Bavière.', 'He lives in Hamburg.', ['Bavière']],
  ['Il vit à Pékin.', 'He lives in Tokyo.', ['Pékin']],
  ['La classe Bade-Wurtemberg rouille.', 'These ships rust.', ['Bade-Wurtemberg']],
  ['Il vit à la Haye.', 'He lives there.', ['la Haye']],
  ['Il vit dans les Pays-Bas.', 'He lives in Belgium.', ['Pays-Bas']],
  ['Il aime la Chine et l’Allemagne.', 'He loves China.', ['Allemagne']],
  ['Il part vers la Chine.', 'He goes abroad.', ['Chine']],
  ['Il vient de Corée du Sud.', 'He comes from North Korea.', ['Corée du Sud']],
  ['Il vient de Nouvelle-Zélande.', 'He comes from Australia.', ['Nouvelle-Zélande']],
  ['Il vit aux États-Unis.', 'He lives in Canada.', ['États-Unis']],
  ['Il vit au Royaume-Uni.', 'He lives in Ireland.', ['Royaume-Uni']],
  ['Il voit la mer Noire.', 'He sees the sea.', ['mer Noire']],
  ['Il voit la Maison-Blanche.', 'He sees the house.', ['Maison-Blanche']],
  ['Il parle aux Nations unies.', 'He speaks at a meeting.', ['Nations unies']],
  ['Il parle à l’ONU.', 'He speaks in Geneva.', ['ONU']],
  ['Il parle à l’OTAN et à l’UE.', 'He speaks in the EU.', ['OTAN']],
  ['L’avis de l’OMS compte.', 'This opinion counts.', ['OMS']],
  ['Il étudie l’ADN.', 'He studies cells.', ['ADN']],
  ['Le patron du SCT rit.', 'The head laughs.', ['SCT']],
  ['Le patron du SCT quitte la BBC.', 'The head leaves the BBC.', ['SCT']],
  ['Il lit Aristote et Platon.', 'He reads Plato.', ['Aristote']],
  ['Il peint comme Léonard de Vinci.', 'He paints like Raphael.', ['Léonard de Vinci']],
  ['Il croit en Jésus.', 'He believes.', ['Jésus']],
  ['Il craint Poutine et Khrouchtchev.', 'He fears Putin.', ['Khrouchtchev']],
  ['Il lit Tchekhov.', 'He reads Chopin.', ['Tchekhov']],
  ['Le pape Grégoire XIII.', 'The pope.', ['Grégoire']],
  ['Il gère le site Wikipédia.', 'He runs the site.', ['Wikipédia']],
  ['Une pièce de Molière.', 'A play.', ['Molière']],
  ['Il vit à Limoges.', 'He lives there.', ['Limoges']],
  ['Elle cite Kant, Hegel et Marx.', 'She quotes Kant and Marx.', ['Hegel']],
  ['Le prix Turing revient à LeCun.', 'The Turing prize goes to him.', ['LeCun']],
  ['Il suit le club de Sochaux.', 'He follows the club.', ['Sochaux']],
  ['Il conduit une Peugeot rouge.', 'He drives a red car.', ['Peugeot']],
  ['Le navire Belem part.', 'The ship leaves.', ['Belem']],
  ['Elle travaille pour Le Monde et Mediapart.', 'She works for a paper.', ['Mediapart']],
  ['Il a gagné à Wimbledon.', 'He won there.', ['Wimbledon']],
  ['Une étude de Stanford le dit.', 'A study says so.', ['Stanford']],
  ['Il code en Python.', 'He codes.', ['Python']],
  ['Le ministre **Vasseur parle à Wu ici**.', 'The minister **Vasseur speaks here**.', ['Wu']],
  ['La médaille revient à Bo Wu et à Yan Liang.', 'The medal goes to Bo Wu and Liang.', ['Yan']],
  ['Un duel de Wu et Liang !', 'A duel of Wu!', ['Liang']],
  ['On suit Wu, Liang et Bo.', 'We follow Wu and Bo.', ['Liang']],
  ['Il vit au Costa Rica.', 'The costs are high.', ['Costa Rica']],
  ['Il vit au Liberia.', 'He is liberal.', ['Liberia']],
  ['Il vit au Niger.', 'He lives in Nigeria.', ['Niger']],
  ['Il vit au Nigeria.', 'He lives in Niger.', ['Nigeria']],
  ['Il vit au Honduras.', 'He drives a Honda.', ['Honduras']],
  ['Il vit au Kenya.', 'He lives in Kent.', ['Kenya']],
  ['Il a lu Galilée.', 'He has read Gauss.', ['Galilée']],
  ['Il lit André Breton.', 'He reads André.', ['Breton']],
  ['Il parle de Thierry Breton.', 'He speaks of Thierry.', ['Breton']],
  ['Un roman de Romain Gary.', 'A novel by Gary.', ['Romain']],
  ['Elle joue avec Romain Duris.', 'She acts with Duris.', ['Romain']],
  ['Il suit Romain Gary.', 'He follows Gary.', ['Romain']],
  ['Il lit Denis Breton.', 'He reads Denis.', ['Breton']],
  ['Il lit Marc Danois.', 'He reads Marc.', ['Danois']],
  ['Il joue comme Diane Lallemand.', 'He plays like Diane.', ['Lallemand']],
  ['Cliquez, dit Vasseur.', 'Click, he said.', ['Vasseur']],
  ['Le bouton rouge de Liang brille.', 'The red button shines.', ['Liang']],
  ['Dans ce cas, Liang part.', 'In this case, he leaves.', ['Liang']],
  ['On choisit *le chat que Liang aime*.', 'You choose *the cat*.', ['Liang']],
  ['On choisit *le chat de Liang*.', 'You choose *the cat*.', ['Liang']],
  [`Ouvrez les menus ${'X'.padEnd(51, 'a')} et Liang.`, 'Open both.', ['Liang']],
  ['Le FBI et la SEC.', 'The F.B.I. and others.', ['SEC']],
];

describe('a name that is there is not told of', () => {
  test.each(KEPT)('%s | %s', (french, english) => {
    expect(lost(french, english)).toEqual([]);
  });
});

describe('a name that is lost is', () => {
  test.each(LOST)('%s | %s', (french, english, names) => {
    expect(lost(french, english)).toEqual(names);
  });
});

test('a word that the article also writes in small letters is no name', () => {
  const [french, english] = ['Il ouvre le Dépôt.', 'He opens it.'];
  expect([lost(french, english), lost(french, english, ['Un dépôt est vide.'])]).toEqual([['Dépôt'], []]);
});

test('the tables have as many lost names as kept ones', () => {
  expect([KEPT.length >= 60, LOST.length >= 60]).toEqual([true, true]);
});

test('a name of two lists stands once, with the forms of both', () => {
  const names = [...collectNameForms().values()].flat().map(({ words }) => words.join(' '));
  const galilee = collectNameForms().get('galilee')?.[0]?.forms;
  expect([new Set(names).size === names.length, galilee]).toEqual([true, ['galilee', 'galileo']]);
});
