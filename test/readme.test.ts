import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { HELP } from '../src/cli/help.ts';
import type { Severity } from '../src/core/checks/rule.ts';
import { RULE_IDS, RULES } from '../src/core/checks/rules.ts';
import { choicesOf, EXPORT_OPTION_NAMES } from '../src/formats/book/export-options.ts';
import { ARTICLE_FORMATS } from '../src/formats/exchange/article-exports.ts';
import { GLOSSARY_FORMATS } from '../src/formats/exchange/glossary-exports.ts';
import { parseGlossaryYaml } from '../src/formats/glossary/yaml.ts';
import { HOME } from './site.ts';

const README = readFileSync(path.join(HOME, 'README.md'), 'utf8');
const MANIFEST = JSON.parse(readFileSync(path.join(HOME, 'package.json'), 'utf8')) as {
  license: string;
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
};

test('is at most 200 lines', () => {
  expect(README.split('\n').length).toBeLessThanOrEqual(201);
});

test('gives the licence of package.json in full', () => {
  const text = README.replaceAll(/\n> ?/g, ' ').replaceAll(/\s+/g, ' ');
  const parts = [
    'Copyright (c) 2026',
    'Permission is hereby granted, free of charge',
    'shall be included in all copies',
    'WITHOUT WARRANTY OF ANY KIND',
  ];
  expect([MANIFEST.license, parts.filter((part) => !text.includes(part))]).toEqual(['MIT', []]);
});

test('begins with a picture that is there', () => {
  const [, picture = ''] = /!\[[^\]]*\]\(([^)]+)\)/.exec(README.slice(0, 600)) ?? [];
  expect(existsSync(path.join(HOME, picture))).toBe(true);
});

test('names only scripts that exist', () => {
  const names = [...README.matchAll(/npm (?:run )?(start|test|dev|build|check|format|bench|torture)\b/g)].map(
    ([, name]) => name ?? '',
  );
  expect(names.filter((name) => MANIFEST.scripts[name] === undefined)).toEqual([]);
});

test('names only commands that the help lists', () => {
  const names = [...README.matchAll(/npx visavis (\w+)/g)].map(([, name]) => name ?? '');
  expect(names.filter((name) => !HELP.includes(`visavis ${name}`))).toEqual([]);
});

test('names each file to take away, and what may be chosen', () => {
  const formats = [...ARTICLE_FORMATS, ...GLOSSARY_FORMATS].map((format) => `\`${format}\``);
  const options = EXPORT_OPTION_NAMES.map((option) => `\`--${[option, choicesOf(option).at(-1)].join(' ').trim()}\``);
  expect([...formats, ...options].filter((name) => !README.includes(name))).toEqual([]);
});

test('names each rule of a text that cannot be accepted', () => {
  const named = /Only ([^.]+) cannot be accepted\./.exec(README)?.[1] ?? '';
  const refusing = RULE_IDS.filter((id) => RULES[id].scope === 'text' && RULES[id].waivable.startsWith('no: '));
  expect([...named.matchAll(/`([^`]+)`/g)].map(([, id]) => id)).toEqual(refusing);
});

test('gives each dependency its reason', () => {
  expect(Object.keys(MANIFEST.dependencies).filter((name) => !README.includes(`\`${name}\``))).toEqual([]);
});

test.each([
  ['text', 'of a text'],
  ['glossary', 'of the glossary'],
  ['file', 'of files'],
])('lists each rule of a %s under its severity', (scope, name) => {
  const of = (severity: Severity) =>
    RULE_IDS.filter((id) => RULES[id].scope === scope && [RULES[id].severity, RULES[id].milder].includes(severity));
  const cells = (['error', 'warning', 'info'] as const).map((severity) =>
    of(severity)
      .map((id) => `\`${id}\``)
      .join(', '),
  );
  expect(README.split('\n').find((line) => line.startsWith(`| ${name} |`))).toBe(`| ${name} | ${cells.join(' | ')} |`);
});

test.each(['src', 'src/core'])('names each room of %s', (house) => {
  const rooms = readdirSync(path.join(HOME, house), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(rooms.filter(({ name }) => !README.includes(`${name}/`)).map(({ name }) => name)).toEqual([]);
});

describe('its glossary examples load', () => {
  const examples = [...README.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml]) => yaml ?? '');
  test('there are some', () => expect(examples.length).toBeGreaterThan(0));
  test.each(examples)('%s', (yaml) => {
    expect(parseGlossaryYaml(yaml, 'README.md').problems).toEqual([]);
  });
});
