import type { Nodes } from 'mdast';

/** Said of a heading that stands above all of the text. */
export const ABOVE_TEXT = 'a heading of the page';
/** Said of what is told of an article, and is none of it. */
export const ABOUT_ARTICLE = 'about the article';

const LINES: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:[àa] )?(?:re)?(?:lire|voir|[ée]couter)(?: aussi| [ée]galement| notre \p{L}+| le reportage)?\s?[:>|→►-]/iu,
    'leads to another article',
  ],
  [
    /^(?:[àa] )?(?:re)?(?:lire|voir|[ée]couter|d[ée]couvrir|d[ée]couvrez)(?: aussi| [ée]galement)(?!\p{L})(?!.*[.!?] .{40})/iu,
    'leads to another article',
  ],
  // What it leads to stands right behind it, in a link.
  [/^[ÀA] (?:LIRE|VOIR) AUSSI(?=\p{Lu}\p{Ll}|\p{Lu}[’ ])/u, 'leads to another article'],
  [/^(?:[>→►»]\s?)?(?:lire|voir) (?:la suite|plus|l[’']article|tous les|toutes les)/iu, 'leads to another article'],
  [
    /^(?:lire|voir|[ée]couter) (?:notre|le|l[’']) ?(?:article|dossier|enqu[êe]te|reportage|entretien|interview|[ée]ditorial|d[ée]cryptage|portrait|podcast|live)/iu,
    'leads to another article',
  ],
  [
    /^(?:sur le m[êe]me sujet|en savoir plus|pour en savoir plus|article pr[ée]c[ée]dent|article suivant)\s?[:>|→]?/iu,
    'leads to another article',
  ],
  [
    /^(?:la suite apr[èe]s (?:la|cette) publicit[ée]|passer la publicit[ée]|publicit[ée]|annonce|contenu sponsoris[ée]|sponsoris[ée]|contenus? partenaires?)\s?[:.]?$/iu,
    'an advertisement',
  ],
  [
    /^(?:abonnez-vous|s[’']abonner|je m[’']abonne|d[ée]j[àa] abonn[ée]|vous [êe]tes abonn[ée]|se connecter|testez (?:gratuitement|sans engagement))/iu,
    'asks for a subscription',
  ],
  // A text may say how something is done: “Créez un compte, puis déposez vos pièces.”
  [
    /^(?:cr[ée]ez?|ouvrez) (?:un|votre) compte(?: ?[.!]?$|.{0,120}(?:gratuit|abonn|article|lire|lecture|commenter|newsletter))/iu,
    'asks for a subscription',
  ],
  [
    /^(?:connectez-vous|profitez de)(?: ?[.!]?$|.{0,120}(?:abonn|offre|article|lire|lecture|commenter|mois|€|sans engagement))/iu,
    'asks for a subscription',
  ],
  [
    /(?:r[ée]serv[ée]e? (?:aux|[àa] nos) abonn[ée]s|il vous reste \d+[\s\u00a0]?%|pour lire la suite|lire la suite de (?:cet|l))/iu,
    'asks for a subscription',
  ],
  [
    /(?:newsletter|infolettre|lettre d[’']information)s?\b.{0,120}(?:abonn|inscri|re[çc]ev)|(?:abonn|inscri|re[çc]ev).{0,120}(?:newsletter|infolettre|lettre d[’']information)/iu,
    'asks for a subscription',
  ],
  [
    /(?:abonnez|inscrivez)-vous (?:gratuitement|d[èe]s (?:maintenant|aujourd[’']hui)|[àa] (?:notre|nos|cette) (?:lettre|infolettre))/iu,
    'asks for a subscription',
  ],
  [
    /^(?:votre )?(?:adresse )?e-?mail\b.{0,80}(?:inscri|valid|abonn)|^(?:inscription|inscrivez-vous)\b/iu,
    'asks for a subscription',
  ],
  [
    /\bcookies?\b.{0,150}(?:accept|param[ée]tr|refus|consent)|(?:accept|param[ée]tr|refus|consent).{0,150}\bcookies?\b/iu,
    'asks about cookies',
  ],
  [
    /^d[ée]claration d[’']int[ée]r[êe]ts$|\bne conseille(?:nt)? pas, ne poss[èe]de(?:nt)? pas de parts\b/iu,
    ABOUT_ARTICLE,
  ],
  [/^(?:suivez|retrouvez|rejoignez|likez)(?:-nous| nous| notre|-moi)\b/iu, 'asks to be followed'],
  [/^(?:partage[rz]|faites tourner)(?:[ -](?:cet|l[’']|sur|la|le|via|ce|cette)|$)/iu, 'a line for sharing'],
  [
    /^(?:publi[ée]e?|v[ée]rifi[ée]e?|post[ée]e?|mise? (?:[àa] jour|en ligne)|modifi[ée]e?|actualis[ée]e?|derni[èe]re (?:mise [àa] jour|modification))\s?(?:le|par|[àa]|:|il y a)(?!\p{L}).{0,100}$/iu,
    'a line about the article',
  ],
  [
    /^date de (?:publication|modification|parution|(?:la )?(?:derni[èe]re )?mise [àa] jour) ?(?:: ?[\d /.-]*(?:[\p{L}.]{3,10} \d{4})?)?$/iu,
    'a line about the article',
  ],
  [
    /^(?:temps de )?lecture\s?:?\s?\d+\s?min|^\d+\s?min(?:utes?|\.)? (?:de )?lecture|^il y a \d+ (?:minutes?|heures?|jours?)/iu,
    'a line about the article',
  ],
  [
    /^(?:cr[ée]dits?(?: photos?)?|photos?|illustration|image|l[ée]gende|copyright|source de l[’']image)\s?[:©].{0,160}$|^©.{0,160}$|\s©[\p{L}\p{M} /.,'’-]{2,60}$/iu,
    'a caption',
  ],
  [
    /(?:^|[.»]\s)Photos?\s(?:D\.?R\.?|AFP|AP|EPA|Reuters|Sipa|Getty Images|\p{Lu}\p{Ll}+(?:[ -]\p{Lu}[\p{L}’-]+){1,3})$/u,
    'a caption',
  ],
  [
    /^(?:cette (?:page|fiche|r[ée]ponse|information)|cet article|ce contenu) vous a(?:-t-(?:elle|il))? (?:[ée]t[ée] utile|aid[ée]|plu|int[ée]ress[ée])/iu,
    'a line about the site',
  ],
  [/^(?:\d+|aucune?|no) (?:vues?|views?|commentaires?|j[’']aime)$/iu, 'comments of readers'],
  [/^(?:posts?|billets?) (?:r[ée]cents?|similaires?|li[ée]s)(?: ?voir tout)?$/iu, 'leads to another article'],
  [/^tous droits r[ée]serv[ée]s|^mentions l[ée]gales|^politique de confidentialit[ée]/iu, 'a line about the site'],
  [
    /^(?:haut de (?:la )?page|retour (?:en haut|au sommaire|[àa] la liste|[àa] l[’']accueil))\s?[.↑]?$/iu,
    'a line about the site',
  ],
  [/^cliquez (?:ici )?pour (?:d[ée]velopper|afficher|agrandir|d[ée]rouler).{0,40}$/iu, 'a line about the site'],
  [/^(?:in|out|entr[ée]e|sortie) ?\[\d*\] ?:$/iu, 'a prompt of a notebook'],
  [/^texte int[ée]gral$/iu, ABOVE_TEXT],
  [/^(?:\p{Extended_Pictographic}\ufe0f|[\u{1f000}-\u{1faff}]|\s)+$/u, 'a sign without words'],
  [
    /^(?:th[èe]mes?|mots[- ]cl[ée]s|rubriques?|tags?|[ée]tiquettes?|cat[ée]gories?)\s?:?$/iu,
    'a line about the article',
  ],
  [
    /^(?:(?:\d+ )?(?:comments?|likes?|shares?)|leave a (?:comment|reply)|no comments(?: yet)?)$/iu,
    'comments of readers',
  ],
  [
    /^(?:related (?:posts|articles|stories)|you may also like|read (?:more|next|also)|(?:previous|next) (?:post|article)|more from)(?!\p{L}).{0,60}$/iu,
    'leads to another article',
  ],
  [/^(?:share|share this(?: (?:post|article))?|follow|listen|print|save)$/iu, 'a line for sharing'],
  [/^(?:subscribe|sign (?:in|up)|log in|get the newsletter)(?!\p{L}).{0,60}$/iu, 'asks for a subscription'],
  [
    /^(?:soyez le premier|aucun commentaire|les commentaires sont|commentaires (?:ferm[ée]s|d[ée]sactiv[ée]s)|signaler (?:un|ce|une))/iu,
    'comments of readers',
  ],
];
const LONGEST = 300;
/** A line of names of places where one shares, and nothing else. */
const SHARING = new Set(
  (
    'facebook twitter x linkedin whatsapp messenger telegram pinterest reddit bluesky mastodon threads instagram email ' +
    'e-mail mail courriel imprimer partager partagez tweeter envoyer sms flipboard commenter enregistrer'
  ).split(' '),
);
const BETWEEN = new Set('sur par le lien copier via et'.split(' '));

/** Why a line may be no part of an article, by its words; null for no reason. */
export function lineDoubt(node: Nodes): string | null {
  if (node.type === 'code' || node.type === 'footnoteDefinition' || node.type === 'blockquote') return null;
  const words = plainText(node)
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .trim();
  if (words.length > LONGEST || words === '') return null;
  if (isSharing(words)) return 'a line for sharing';
  return LINES.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

function isSharing(words: string): boolean {
  const said = words
    .toLowerCase()
    .split(/[\s,|·•/]+/)
    .filter((word) => word !== '' && !/^\d+$/.test(word));
  return said.some((word) => SHARING.has(word)) && said.every((word) => SHARING.has(word) || BETWEEN.has(word));
}

/** The words of a block without its marks. */
export function plainText(node: Nodes): string {
  if ('value' in node) return node.value;
  if (!('children' in node)) return node.type === 'break' ? ' ' : '';
  const between = /^(?:root|list|listItem|blockquote|table|tableRow)$/.test(node.type) ? ' ' : '';
  return (node.children as Nodes[]).map(plainText).join(between);
}
