/** A line of Pandoc’s: the title, those who wrote it, the day. */
const PERCENT = /^%(?:[ \t](.*))?$/;
/** A line of MultiMarkdown, and of Pelican. */
const FIELD = /^([\p{L}][\p{L}\d_ -]{0,40}?)[ \t]*:(?:[ \t]+(\S.*)|[ \t]*)$/u;
const GOES_ON = /^[ \t]+\S/;
const TITLE = /^(?:title|titre)$/i;
const MOST_LINES = 100;

/**
 * A Markdown file whose head is one of Pandoc (`% Titre`) or MultiMarkdown (`Title: Titre`), with the same in YAML; any
 * other file as it is.
 */
export function withYamlHead(text: string): string {
  const lines = text.replace(/^\ufeff/, '').split('\n', MOST_LINES);
  const end = lines.findIndex((line) => line.trim() === '');
  const head = (end < 0 ? lines : lines.slice(0, end)).map((line) => line.trimEnd());
  const fields = pandocFields(head) ?? plainFields(head);
  if (fields === null) return text;
  const written = fields.map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  const length = lines.slice(0, head.length).reduce((sum, line) => sum + line.length + 1, 0);
  return `---\n${written.join('')}---\n${text.replace(/^\ufeff/, '').slice(length)}`;
}

type Fields = readonly (readonly [key: string, value: string])[];

function pandocFields(head: readonly string[]): Fields | null {
  const joined = joinLines(head);
  const values = joined
    .map((line) => PERCENT.exec(line))
    .map((found) => (found === null ? undefined : (found[1] ?? '').trim()));
  if (!values[0] || values.length > 3 || values.includes(undefined)) return null;
  return ['title', 'author', 'date'].flatMap((key, i) => (values[i] ? [[key, values[i]] as const] : []));
}

function plainFields(head: readonly string[]): Fields | null {
  const found = joinLines(head).map((line) => FIELD.exec(line));
  const fields = found.flatMap((field) => (field === null ? [] : [[keyOf(field[1] ?? ''), field[2] ?? ''] as const]));
  const keys = new Set(fields.map(([key]) => key));
  return fields.length === found.length && keys.size === fields.length && keys.has('title') ? fields : null;
}

function keyOf(written: string): string {
  return TITLE.test(written) ? 'title' : written.trim().toLowerCase().replaceAll(' ', '-');
}

/** Lines that begin with a space go on with the one before. */
function joinLines(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (const line of lines)
    if (joined.length > 0 && GOES_ON.test(line)) joined.push(`${joined.pop()} ${line.trim()}`);
    else joined.push(line);
  return joined;
}
