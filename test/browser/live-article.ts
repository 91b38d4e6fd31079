import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { SMALL } from '../site.ts';
import { type Tab, useTab } from './tab.ts';

export const GLOSSARY = 'glossary/ai.yaml';

const LONG = Array.from({ length: 60 }, (_, i) => `Alinéa ${i}, sans rien.`).join('\n\n');

/** An article that is open in a low window, which it is much longer than, while its files change. */
export function useLiveArticle() {
  const tab: Tab = useTab({
    files: { ...SMALL, 'content/essai/fr.md': `${SMALL['content/essai/fr.md']}\n${LONG}\n` },
    context: { viewport: { width: 1000, height: 500 } },
    address: 'articles/essai',
  });
  return {
    tab,
    /** Saves a file whole at once, with one text in it for another. */
    async save(file: string, from: string, to: string) {
      const at = path.join(tab.root, file);
      const text = (await readFile(at, 'utf8')).replace(from, to);
      await writeFile(`${at}.new~`, text);
      await rename(`${at}.new~`, at);
    },
    /** Waits for the verdict of the first French term. */
    verdict: (state: string) => tab.page.waitForSelector(`#p2 .source .term[data-verdict="${state}"]`),
    /** Returns once what came near the view stands. */
    scrollDown: () =>
      tab.page.evaluate(`new Promise((done) => {
        document.getElementById('p30').scrollIntoView({ block: 'center', behavior: 'instant' });
        requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)));
      })`),
    topOfP30: () => tab.page.evaluate<number>('document.querySelector("#p30").getBoundingClientRect().top'),
  };
}
