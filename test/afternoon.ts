import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

// What two people work on for an afternoon, and how it is seen that all of it was taken back.

const FRENCH = ['Trois jetons.', 'Une puce.', 'Le réseau apprend.', 'La couche suit.', 'Le modèle répond.', 'Fin.'];
const ENGLISH = ['Three chips.', 'A chip.', 'The network learns from many texts.', 'The layer follows.', '', 'End.'];
export const AFTERNOON_FILES = {
  'glossary/ai.yaml':
    '# ours\n- fr: jeton\n  en: token\n  not: [chip]\n\n# of hardware\n- fr: puce\n  en: chip\n\n\n- fr: modèle\n  en: model # as they say\n',
  'glossary/more.csv': 'fr,en,definition\nréseau,network,\ncouche,layer,\n',
  'content/essai/fr.md': `---\ntitle: Essai\n---\n\n${FRENCH.join('\n\n')}\n`,
  'content/essai/en.po': [['Essai', 'Trial'], ...FRENCH.map((text, i) => [text, ENGLISH[i] ?? ''])]
    .map(
      ([id, text], i) =>
        `${i % 2 === 0 ? '# origin: person 2025-01-01\n' : '#, fuzzy\n'}msgid "${id}"\nmsgstr "${text}"\n`,
    )
    .join('\n'),
  'content/neuf/fr.md': '---\ntitle: Neuf\n---\n\nTrois jetons.\n\nUne puce.\n',
  'content/suite/fr.md': '---\ntitle: Suite\n---\n\nUn réseau.\n\nUne couche.\n',
  'content/vieux/fr.md': '---\ntitle: Vieux\n---\n\nUne puce.\n',
  'content/vieux/en.po': 'msgid "Vieux"\nmsgstr "Old"\n\nmsgid "Une puce."\nmsgstr "A chip."\n',
};

/** Every text of both folders of a root, as it is. */
export async function textsUnder(root: string): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const folder of ['glossary', 'content'])
    for (const name of (await readdir(path.join(root, folder), { recursive: true })).sort()) {
      const text = await readFile(path.join(root, folder, name), 'utf8').catch(() => null);
      if (text !== null) texts[`${folder}/${name}`] = text;
    }
  return texts;
}

/** The slow set tries more. */
export const SEEDS = Array.from({ length: Number(process.env['AFTERNOONS'] ?? 1) }, (_, i) => i + 1);

/** In a random order that is the same each time. */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const left = [...list];
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return list.map(() => left.splice(Math.floor(next() * left.length), 1)[0] as T);
}
