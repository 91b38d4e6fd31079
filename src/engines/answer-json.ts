/** Levels of brackets in an answer; what nests deeper is no translation. */
const MOST_LEVELS = 40;

const [QUOTE, BACKSLASH] = [0x22, 0x5c];

/**
 * Reads JSON of a stranger. Nesting is looked at first: brackets alone, two million of them, hold the parser for
 * seconds, and whatever walks through what it made would not come back.
 *
 * @throws {SyntaxError} for what is no JSON, or nests deeper than 40 levels
 */
export function parseAnswer(text: string): unknown {
  if (isTooDeep(text)) throw new SyntaxError(`More than ${MOST_LEVELS} levels`);
  return JSON.parse(text);
}

function isTooDeep(text: string): boolean {
  let levels = 0;
  let isInText = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) isInText = !isInText;
    else if (isInText && unit === BACKSLASH) at += 1;
    else if (!isInText && '[{'.includes(text.charAt(at))) levels += 1;
    else if (!isInText && ']}'.includes(text.charAt(at))) levels -= 1;
    if (levels > MOST_LEVELS) return true;
  }
  return false;
}
