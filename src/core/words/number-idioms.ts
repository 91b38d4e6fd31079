import type { Language } from '../model/concept.ts';
import type { Span } from '../model/rich-text.ts';

/**
 * Idioms whose number counts nothing: the other language has its own, or says it plainly. Those that end in a full stop
 * are idioms where no word follows: nobody would be gone “en moins de deux” who needs two hours.
 */
const IDIOMS: Readonly<Record<Language, readonly string[]>> = {
  fr: [
    'par quatre chemins; à quatre pattes; à quatre épingles; cheveux en quatre; entre quatre yeux; aux quatre vents',
    'se mettre en quatre; se met en quatre; se mettent en quatre; mis en quatre; mise en quatre; mises en quatre',
    'se plier en quatre; se plie en quatre; manger comme quatre; mange comme quatre; mangent comme quatre',
    'un de ces quatre.; un de ces quatre matins; les quatre cents coups; ses quatre vérités; aux quatre coins',
    'quatre à quatre; des quatre jeudis; pierre deux coups; en moins de deux.; à deux doigts; à deux pas',
    'en deux temps, trois mouvements; en deux temps trois mouvements; ni une ni deux; jamais deux sans trois',
    'deux poids, deux mesures; deux poids deux mesures; deux poids et deux mesures; à deux fois.; à deux fois avant',
    "de deux choses l'une; deux gouttes d'eau; entre deux eaux; entre deux chaises; plutôt deux fois qu'une",
    'deux mots à dire; haut comme trois pommes; trois fois rien; cinq sur cinq; en cinq sec; cinquième roue',
    'trente-six chandelles; trente-six fois; trente-six façons; trente-six solutions; sept fois sa langue',
    "septième ciel; les cent pas; aux cent coups; à cent lieues; à mille lieues; à cent à l'heure; donne en mille",
    "mille mercis; mille excuses; mille et des cents; dans le mille; sur son trente et un; l'an quarante",
    'chercher midi à quatorze heures; cherche midi à quatorze heures; treize à la douzaine',
  ].flatMap((line) => line.split('; ')),
  en: [
    'eleventh hour; a million miles away; a million miles from; cloud nine; forty winks; two and two together',
    'my two cents; your two cents; his two cents; her two cents; their two cents; nine-to-five; fifty-fifty',
  ].flatMap((line) => line.split('; ')),
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
    .replaceAll(/[\u00a0\u202f]/g, ' ');
  return IDIOMS[language].some((written) => {
    const idiom = written.replace('.', '');
    const at = around.indexOf(idiom, end - from - idiom.length);
    const behind = around.slice(at + idiom.length);
    const goesOn = idiom === written ? /^\p{L}/u : /^ ?[\p{L}\d]/u;
    return at >= 0 && from + at <= start && !/\p{L}/u.test(around.charAt(at - 1)) && !goesOn.test(behind);
  });
}
