/** A stretch of text, with no other in it; the first group is what it looks like, the second what it says. */
const RUN =
  /<w:r(?:\s[^<>]*)?>\s*<w:rPr>((?:(?!<\/?w:rPr>|<w:r[\s>])[\s\S])*)<\/w:rPr>((?:(?!<w:r[\s>]|<\/w:r>)[\s\S])*)<\/w:r>/g;
const HIDDEN = /<w:vanish(?:\s+w:val="(?:1|true|on)")?\s*\/>/;
const TEXT = /<w:t(?:\s[^<>]*)?>[^<]/;

/** A part of a Word document without the text that Word shows to nobody but those who write. */
export function withoutHidden(xml: string): string {
  if (!xml.includes('<w:vanish')) return xml;
  return xml.replaceAll(RUN, (run: string, look: string, said: string) => {
    return HIDDEN.test(look) && TEXT.test(said) ? '' : run;
  });
}
