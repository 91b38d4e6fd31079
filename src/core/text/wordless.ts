import type { Span } from '../model/rich-text.ts';

/** What no address goes on over: spaces and quotation marks. */
const RUN = /[^\s<>"«»“”„`]+/gu;
/** Between addresses also signs that part words, so that a list of files is seen file by file. */
const CHUNK = /[^,;!…|[\]]+/gu;
/** A run without any of these is words. */
const TELLTALE = /[./@#:\\]/;
/** What may stand in front: brackets, signs of emphasis, an elided word. */
const BEFORE = /^(?:(?:[({'‘*_¿¡]|~(?!\/))+|(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’])+/iu;
const CLOSING = /[.,;:!?…'’*_~}]$/u;
const FORMULA = /\$\$[^$]{1,2000}\$\$/g;
/** The name of a file, and all that is looked at of a chunk without a scheme. Characters. */
const [LONGEST_NAME, LONGEST_CHUNK] = [255, 2000];

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
 * addresses, file names and paths, handles and hashtags, formulas between double dollars. In order. Linear: each run
 * between spaces is looked at once.
 */
export function findWordless(text: string): Span[] {
  const spans: Span[] = [];
  if (text.includes('$$')) {
    for (const { 0: formula, index } of text.matchAll(FORMULA))
      spans.push({ start: index, end: index + formula.length });
  }
  if (!TELLTALE.test(text)) return spans;
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (!TELLTALE.test(run)) continue;
    const address = addressIn(run);
    if (address !== null) spans.push(moved(address, index));
    else for (const span of namesIn(run)) spans.push(moved(span, index));
  }
  return spans.sort((a, b) => a.start - b.start);
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** An address with its scheme; it may hold brackets and bars. */
function addressIn(run: string): Span | null {
  const start = schemeIn(run);
  return start === null ? null : { start, end: start + trimmed(run.slice(start)).length };
}

/** What is no word in a run without a scheme, piece by piece. */
function* namesIn(run: string): Generator<Span> {
  for (const { 0: piece, index } of run.matchAll(CHUNK)) {
    if (piece.length < 3 || piece.length > LONGEST_CHUNK || !TELLTALE.test(piece)) continue;
    const lead = BEFORE.exec(piece)?.[0].length ?? 0;
    const found = stretchIn(trimmed(piece.slice(lead)));
    if (found !== null) yield moved(found, index + lead);
  }
}

/** A chunk without the signs that end a sentence or close a bracket opened before it. */
function trimmed(chunk: string): string {
  let end = chunk.length;
  const open = { '(': 0, '[': 0 };
  for (let i = 0; i < end; i += 1) {
    const sign = chunk[i];
    if (sign === '(' || sign === '[') open[sign] += 1;
    if (sign === ')') open['('] -= 1;
    if (sign === ']') open['['] -= 1;
    if (open['('] < 0 || open['['] < 0) end = i;
  }
  while (end > 0 && CLOSING.test(chunk.charAt(end - 1))) end -= 1;
  return chunk.slice(0, end);
}

function stretchIn(chunk: string): Span | null {
  if (isPath(chunk) || isMail(chunk) || isHost(chunk)) return { start: 0, end: chunk.length };
  const file = fileNameIn(chunk);
  if (file !== null) return file;
  const tag = /^(?:@[\p{L}\p{N}_]|#(?=[\p{N}_]*\p{L})[\p{L}\p{N}_])[\p{L}\p{M}\p{N}_]*(?:[.-][\p{L}\p{N}_]+)*/u.exec(
    chunk,
  );
  return tag === null ? null : { start: 0, end: tag[0].length };
}

/** Where `https://` and the like begin; `mailto:`, `www.` too. Null without one. */
function schemeIn(run: string): number | null {
  const bare = /(?<![\p{L}\p{N}])(?:www\.|(?:mailto|tel|doi|urn|arxiv|data):)[^\s.]/iu.exec(
    run.slice(0, LONGEST_CHUNK),
  );
  const slashes = run.indexOf('://');
  let start = slashes;
  while (start > 0 && slashes - start < 20 && /[a-z0-9+.-]/i.test(run.charAt(start - 1))) start -= 1;
  const full = start >= 0 && start < slashes ? start : null;
  if (full === null || bare === null) return full ?? bare?.index ?? null;
  return Math.min(full, bare.index);
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

/** `jeton.py`, `src/jeton.py`, `jeton.py:12`, `jeton.py’s`; a name such as Node.js is none. */
function fileNameIn(chunk: string): Span | null {
  const [possessed = ''] = chunk.split(/['’]/, 1);
  const [file = ''] = possessed.split(/[?#:]/, 1);
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  const ending = name.slice(dot + 1);
  if (dot < 1 || name.length > LONGEST_NAME || !/^[\p{L}\p{M}\p{N}_.()-]+$/u.test(name)) return null;
  if (NAME_ENDINGS.has(ending) && /^\p{Lu}/u.test(chunk)) return null;
  const isCapital = ending === ending.toUpperCase() && ending.length > 1;
  if (!FILES.has(ending) && !(isCapital && FILES.has(ending.toLowerCase()))) return null;
  return { start: 0, end: possessed.length };
}
