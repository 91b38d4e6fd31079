import type { CheckedUnit } from '../../core/checks/checked-article.ts';
import { englishHtml, frenchHtml, type Page, pictureOfBoth } from './html-unit.ts';
import { createLists, type ListSteps, type Section, sectionsOf, type TableSection } from './sections.ts';
import { isOneText } from './side-runs.ts';

/** The blocks of an article, the English of each under its French; a style sheet may put it beside. */
export function* pairsHtml(units: readonly CheckedUnit[], page: Page): Generator<string> {
  const follow = createLists();
  for (const section of sectionsOf(units)) {
    const steps = follow(section.kind === 'table' ? null : section.checked.unit);
    yield closedHtml(steps);
    yield* ruleBefore(section);
    yield openedHtml(steps);
    if (section.kind === 'table') yield* cellsHtml(section, page);
    else yield* pairHtml(section.checked, page);
  }
  yield closedHtml(follow(null));
}

/** As {@link pairsHtml}, in a table of two columns; a table of the article stands between two such tables. */
export function* columnsHtml(units: readonly CheckedUnit[], page: Page): Generator<string> {
  let isOpen = false;
  for (const section of sectionsOf(units)) {
    const isPair = section.kind === 'unit';
    if (isPair && !isOpen)
      yield '<table class="pairs"><thead><tr><th lang="fr">Français</th><th lang="en">English</th></tr></thead><tbody>\n';
    if (!isPair && isOpen) yield '</tbody></table>\n';
    isOpen = isPair;
    if (isPair) yield* rowHtml(section.checked, page);
    else {
      yield* ruleBefore(section);
      yield* cellsHtml(section, page);
    }
  }
  if (isOpen) yield '</tbody></table>\n';
}

function closedHtml({ closed }: ListSteps): string {
  return closed.map((tag) => `</li></${tag}>\n`).join('');
}

function openedHtml({ next, opened }: ListSteps): string {
  return (next ? '</li>\n<li>' : '') + opened.map((tag) => `<${tag}><li>`).join('');
}

function* ruleBefore(section: Section): Generator<string> {
  if (section.kind === 'table' ? section.afterRule : section.checked.unit.afterRule) yield '<hr/>\n';
}

function* pairHtml(checked: CheckedUnit, page: Page): Generator<string> {
  const isOne = isOneText(checked);
  yield `<div class="pair${isOne ? ' one' : ''}" id="${checked.unit.id}">`;
  yield* pictureOfBoth(checked, page);
  yield '<div class="side">';
  yield* frenchHtml(checked, page);
  yield '</div>';
  if (!isOne) {
    yield '<div class="side english">';
    yield* englishHtml(checked, page);
    yield '</div>';
  }
  yield '</div>\n';
}

function* rowHtml(checked: CheckedUnit, page: Page): Generator<string> {
  const isOne = isOneText(checked);
  const depth = Math.min(MOST_DEPTH, checked.unit.item?.depth ?? 0);
  if (checked.unit.afterRule) yield '<tr><td colspan="2"><hr/></td></tr>\n';
  yield `<tr id="${checked.unit.id}"${depth === 0 ? '' : ` class="d${depth}"`}><td${isOne ? ' colspan="2"' : ''}>`;
  yield* pictureOfBoth(checked, page);
  yield* frenchHtml(checked, page);
  yield '</td>';
  if (!isOne) {
    yield '<td>';
    yield* englishHtml(checked, page);
    yield '</td>';
  }
  yield '</tr>\n';
}

/** Lists within lists that are set in; deeper ones stand where these do. */
const MOST_DEPTH = 6;

/** A table of the article, each cell in both languages. */
function* cellsHtml({ rows }: TableSection, page: Page): Generator<string> {
  yield '<table class="cells">';
  for (const { isHead, cells } of rows) {
    const tag = isHead ? 'th' : 'td';
    yield '<tr>';
    for (const checked of cells) {
      yield checked === null ? `<${tag}>` : `<${tag} id="${checked.unit.id}"${alignOf(checked)}>`;
      if (checked !== null) {
        yield* frenchHtml(checked, page);
        yield* englishHtml(checked, page);
      }
      yield `</${tag}>`;
    }
    yield '</tr>\n';
  }
  yield '</table>\n';
}

function alignOf({ unit: { cell } }: CheckedUnit): string {
  return cell?.align == null ? '' : ` class="${cell.align}"`;
}
