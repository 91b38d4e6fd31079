import type { Language } from '../model/concept.ts';
import type { Span } from '../model/rich-text.ts';

/** Idioms whose number counts nothing: the other language has its own, or says it plainly. */
const IDIOMS: Readonly<Record<Language, readonly string[]>> = {
  fr: [
    'par quatre chemins,à deux doigts,à deux pas,à quatre pattes,à quatre épingles,cheveux en quatre,entre quatre yeux',
    'se mettre en quatre,se met en quatre,se mettent en quatre,mis en quatre,mise en quatre,mises en quatre',
    'se plier en quatre,se plie en quatre,comme quatre,un de ces quatre,les quatre cents coups,ses quatre vérités',
    'aux quatre vents,aux quatre coins,quatre à quatre,des quatre jeudis,pierre deux coups,en moins de deux',
    'en deux temps,trois mouvements,deux poids,deux mesures,ni une ni deux',
    "jamais deux sans trois,de deux choses l'une,deux gouttes d'eau,entre deux eaux,entre deux chaises,à deux fois",
    "plutôt deux fois qu'une,deux mots à dire,haut comme trois pommes,trois fois rien,cinq sur cinq,en cinq sec",
    'cinquième roue,trente-six chandelles,trente-six fois,trente-six façons,trente-six solutions,sept fois sa langue',
    "septième ciel,les cent pas,aux cent coups,à cent lieues,à mille lieues,à cent à l'heure,donne en mille",
    "mille mercis,mille excuses,mille et des cents,dans le mille,sur son trente et un,l'an quarante",
    'midi à quatorze heures,treize à la douzaine',
  ].flatMap((line) => line.split(',')),
  en: [
    'eleventh hour',
    'a million miles',
    'cloud nine',
    'forty winks',
    'two cents',
    'two and two together',
    'nine-to-five',
    'fifty-fifty',
  ],
};
/** How far an idiom may reach beyond its number. Characters. */
const REACH = 30;

/** Whether a number stands in an idiom and counts nothing: à deux doigts de, the eleventh hour. */
export function isIdiom(text: string, { start, end }: Span, language: Language): boolean {
  const from = Math.max(0, start - REACH);
  const around = text
    .slice(from, end + REACH)
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll('\u00a0', ' ');
  return IDIOMS[language].some((idiom) => {
    const at = around.indexOf(idiom);
    return at >= 0 && from + at <= start && from + at + idiom.length >= end && !/\p{L}/u.test(around.charAt(at - 1));
  });
}
