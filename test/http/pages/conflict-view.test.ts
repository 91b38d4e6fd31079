import { describe, expect, test } from 'vitest';
import { mergeConflict } from '../../../src/core/checks/article/merge-conflict.ts';
import { joinCatalogue, parseCatalogue } from '../../../src/formats/article/catalogue.ts';
import { parseArticle } from '../../../src/formats/article/markdown.ts';
import { conflictInFile } from '../../../src/http/pages/article/conflict-view.ts';

/** A paragraph beside whose English stand the texts of others. */
function unitWith(...others: readonly string[]) {
  const comments = others.map((text) => `# conflict: ${JSON.stringify(text)}\n`).join('');
  const catalogue = parseCatalogue(`${comments}msgid "Trois jetons."\nmsgstr "Three tokens."\n`, 'en.po');
  const unit = joinCatalogue(parseArticle('Trois jetons.\n', 'fr.md').units, catalogue).units.find(
    ({ kind }) => kind === 'paragraph',
  );
  if (unit === undefined) throw new Error('no paragraph');
  return unit;
}

describe('each text that others wrote is shown, can be taken, and is told', () => {
  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['one', ['A chip.'], ['the other text'], ['Take the other text']],
    ['two', ['A chip.', 'A coin.'], ['other text 1', 'other text 2'], ['Take other text 1', 'Take other text 2']],
  ])('%s', (_what, others, choices, labels) => {
    const unit = unitWith(...others);
    const view = conflictInFile(unit);
    expect(view?.texts.map(({ text, choice }) => [text, choice])).toEqual([
      ...others.map((text, i) => [text, choices[i]]),
      ['Three tokens.', 'that of the file'],
    ]);
    expect(view?.takes).toEqual(others.map((text, i) => ({ text, label: labels[i] })));
    const [fault] = mergeConflict.find(unit);
    for (const text of others) expect(fault?.said).toContain(`“${text}”`);
  });

  test('with who wrote it, where that is known', () => {
    const unit = {
      ...unitWith('A chip.', 'A coin.'),
      conflicts: [
        { text: 'A chip.', origin: 'person Ana, Béa 2026-11-26' },
        { text: 'A coin.', origin: 'deepl en-US 2026-11-26' },
      ],
    };
    const labels = conflictInFile(unit)?.texts.map(({ label }) => label);
    expect(labels).toEqual(['Other text 1, by Ana, Béa', 'Other text 2', 'In the file']);
  });

  test('none', () => {
    expect([conflictInFile(unitWith()), mergeConflict.find(unitWith())]).toEqual([null, []]);
  });
});
