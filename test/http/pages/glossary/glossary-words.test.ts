import { describe, expect, test } from 'vitest';
import { createGlossary } from '../../../../src/core/checks/glossary/check-glossary.ts';
import { problemOf } from '../../../../src/core/checks/problem.ts';
import { finish } from '../../../../src/core/model/slices.ts';
import { parseGlossaryYaml } from '../../../../src/formats/glossary/yaml.ts';
import { shortened } from '../../../../src/http/pages/frame/wording.ts';
import { fieldKey, fieldOf } from '../../../../src/http/pages/glossary/glossary-fields.ts';
import { findRemarks } from '../../../../src/http/pages/glossary/glossary-remarks.ts';
import { viewOf } from '../../../../src/http/pages/glossary/glossary-view.ts';

describe('a field is one, however it is written, and is shown with a capital', () => {
  test.each([
    ['law', 'law', 'Law'],
    ['  Law ', 'law', 'Law'],
    ['éthique', 'ethique', 'Éthique'],
    ['l’IA', "l'ia", 'L’IA'],
    ['𝒻oo', '𝒻oo', '𝒻oo'],
    ['3D', '3d', '3D'],
    ['法律', '法律', '法律'],
    [null, '-', 'Without a field'],
    ['', '-', 'Without a field'],
    [' - ', '-', 'Without a field'],
    ['…', '-', 'Without a field'],
  ])('%j', (domain, key, name) => {
    expect(fieldOf(domain)).toEqual({ key, name });
  });

  test('two that are the same for 60 signs are one', () => {
    const [one, other, apart] = ['b', 'c', ''].map(
      (end) => fieldOf(`${'a'.repeat(60 - (end === '' ? 1 : 0))}${end}`).key,
    );
    expect([one?.length, other === one, apart === one]).toEqual([60, true, false]);
  });

  test('its key leads back to it, whatever its length', () => {
    for (const domain of ['a'.repeat(500), `${'a'.repeat(59)}😀b`, `${'a '.repeat(40)}`, 'Lo\u0301pez']) {
      const { key } = fieldOf(domain);
      expect(fieldKey(key)).toBe(key);
      expect(fieldKey(new URLSearchParams(`f=${encodeURIComponent(key)}`).get('f') ?? '')).toBe(key);
    }
  });
});

describe('a text takes so many UTF-16 units, of signs that a page writes in more than two bytes fewer', () => {
  test.each([
    ['jeton', 5, 'jeton'],
    ['jetons', 5, 'jeton…'],
    ['étés', 4, 'étés'],
    ['étésé', 4, 'étés…'],
    ['Les modèles génératifs', 12, 'Les modèles…'],
    ['"""', 8, '"""'],
    ['""""', 7, '""…'],
    ['漢'.repeat(9), 9, '漢漢漢漢漢漢…'],
    ['😀😀', 4, '😀😀'],
    ['😀😀', 3, '😀…'],
    ['', 0, ''],
  ])('%j of %i', (text, most, wanted) => {
    expect(shortened(text, most)).toBe(wanted);
  });
});

test.each([
  [{}, ''],
  [{ q: ' a ' }, 'q=a'],
  [{ q: ['a', 'b'] }, ''],
  [{ q: { a: 1 } }, ''],
  [{ q: 'a'.repeat(101) }, `q=${'a'.repeat(100)}`],
  [{ q: `${'a'.repeat(99)}😀` }, `q=${'a'.repeat(99)}`],
  [{ q: 'é'.repeat(70) }, `q=${'é'.repeat(70)}`],
  [{ q: '漢'.repeat(50) }, `q=${'漢'.repeat(50)}`],
  [{ q: '漢'.repeat(51) }, `q=${'漢'.repeat(50)}`],
  [{ q: `${'漢'.repeat(49)}😀😀` }, `q=${'漢'.repeat(49)}`],
  [{ field: 'Été' }, 'field=ete'],
  [{ field: '!' }, 'field=-'],
  [{ status: 'note' }, 'status=note'],
  [{ status: 'Note' }, ''],
  [{ letter: 'b' }, 'letter=b'],
  [{ letter: 'é' }, ''],
  [{ page: '3' }, 'page=3'],
  [{ page: '03' }, ''],
  [{ page: ' 3 ' }, 'page=3'],
  [{ page: '3 4' }, ''],
])('%j asks for %j', (query, wanted) => {
  const said = Object.entries(viewOf(query)).filter(([name, value]) => value !== (name === 'page' ? 1 : ''));
  expect(said.map(([name, value]) => `${name}=${value}`).join('&')).toBe(wanted);
});

test('a finding is about the last entry that begins before it in its file', () => {
  const read = (file: string) => parseGlossaryYaml('- fr: a\n  en: b\n\n- {fr: c, en: d}\n', file).concepts;
  const { concepts } = createGlossary([
    ...read('x.yaml'),
    ...read('y.yaml').map((one) => ({ ...one, id: `${one.id}-2` })),
  ]);
  const at = (file: string, line: number, column: number) =>
    problemOf('no-definition', { file, line, column }, `${file}:${line}:${column}`);
  const findings = [
    at('x.yaml', 1, 3),
    at('x.yaml', 2, 7),
    at('y.yaml', 4, 4),
    at('y.yaml', 9, 1),
    at('x.yaml', 1, 1),
    at('z.yaml', 2, 1),
  ];
  const remarks = finish(findRemarks({ concepts, findings }));
  expect([...remarks].map(([{ id }, said]) => [id, ...said])).toEqual([
    ['b', 'x.yaml:1:3', 'x.yaml:2:7'],
    ['d-2', 'y.yaml:4:4', 'y.yaml:9:1'],
  ]);
});
