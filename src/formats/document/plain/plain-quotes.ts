/** As mails quote what they answer to, and what that answered: `> > Bonjour`. A figure behind it says “more than”. */
const QUOTED = /^>(?![ \t\u00a0\u202f]?\d)(?:[ \t]?>)*[ \t]?/;

/** The parts of a block, each of lines that are quoted alike, or not; a sign by itself is an empty line. */
export function quotedParts(block: string): string[] {
  const parts: { sign: string; lines: string[] }[] = [];
  let isOpen = false;
  for (const line of block.split('\n')) {
    const [lead = ''] = QUOTED.exec(line) ?? [];
    const sign = lead.replaceAll(/[^>]/g, '');
    if (sign !== '' && line.slice(lead.length).trim() === '') isOpen = false;
    else {
      const last = parts.at(-1);
      if (isOpen && last?.sign === sign) last.lines.push(line);
      else parts.push({ sign, lines: [line] });
      isOpen = true;
    }
  }
  return parts.map(({ lines }) => lines.join('\n'));
}

/** The lines of a part without the signs of quoting; null where it is not quoted. */
export function unquoted(part: string): string | null {
  if (!QUOTED.test(part)) return null;
  return part
    .split('\n')
    .map((line) => line.replace(QUOTED, ''))
    .join('\n');
}
