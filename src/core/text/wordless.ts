import type { Span } from '../model/rich-text.ts';

/** What no address and no file name goes on over: spaces, quotation marks, brackets of markup. */
const CHUNK = /[^\s<>"«»“”„[\]`|]+/gu;
/** A chunk without any of these is words. */
const TELLTALE = /[./@#:\\]/;
/** What may stand in front: brackets, signs of emphasis, an elided word. */
const BEFORE = /^(?:(?:[({'‘*_¿¡]|~(?!\/))+|(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’])+/iu;
const CLOSING = /[.,;:!?…'’*~_}]$/u;

/** Last parts of host names that are no French or English word by themselves, and those that are. */
const DOMAINS = new Set(
  'com org net edu gov info biz fr eu uk ch ca us jp cn ru br nl pl io ai dev app tech cloud online site blog xyz gouv'.split(
    ' ',
  ),
);
const AMBIGUOUS_DOMAINS = new Set('de it es be at me no so in is to co tv fm la ma re se pt paris'.split(' '));
/** Endings of file names. */
const FILES = new Set(
  `py ipynb js mjs cjs ts tsx jsx json jsonl ndjson yaml yml toml ini cfg conf env xml html htm css scss csv tsv tab txt md mdx rst tex bib
  pdf doc docx odt rtf xls xlsx ods ppt pptx odp epub png jpg jpeg gif svg webp bmp ico mp3 mp4 wav flac ogg avi mov mkv zip gz tgz tar bz2 xz
  7z rar sh bash zsh bat ps1 exe dll dylib deb rpm whl jar apk iso img c h cc cpp hpp cu cs java kt rs go rb php pl swift scala jl lua r sql db
  sqlite parquet arrow feather hdf5 h5 npy npz pkl pickle pt pth ckpt onnx gguf ggml safetensors bin model tflite pb po pot mo tbx tmx xliff xlf
  log lock bak tmp diff patch`.split(/\s+/),
);
/** Endings that products and companies have in their names: Node.js, Booking.com. */
const NAME_ENDINGS = new Set('js com ai io org net dev app'.split(' '));

/**
 * The stretches of a text that are shown but are no words of a language: addresses with or without their scheme, mail
 * addresses, file names and paths, handles and hashtags. In order, not overlapping. Linear: each chunk between spaces
 * is looked at once.
 */
export function findWordless(text: string): Span[] {
  if (!TELLTALE.test(text)) return [];
  const spans: Span[] = [];
  for (const { 0: chunk, index } of text.matchAll(CHUNK)) {
    if (!TELLTALE.test(chunk) || chunk.length < 3) continue;
    const lead = BEFORE.exec(chunk)?.[0].length ?? 0;
    const found = stretchIn(trimmed(chunk.slice(lead)));
    if (found !== null) spans.push({ start: index + lead + found.start, end: index + lead + found.end });
  }
  return spans;
}

/** A chunk without the signs that end a sentence or close a bracket opened before it. */
function trimmed(chunk: string): string {
  let end = chunk.length;
  let open = 0;
  for (let i = 0; i < end; i += 1) {
    if (chunk[i] === '(') open += 1;
    if (chunk[i] === ')') open -= 1;
    if (open < 0) end = i;
  }
  while (end > 0 && CLOSING.test(chunk.charAt(end - 1))) end -= 1;
  return chunk.slice(0, end);
}

function stretchIn(chunk: string): Span | null {
  const scheme = schemeIn(chunk);
  if (scheme !== null) return { start: scheme, end: chunk.length };
  if (isPath(chunk) || isMail(chunk) || isHost(chunk) || isFileName(chunk)) return { start: 0, end: chunk.length };
  const tag = /^(?:@[\p{L}\p{N}_]|#(?=[\p{N}_]*\p{L})[\p{L}\p{N}_])[\p{L}\p{M}\p{N}_]*(?:[.-][\p{L}\p{N}_]+)*/u.exec(
    chunk,
  );
  return tag === null ? null : { start: 0, end: tag[0].length };
}

/** Where `https://` and the like begin; `mailto:`, `www.` too. Null without one. */
function schemeIn(chunk: string): number | null {
  if (/^(?:www\.|(?:mailto|tel|doi|urn|arxiv|data):)[^\s.]/i.test(chunk)) return 0;
  const slashes = chunk.indexOf('://');
  if (slashes < 1) return null;
  let start = slashes;
  while (start > 0 && slashes - start < 20 && /[a-z0-9+.-]/i.test(chunk.charAt(start - 1))) start -= 1;
  return start < slashes ? start : null;
}

/** `/usr/lib`, `./jeton`, `~/jeton`, `C:\\jeton` */
function isPath(chunk: string): boolean {
  return /^(?:~|\.{1,2})?\/[\p{L}\p{N}_.]/u.test(chunk) || /^[a-z]:\\./i.test(chunk);
}

function isMail(chunk: string): boolean {
  const [local = '', host = '', ...more] = chunk.split('@');
  return (
    local !== '' &&
    more.length === 0 &&
    /^[\p{L}\p{N}._%+-]+$/u.test(local) &&
    /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(host)
  );
}

/** `exemple.fr`, `exemple.fr/jeton`; a name such as Booking.com is none. */
function isHost(chunk: string): boolean {
  const [host = ''] = chunk.split(/[/?#:]/, 1);
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  const goesOn = chunk.length > host.length + 1;
  if (labels.length < 2 || !labels.every((label) => /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i.test(label))) return false;
  if (/^\p{Lu}/u.test(host) && !goesOn) return false;
  return DOMAINS.has(last) || (AMBIGUOUS_DOMAINS.has(last) && (goesOn || labels.length > 2));
}

/** `jeton.py`, `src/jeton.py`; a name such as Node.js is none. */
function isFileName(chunk: string): boolean {
  const name = /[^/\\]+$/.exec(chunk)?.[0] ?? '';
  const dot = name.lastIndexOf('.');
  const ending = name.slice(dot + 1);
  if (dot < 1 || !/^[\p{L}\p{M}\p{N}_.()-]+$/u.test(name)) return false;
  if (NAME_ENDINGS.has(ending) && /^\p{Lu}/u.test(chunk)) return false;
  return FILES.has(ending) || (FILES.has(ending.toLowerCase()) && ending === ending.toUpperCase() && ending.length > 1);
}
