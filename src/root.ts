import { statSync } from 'node:fs';
import path from 'node:path';

/** Where a command is called, and where the program is. */
export interface Places {
  /** The current folder. */
  readonly here: string;
  /** The package’s own folder. */
  readonly home: string;
}

/** The folder that holds `content/` and `glossary/`, and how it came to be taken. */
export interface Root {
  readonly folder: string;
  /** A whole sentence for whoever called the program. */
  readonly why: string;
  /** The folder may be another one than a person thinks of. */
  readonly isSurprising: boolean;
}

/**
 * The folder whose files are used: the current one where it holds texts, else the one that is named, else the
 * program’s own. In its own folder the program is called to start it, so that one stays the last of the three there
 * too: `VISAVIS_ROOT=… npm start` serves what it names.
 *
 * @param named what `VISAVIS_ROOT` says, relative to the current folder; blank for nothing
 */
export function chooseRoot(named: string, { here, home }: Places): Root {
  const own = path.resolve(home);
  const other = named.trim() === '' ? null : path.resolve(here, named.trim());
  const held = textFolders(here);
  if (here !== own && held.length > 0) {
    const isPassedOver = other !== null && other !== here;
    const but = isPassedOver ? `; VISAVIS_ROOT=${named.trim()} counts only where there is neither` : '';
    const why = `Files: ${here}, the current folder, since it has ${held.join(' and ')}${but}.`;
    return { folder: here, why, isSurprising: isPassedOver };
  }
  if (other !== null) return { folder: other, why: `Files: ${other}, as VISAVIS_ROOT says.`, isSurprising: false };
  if (here === own) return { folder: own, why: `Files: ${own}, the program’s own.`, isSurprising: false };
  return { folder: own, why: `Files: ${own}, ${ownBecause(own, here)}`, isSurprising: true };
}

function ownBecause(own: string, here: string): string {
  const why = `the program’s own, since ${here} has neither content/ nor glossary/ and VISAVIS_ROOT is not set`;
  const isInstalled = own.split(path.sep).includes('node_modules');
  const loss = isInstalled ? ', and what is changed there goes with the next installation' : '';
  return `${why}${loss}; “visavis init” makes a folder of your own.`;
}

/** Which of the two folders of a root there are; a link that leads to a folder counts, and is a problem shown later. */
function textFolders(folder: string): string[] {
  return ['content/', 'glossary/'].filter((name) => isFolder(path.join(folder, name)));
}

/** Whether there is a folder of texts or of terms, so that a command has something to do. */
export function holdsTexts(folder: string): boolean {
  return textFolders(folder).length > 0;
}

/** False where that cannot be found out, too. */
export function isFolder(place: string): boolean {
  try {
    return statSync(place).isDirectory();
  } catch {
    return false;
  }
}
