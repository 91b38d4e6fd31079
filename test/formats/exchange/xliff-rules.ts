import { SaxesParser } from 'saxes';

/** An element with what stands in it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
}

export function treeOf(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const path = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, children: [] };
    path.at(-1)?.children.push(element);
    path.push(element);
  });
  parser.on('closetag', () => path.pop());
  parser.write(xml).close();
  return root;
}

export function* all(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) yield* all(child);
}

export const named = (element: Element, ...names: readonly string[]) =>
  [...all(element)].filter(({ name }) => names.includes(name));

const NMTOKEN = /^[\p{L}\d._:-]+$/u;
const INLINE = /^(?:(?:cp|ph|pc|sc|ec|mrk|sm|em) ?)*$/;
const YES_NO = /^(?:yes|no)$/;
const EDITING = { canCopy: YES_NO, canDelete: YES_NO, canReorder: /^(?:yes|firstNo|no)$/, copyOf: NMTOKEN };
const TYPED = { type: /^(?:fmt|ui|quote|link|image|other)$/, subType: /^[^\s:]+:.+$/ };
/** What the beginning of a span and its end have alike. */
const OF_SPAN = {
  ...EDITING,
  ...TYPED,
  canOverlap: YES_NO,
  isolated: YES_NO,
  dataRef: NMTOKEN,
  equiv: /^/,
  disp: /^/,
};
const PREFIXED = /^(?!xlf:)[^\s:]+:.+$/;

interface Rule {
  /** Names of what stands in it, each with a space behind it. */
  readonly holds: RegExp;
  readonly required: readonly string[];
  readonly attributes: Readonly<Record<string, RegExp>>;
}

/** What XLIFF 2.1 says of the elements of its core, of which it allows no other attributes than these. */
const RULES: Readonly<Record<string, Rule>> = {
  xliff: {
    holds: /^(?:file )+$/,
    required: ['version', 'srcLang'],
    attributes: { version: /^2\.1$/, srcLang: /^[a-z]{2,3}(?:-\w+)*$/i, trgLang: /^[a-z]{2,3}(?:-\w+)*$/i },
  },
  file: {
    holds: /^(?:skeleton )?(?:notes )?(?:(?:unit|group) )+$/,
    required: ['id'],
    attributes: { id: NMTOKEN, original: /./, canResegment: YES_NO, translate: YES_NO },
  },
  unit: {
    holds: /^(?:notes )?(?:originalData )?(?:ignorable )*segment (?:(?:segment|ignorable) )*$/,
    required: ['id'],
    attributes: { id: NMTOKEN, name: /./, canResegment: YES_NO, translate: YES_NO, type: PREFIXED },
  },
  notes: { holds: /^(?:note )+$/, required: [], attributes: {} },
  note: {
    holds: /^$/,
    required: [],
    attributes: { id: NMTOKEN, appliesTo: /^(?:source|target)$/, category: /./, priority: /^(?:[1-9]|10)$/, ref: /^#/ },
  },
  originalData: { holds: /^(?:data )+$/, required: [], attributes: {} },
  data: { holds: /^(?:cp )*$/, required: ['id'], attributes: { id: NMTOKEN, dir: /^(?:ltr|rtl|auto)$/ } },
  segment: {
    holds: /^source (?:target )?$/,
    required: [],
    attributes: {
      id: NMTOKEN,
      canResegment: YES_NO,
      state: /^(?:initial|translated|reviewed|final)$/,
      subState: PREFIXED,
    },
  },
  ignorable: { holds: /^source (?:target )?$/, required: [], attributes: { id: NMTOKEN } },
  source: { holds: INLINE, required: [], attributes: {} },
  target: { holds: INLINE, required: [], attributes: { order: /^[1-9]\d*$/ } },
  cp: { holds: /^$/, required: ['hex'], attributes: { hex: /^[\dA-F]{4,6}$/i } },
  ph: {
    holds: /^$/,
    required: ['id'],
    attributes: {
      id: NMTOKEN,
      ...EDITING,
      ...TYPED,
      equiv: /^/,
      disp: /^/,
      dataRef: NMTOKEN,
      subFlows: /^\S+(?: \S+)*$/,
    },
  },
  pc: {
    holds: INLINE,
    required: ['id'],
    attributes: {
      ...{ id: NMTOKEN, ...EDITING, ...TYPED, canOverlap: YES_NO, dir: /^(?:ltr|rtl|auto)$/ },
      ...{ dataRefStart: NMTOKEN, dataRefEnd: NMTOKEN, equivStart: /^/, equivEnd: /^/, dispStart: /^/, dispEnd: /^/ },
    },
  },
  sc: {
    holds: /^$/,
    required: ['id'],
    attributes: {
      id: NMTOKEN,
      ...OF_SPAN,
    },
  },
  ec: {
    holds: /^$/,
    required: [],
    attributes: {
      id: NMTOKEN,
      startRef: NMTOKEN,
      ...OF_SPAN,
    },
  },
};
/** Which types the subtypes of the standard belong to. */
const OF_TYPE: Readonly<Record<string, string>> = {
  ...{ 'xlf:lb': 'fmt', 'xlf:pb': 'fmt', 'xlf:b': 'fmt', 'xlf:i': 'fmt', 'xlf:u': 'fmt', 'xlf:var': 'ui' },
};
const WITH_SPACE = new Set(['file', 'group', 'unit', 'source', 'target', 'data']);

/** Where a file breaks the rules of the core of XLIFF 2.1. */
export function xliffMistakes(xml: string): readonly string[] {
  const tree = treeOf(xml);
  const [xliff] = tree.children;
  if (xliff?.name !== 'xliff') return ['no xliff'];
  const mistakes = [...all(xliff)].flatMap(mistakesOf);
  if (named(xliff, 'target').length > 0 && xliff.attributes['trgLang'] === undefined) mistakes.push('no trgLang');
  mistakes.push(...twice(named(xliff, 'file')).map((id) => `two files ${id}`));
  for (const file of named(xliff, 'file')) mistakes.push(...twice(named(file, 'unit')).map((id) => `two units ${id}`));
  return [...mistakes, ...named(xliff, 'unit').flatMap(mistakesInUnit)];
}

function mistakesOf({ name, attributes, children }: Element): string[] {
  const rule = Object.hasOwn(RULES, name) ? RULES[name] : undefined;
  if (rule === undefined) return name.includes(':') ? [] : [`${name} is no element`];
  const inner = children.filter((child) => !child.name.includes(':')).map((child) => `${child.name} `);
  const said = rule.holds.test(inner.join('')) ? [] : [`${name} holds ${inner.join('')}`];
  for (const needed of rule.required) if (attributes[needed] === undefined) said.push(`${name} has no ${needed}`);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'xml:space' ? !WITH_SPACE.has(name) || !/^(?:default|preserve)$/.test(value) : false)
      said.push(`${name} ${key}`);
    if (key === 'xmlns' || key.includes(':')) continue;
    const pattern = Object.hasOwn(rule.attributes, key) ? rule.attributes[key] : undefined;
    if (pattern?.test(value) !== true) said.push(`${name} ${key}="${value}"`);
  }
  const { type, subType, state, subState } = attributes;
  if (subType !== undefined && type === undefined) said.push(`${name} has a subType and no type`);
  if (subType?.startsWith('xlf:') && OF_TYPE[subType] !== type) said.push(`${name} ${type} ${subType}`);
  if (subState !== undefined && state === undefined) said.push(`${name} has a subState and no state`);
  if (name === 'segment' && (state ?? 'initial') !== 'initial' && !children.some((one) => one.name === 'target'))
    said.push(`a segment is ${state} and has no target`);
  return said;
}

function twice(elements: readonly Element[]): string[] {
  const ids = elements.flatMap(({ attributes }) => attributes['id'] ?? []);
  return ids.filter((id, i) => ids.indexOf(id) < i);
}

/**
 * Names are those of one unit: of its parts, and of the marks of a side. A mark of the target is that of the source.
 */
function mistakesInUnit(unit: Element): string[] {
  const marks = ['pc', 'ph', 'sc', 'ec', 'mrk', 'sm'];
  const side = (name: string) => named(unit, name).flatMap((text) => named(text, ...marks));
  const [source, target] = [side('source'), side('target')];
  const parts = named(unit, 'segment', 'ignorable');
  const data = named(unit, 'data');
  const isThere = (id: string | undefined) =>
    id === undefined || data.some(({ attributes }) => attributes['id'] === id);
  return [
    ...twice([...parts, ...source]).map((id) => `source ${id} twice`),
    ...twice([...parts, ...target]).map((id) => `target ${id} twice`),
    ...twice(data).map((id) => `data ${id} twice`),
    ...twice(named(unit, 'note')).map((id) => `note ${id} twice`),
    ...target.flatMap((mark) => {
      const other = source.find(({ attributes }) => attributes['id'] === mark.attributes['id']);
      return other === undefined || other.name === mark.name
        ? []
        : [`${mark.name} ${mark.attributes['id']} is ${other.name} in the source`];
    }),
    ...[...source, ...target].flatMap(({ name, attributes }) => {
      const refs = ['dataRef', 'dataRefStart', 'dataRefEnd'].filter((ref) => !isThere(attributes[ref]));
      return refs.map((ref) => `${name} ${ref} is nowhere`);
    }),
    ...[source, target].flatMap(unpaired),
    ...[...source, ...target].flatMap(({ attributes: { copyOf } }) =>
      copyOf === undefined || [...source, ...target].some(({ attributes }) => attributes['id'] === copyOf)
        ? []
        : [`copyOf ${copyOf} is nowhere`],
    ),
  ];
}

/** An `ec` names its `sc`, or stands alone in its unit and says so; and so does an `sc`. */
function unpaired(marks: readonly Element[]): string[] {
  const of = (name: string) => marks.filter((mark) => mark.name === name).map(({ attributes }) => attributes);
  const [starts, ends] = [of('sc'), of('ec')];
  return [
    ...ends.flatMap(({ id, startRef, isolated }) => {
      if (isolated === 'yes')
        return id === undefined || startRef !== undefined ? ['an isolated ec has an id, and no startRef'] : [];
      return starts.some((start) => start['id'] === startRef) && id === undefined ? [] : ['an ec belongs to no sc'];
    }),
    ...starts.flatMap(({ id, isolated }) =>
      (isolated === 'yes') === ends.some(({ startRef }) => startRef === id) ? [`sc ${id} and its ec`] : [],
    ),
  ];
}
