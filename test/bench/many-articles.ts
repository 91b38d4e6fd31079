import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { HOME } from '../site.ts';

const SYLLABLES = ['ka', 'mo', 'ri', 'te', 'lu', 'sa', 'ven', 'dor'];

/** The files of the shipped glossary. */
export function shippedGlossary(): Promise<Record<string, string>> {
  return filesIn('glossary');
}

/** The files of articles of 43 paragraphs, each with names and years of its own: from one number to before another. */
export async function articlesBetween(from: number, to: number): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  const shipped = await filesIn('content/deepseek-r2');
  for (let i = from; i < to; i += 1) {
    for (const [file, text] of Object.entries(shipped)) {
      files[file.replace('deepseek-r2', slugOf(i))] = text
        .replaceAll(/\b(?:Liang|Liu|Wang|Vijayasimha|Alilughatta|Zensar)\b/g, (name) => nameOf(name, i))
        .replaceAll(/\b(?:1985|202[0-4])\b/g, (year) => String(Number(year) - (i % 60)));
    }
  }
  return files;
}

export function slugOf(i: number): string {
  return `article-${String(i).padStart(3, '0')}`;
}

/** The name that stands for another in one of the articles. */
function nameOf(name: string, i: number): string {
  const digits = [i % 8, (i >> 3) % 8, (i >> 6) % 8].map((digit) => SYLLABLES[digit]);
  return `${name.slice(0, 2)}${digits.join('')}`;
}

async function filesIn(folder: string): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const name of await readdir(path.join(HOME, folder)))
    files[`${folder}/${name}`] = await readFile(path.join(HOME, folder, name), 'utf8');
  return files;
}
