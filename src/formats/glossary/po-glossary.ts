import { headerOf } from '../po/languages.ts';

/** Flags that Weblate gives terms alone. */
const TERM_FLAGS = /^#,(?:.*[\s,])?(?:terminology|forbidden)[ \t]*(?:,|\r?$)/m;
/** What `poterminology` of translate-toolkit, and so Pootle, writes beside each term. */
const POTERMINOLOGY = /^#.*\(poterminology\)/m;
/** A header whose project is called a glossary. */
const NAMED =
  /"(?:Project-Id-Version|X-Domain|Report-Msgid-Bugs-To):[^\n]*(?<![a-z])(?:glossar(?:y|ies)|glossaires?|terminolog(?:y|ie)|termbase|lexique)(?![a-z])/i;
/** `glossary.po`, `pootle-terminology-fr.po` */
const FILE =
  /(?:^|[/\\])(?:pootle-)?(?:glossary|glossaire|terminology|terminologie|termbase|lexique)(?:[._-][a-z]{2}(?:[_-][a-z]{2})?)?\.po$/i;

/** Whether a catalogue says that it is a glossary: by flags, comments or the header of its tool, or by its name. */
export function saysGlossary(text: string, file: string): boolean {
  if (TERM_FLAGS.test(text) || POTERMINOLOGY.test(text)) return true;
  const header = headerOf(text);
  return NAMED.test(header) || (FILE.test(file) && !header.includes('"Project-Id-Version: visavis'));
}
