import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { HOME } from '../site.ts';

const CSS = readFileSync(path.join(HOME, 'views/assets/base.css'), 'utf8');

/** Of a theme: the colours by their names. */
function coloursOf(theme: 0 | 1): Readonly<Record<string, string>> {
  const named = [...CSS.matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g)];
  return Object.fromEntries(named.map(([, name, light, dark]) => [name, [light, dark][theme]]));
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test('black on white has all the contrast there is, a colour on itself none', () => {
  expect([contrast('#000000', '#ffffff'), contrast('#4b7198', '#4b7198')]).toEqual([21, 1]);
});

const LIGHTS = ['light', 'fr-light', 'en-light'];
const WANTED: readonly (readonly [string, number, readonly string[], readonly string[]])[] = [
  ['a light is seen on paper without shouting', 1.3, LIGHTS, ['paper']],
  ['a mark under a term carries meaning', 3, ['fr-mark', 'en-mark', 'alarm'], ['paper', 'light']],
  ['a line under a link is all that shows it', 3, ['line'], ['paper', 'raised']],
  ['a mark in the light of its term', 3, ['fr', 'en', 'alarm'], LIGHTS],
  ['words are read in every light', 4.5, ['ink', 'alarm'], ['paper', 'raised', ...LIGHTS]],
  ['quiet words, and words in the colour of a language', 4.5, ['quiet', 'fr', 'en'], ['paper', 'raised']],
];

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('in the %s', (_name, theme) => {
  const colours = coloursOf(theme);
  test.each(WANTED)('%s: %d : 1', (_what, least, fronts, grounds) => {
    const pale = fronts.flatMap((front) =>
      grounds
        .map((ground) => ({ front, ground, is: contrast(colours[front] ?? '', colours[ground] ?? '') }))
        .filter(({ is }) => !(is >= least)),
    );
    expect(pale).toEqual([]);
  });

  test('no light is louder than 1.6 : 1', () => {
    expect(LIGHTS.filter((one) => contrast(colours[one] ?? '', colours['paper'] ?? '') > 1.6)).toEqual([]);
  });
});

describe('where the colours are forced, and no background or shadow of ours is shown', () => {
  const folder = path.join(HOME, 'views/assets');
  const sheets = readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8').replaceAll(/\/\*.*?\*\//gs, ''));
  const FORCED = /@media \(forced-colors: active\) \{(?:[^{}]*\{[^{}]*\})*\s*\}/g;
  const forced = sheets.flatMap((sheet) => sheet.match(FORCED) ?? []).join(' ');
  const PAINTED =
    /(?:background: (?:var\(--(?:fr|en|ink|alarm|light|sentence|fr-light|en-light)\)|color-mix|linear)|fill:|box-shadow: inset)/;
  /** What says the same otherwise. */
  const TOLD: readonly (readonly [selector: RegExp, by: string])[] = [
    [/\b(?:ins|del)$/, 'its line under or through the words'],
    [/(?:^|> )mark$|^\.found .*mark$/, 'the browser’s own colours of a mark'],
    [/:hover$/, 'the pointer'],
    [/^\.saved$/, 'its words'],
    [/^from$/, 'the words that changed'],
  ];
  const painted = sheets.flatMap((sheet) =>
    [...sheet.replaceAll(FORCED, '').matchAll(/([^{}]+)\{([^{}]*)\}/g)]
      .filter(([, , rules = '']) => PAINTED.test(rules))
      .flatMap(([, selectors = '']) => selectors.split(/,(?![^(]*\))/).map((one) => one.trim())),
  );

  test('something is painted', () => {
    expect(painted.length).toBeGreaterThan(10);
  });

  test.each([...new Set(painted)])('%s says what it means', (selector) => {
    expect(
      forced.includes(`${selector} {`) || forced.includes(`${selector},`) || TOLD.some(([one]) => one.test(selector)),
    ).toBe(true);
  });
});
