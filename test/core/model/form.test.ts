import { expect, test } from 'vitest';
import { describeForm, FORM_KINDS, type FormKind, FormSet } from '../../../src/core/model/form.ts';

const SAID: Readonly<Record<FormKind, string>> = {
  'as written': 'jeton',
  plural: 'plural of jeton',
  feminine: 'feminine of jeton',
  'feminine plural': 'feminine plural of jeton',
  'masculine plural': 'masculine plural of jeton',
  conjugated: 'form of the verb jeton',
  inclusive: 'inclusive form of jeton',
  spelling: 'spelling of jeton',
  listed: 'form of jeton',
};

test.each(FORM_KINDS)('a form is told by what it is of its term: %s', (kind) => {
  expect(describeForm(kind, 'jeton')).toBe(SAID[kind]);
});

test('a spelling is one form, of the kind that came first, and none is empty', () => {
  const forms = new FormSet();
  forms.add('jetons', 'plural');
  forms.add('', 'plural');
  forms.add('jeton', 'as written');
  forms.add('jetons', 'listed');
  expect(forms.list()).toEqual([
    { text: 'jetons', kind: 'plural' },
    { text: 'jeton', kind: 'as written' },
  ]);
});
