import { describe, expect, test } from 'vitest';
import { found, glossaryOf, ledgerOf } from '../glossaries.ts';

const GLOSSARY = glossaryOf(`
- keep: llama.cpp
- keep: { term: config.json, case: exact }
- keep: README.md
- keep: huggingface.co
- keep: Node.js
- { fr: fichier tokenizer.json, en: tokenizer.json file }
- { fr: [tokenizer, jeton], en: tokenizer, except: [jeton.py] }
- { fr: bibliothèque ggml, en: ggml library }
`);

describe('what looks like a file is found where an entry names it', () => {
  test.each([
    ['a program', 'On lance llama.cpp sur un portable.', ['llama.cpp']],
    ['at the end of a sentence', 'On lance llama.cpp.', ['llama.cpp']],
    ['behind an elided word', 'à l’aide d’llama.cpp', ['llama.cpp']],
    ['in brackets, and in other capitals', '(voir Llama.cpp)', ['Llama.cpp']],
    ['with its own capitals', 'Le config.json et le Config.json', ['config.json']],
    ['with capitals that its ending has not', 'Lisez README.md avant.', ['README.md']],
    ['a host', 'publié sur huggingface.co hier', ['huggingface.co']],
    ['in code', 'Ouvrez `config.json`, puis `llama.cpp`.', ['config.json', 'llama.cpp']],
    ['under stress', 'Ouvrez **config.json** ici.', ['config.json']],
    ['in a link', 'le [llama.cpp](https://exemple.fr/llama.cpp) libre', ['llama.cpp']],
    ['a name that looks like none', 'avec Node.js', ['Node.js']],
    ['beside a character reference', 'R&amp;D de llama.cpp', ['llama.cpp']],
    ['with combining accents before it', 'Le mode\u0300le de llama.cpp', ['llama.cpp']],
    ['as a part of a term', 'le fichier tokenizer.json du modèle', ['fichier tokenizer.json']],
  ])('%s', (_what, text, expected) => {
    expect(found(text, GLOSSARY)).toEqual(expected);
  });
});

describe('it stays no word', () => {
  test.each([
    ['where no entry names it', 'Ouvrez jeton.py et tokenizer.py.'],
    ['where an entry names a part of it', 'Ouvrez tokenizer.json.'],
    ['on a path', 'Ouvrez src/llama.cpp et ./config.json.'],
    ['in an address', 'Lire https://exemple.fr/config.json ce soir.'],
    ['in more code', 'Tapez `cat config.json`.'],
    ['with another ending', 'Ouvrez config.json.bak.'],
  ])('%s', (_what, text) => {
    expect(found(text, GLOSSARY)).toEqual([]);
  });
});

describe('the English answers it by the same name', () => {
  test.each([
    ['the name', 'Lancez llama.cpp.', 'Run llama.cpp.', ['llama.cpp → llama.cpp: preferred']],
    ['the name in code', 'Lancez `llama.cpp`.', 'Run `llama.cpp`.', ['llama.cpp → llama.cpp: preferred']],
    ['a name on a path', 'Lancez llama.cpp.', 'Run src/llama.cpp.', ['llama.cpp → -: missing']],
    ['nothing', 'Lancez llama.cpp.', 'Run it.', ['llama.cpp → -: missing']],
  ])('%s', (_what, french, english, expected) => {
    expect(ledgerOf(french, english, GLOSSARY)).toEqual(expected);
  });
});
