import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { flowText, itemText, pairText, scalarText } from '../../../src/formats/yaml/text.ts';

/** What a reader of YAML 1.1 takes for a truth, a number, a day, or a value of its own. */
const OTHERWISE = [
  ...['yes', 'No', 'on', 'OFF', '=', '<<', '~', 'null', 'true'],
  ...['12:30:45', '1:30', '190:20:30.15', '2001-01-01', '2001-1-1', '2001-12-14t21:59:43.10-05:00'],
  ...['1_000', '0b11', '0x1F', '014', '+12', '1e3', '.5', '.inf', '.NaN'],
];
/** What is a text to all. */
const TEXTS = ['yesterday', 'no one', '=a', 'a = b', '1.2.3', '2001-01-01x', 'à 12:30 h', 'on-line', 'Y2K', 'jeton'];

describe('what YAML 1.1 reads as anything but a text is in quotation marks', () => {
  test.each(OTHERWISE)('%s', (text) => {
    const quoted = JSON.stringify(text);
    expect([flowText(text), scalarText(text, ''), pairText('en', [text, text], ''), itemText(text, '')]).toEqual([
      quoted,
      quoted,
      `en: [${quoted}, ${quoted}]`,
      `- ${quoted}`,
    ]);
    expect(parse(`en: ${scalarText(text, '')}`, { version: '1.1' })).toEqual({ en: text });
  });

  test.each(TEXTS)('but not %s', (text) => {
    expect([flowText(text), scalarText(text, '')]).toEqual([text, text]);
    expect(parse(`[${flowText(text)}]`, { version: '1.1' })).toEqual([text]);
  });

  test.each(['y', 'N'])('nor %s, which readers leave a letter', (text) => {
    expect([flowText(text), scalarText(text, '')]).toEqual([text, text]);
  });
});
