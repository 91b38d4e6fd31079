/**
 * Two texts that say the same, as Markdown without front matter, and which English blocks go with which French ones.
 */
export interface TextPair {
  readonly what: string;
  readonly french: string;
  readonly english: string;
  /** `p2=1`: unit p2 with the second English block; `p3=`: nothing; `=4`: English only; `p5=6 p6=6`: cut. */
  readonly rows: string;
}

export const TEXTS: readonly TextPair[] = [
  {
    what: 'news about a language model, paragraph for paragraph',
    french: `# Un modèle de langue apprend à se taire

Une équipe de Grenoble a présenté lundi un modèle qui préfère ne rien dire plutôt que d’inventer.

## Trois ans de travail

Le projet est né en 2023, quand un libraire a reçu une liste de quarante livres dont aucun n’existait.

« Nous voulions une machine qui avoue son ignorance », explique la directrice, Inès Morand.

Le modèle compte 7 milliards de paramètres et tient sur un ordinateur portable.

## Ce qui reste à faire

Les chercheurs cherchent encore comment le rendre moins bavard en japonais.`,
    english: `# A language model learns to keep quiet

On Monday a team in Grenoble presented a model that would rather say nothing than make things up.

## Three years of work

The project began in 2023, when a bookseller was handed a list of forty books, none of which existed.

“We wanted a machine that admits what it does not know,” says the director, Inès Morand.

The model has 7 billion parameters and fits on a laptop.

## What is left to do

The researchers are still looking for a way to make it less talkative in Japanese.`,
    rows: 'p1=0 p2=1 p3=2 p4=3 p5=4 p6=5 p7=6 p8=7',
  },
  {
    what: 'the rules of a club: a paragraph dropped, one added',
    french: `# Statuts de l’association

## Article premier

L’association a pour but de prêter des vélos aux habitants de la vallée.

## Article 2

Le siège est fixé à la mairie de Saint-Rémy, 4 place du Marché.

La durée de l’association est illimitée.

## Article 3

Chaque membre verse une cotisation de 12 euros par an, avant le 31 mars.

Le trésorier tient les comptes et les présente une fois par an à l’assemblée générale.`,
    english: `# Articles of the association

## Article 1

The purpose of the association is to lend bicycles to the inhabitants of the valley.

## Article 2

Its headquarters are at the town hall of Saint-Rémy, 4 place du Marché.

## Article 3

Each member pays a fee of 12 euros a year, before March 31.

This translation has no legal force; in a dispute, ask a lawyer who reads the original wording.

The treasurer keeps the accounts and presents them to the general assembly once a year.`,
    rows: 'p1=0 p2=1 p3=2 p4=3 p5=4 p6= p7=5 p8=6 =7 p9=8',
  },
  {
    what: 'a recipe with lists: two steps in one',
    french: `# Soupe de courge

Pour quatre personnes :

- 1 kg de courge
- 2 oignons
- 50 cl de lait
- une noix de beurre

Épluchez la courge et coupez-la en morceaux.

Faites fondre le beurre dans une marmite, puis ajoutez les oignons hachés.

Laissez cuire trente minutes à feu doux. Versez enfin le lait et mixez le tout.

Servez la soupe bien chaude avec du pain grillé.`,
    english: `# Pumpkin soup

Serves four:

- 1 kg pumpkin
- 2 onions
- 50 cl milk
- a knob of butter

Peel the pumpkin and cut it into pieces. Melt the butter in a pot, then add the chopped onions.

Cook over low heat for thirty minutes. Finally pour in the milk and blend everything.

Serve the soup hot with toasted bread.`,
    rows: 'p1=0 p2=1 p3=2 p4=3 p5=4 p6=5 p7=6 p8=6 p9=7 p10=8',
  },
  {
    what: 'a letter: a paragraph split in two, and one at another place',
    french: `# Lettre à ma sœur

Chère Louise,

Merci pour le colis. Les enfants ont mangé le chocolat le soir même, et le pull vert me va très bien.

Le chien a encore cassé la clôture du voisin, qui parle maintenant d’avocat.

Papa va mieux. Le médecin passe le mardi et le vendredi, et lui défend le sel.

Nous pensons venir à Noël si la neige ne bloque pas le col.

Je t’embrasse,

Marthe`,
    english: `# Letter to my sister

Dear Louise,

We plan to come at Christmas if snow does not block the pass.

Thank you for the parcel.

The children ate the chocolate that very evening, and the green sweater fits me very well.

The dog has broken the fence of our neighbor again, who now talks of lawyers.

Dad is better. The doctor comes on Tuesdays and Fridays, and forbids him salt.

With love,

Marthe`,
    rows: 'p1=0 p2=1 p3=3+4 p4=5 p5=6 p6=2 p7=7 p8=8',
  },
  {
    what: 'a manual: two warnings that change places, and code',
    french: `# Installer la pompe

## Avant de commencer

Coupez le courant et fermez le robinet d’arrivée d’eau.

> Ne faites jamais tourner la pompe à vide : le joint brûle en quelques secondes.

> Gardez les enfants et les animaux loin du bassin pendant les travaux.

## Régler le débit

Tapez la commande suivante dans le terminal de la pompe :

    debit --litres 40 --minute

L’écran affiche alors la pression en bars. Au-dessus de 3 bars, ouvrez la vanne d’un quart de tour.`,
    english: `# Installing the pump

## Before you begin

Switch off the power and close the water inlet tap.

> Keep children and animals away from the basin during the work.

> Never run the pump dry: the seal burns within seconds.

## Setting the flow

Type the following command in the terminal of the pump:

    debit --litres 40 --minute

The screen then shows the pressure in bars. Above 3 bars, open the valve by a quarter turn.`,
    rows: 'p1=0 p2=1 p3=2 p4=4 p5=3 p6=5 p7=6 p9=8',
  },
  {
    what: 'a guide to a museum: the English gives the beginning only',
    french: `# Le musée de la dentelle

Le musée occupe une ancienne filature au bord de la rivière.

Au rez-de-chaussée, douze métiers à tisser du dix-neuvième siècle marchent encore chaque dimanche.

L’étage présente des robes de mariée, des éventails et le col d’une reine.

Un escalier mène au grenier, où les ouvrières séchaient le fil.

Le jardin est ouvert de mai à septembre.

L’entrée coûte 6 euros ; elle est gratuite pour les moins de dix ans.

Le café vend des tartes aux pommes et du cidre.`,
    english: `# The lace museum

The museum occupies a former spinning mill on the bank of the river.

On the ground floor, twelve looms from the nineteenth century still run every Sunday.

The upper floor shows wedding dresses, fans and the collar of a queen.`,
    rows: 'p1=0 p2=1 p3=2 p4=3 p5= p6= p7= p8=',
  },
  {
    what: 'a court ruling: three paragraphs as one sentence, which cannot be cut',
    french: `# Décision du 14 juin

Le tribunal a entendu la commune.

Il a entendu aussi les trois riverains.

La demande de la société est rejetée.

Elle paiera 2 000 euros aux riverains, dans un délai de deux mois.`,
    english: `# Ruling of June 14

Having heard the municipality as well as the three local residents, the court rejects the request of the company.

It shall pay 2,000 euros to the residents within two months.`,
    rows: 'p1=0 p2=1 p3=" p4=" p5=2',
  },
];
