import { child, children, isFunction, isNode, type Node, type Patch, parse } from './syntax.ts';

/** One small mistake that somebody might make in a file. */
export interface Mutation extends Patch {
  /** What kind of mistake, in a few words. */
  readonly kind: string;
}

/** Ways to go wrong with one node; `source` is the text of the whole file. */
type Operator = (node: Node, source: string) => readonly Mutation[];

const OTHER_SIGN: Readonly<Record<string, string>> = {
  ...{ '<': '<=', '<=': '<', '>': '>=', '>=': '>', '===': '!==', '!==': '===' },
  ...{ '&&': '||', '||': '&&', '??': '&&', '+': '-', '-': '+', '+=': '-=', '-=': '+=' },
};

/** Steps of a chain that can be left out: what goes in is of the kind that comes out. */
const STEPS = new Set([
  ...['filter', 'slice', 'sort', 'toSorted', 'reverse', 'toReversed', 'concat'],
  ...['trim', 'trimStart', 'trimEnd', 'normalize', 'toLowerCase', 'replace', 'replaceAll'],
]);

const OPERATORS: Readonly<Record<string, Operator>> = {
  IfStatement: negatedTest,
  ConditionalExpression: negatedTest,
  BinaryExpression: otherSign,
  LogicalExpression: otherSign,
  AssignmentExpression: otherSign,
  UnaryExpression: withoutNot,
  ExpressionStatement: withoutCall,
  CallExpression: withoutStep,
  Literal: otherValue,
  FunctionDeclaration: emptyAnswer,
  ArrowFunctionExpression: emptyAnswer,
  FunctionExpression: emptyAnswer,
};

/** Every mutation of a file, in the order of the file. Types, imports and comments have none. */
export function mutationsOf(source: string): Mutation[] {
  return under(parse(source).program, source).sort((a, b) => a.start - b.start || a.end - b.end);
}

function under(node: Node, source: string): Mutation[] {
  if (isSilent(node)) return [];
  const own = OPERATORS[node.type]?.(node, source) ?? [];
  const below = children(node).filter(({ key, node: one }) => !isName(node, key, one));
  return [...own, ...below.flatMap((one) => under(one.node, source))];
}

/** Types and imports say nothing when the program runs; a value with a type to it still does. */
function isSilent({ type }: Node): boolean {
  if (['TSAsExpression', 'TSSatisfiesExpression', 'TSNonNullExpression'].includes(type)) return false;
  return type.startsWith('TS') || type === 'ImportDeclaration' || type === 'ExportAllDeclaration';
}

/** The name of a member, and the address of a module, are no values. */
function isName(parent: Node, key: string, { type }: Node): boolean {
  if (key === 'key') return parent['computed'] !== true;
  return key === 'source' || (parent.type === 'ExpressionStatement' && type === 'Literal');
}

function negatedTest(node: Node, source: string): Mutation[] {
  const { start, end } = child(node, 'test');
  return [{ start, end, text: `!(${source.slice(start, end)})`, kind: 'condition negated' }];
}

function otherSign(node: Node, source: string): Mutation[] {
  const sign = String(node['operator']);
  const text = OTHER_SIGN[sign];
  const [left, right] = [child(node, 'left'), child(node, 'right')];
  if (text === undefined || (/^[+]/.test(sign) && [left, right].some(isText))) return [];
  const start = source.indexOf(sign, left.end);
  return [{ start, end: start + sign.length, text, kind: `${sign} for ${text}` }];
}

function isText({ type, value }: Node): boolean {
  return type === 'TemplateLiteral' || typeof value === 'string';
}

function withoutNot({ operator, start }: Node): Mutation[] {
  return operator === '!' ? [{ start, end: start + 1, text: '', kind: 'not left out' }] : [];
}

function withoutCall(node: Node): Mutation[] {
  const said = child(node, 'expression');
  const call = said.type === 'AwaitExpression' ? child(said, 'argument') : said;
  if (call.type !== 'CallExpression') return [];
  return [{ start: node.start, end: node.end, text: '{}', kind: 'call left out' }];
}

function withoutStep(node: Node, source: string): Mutation[] {
  const called = child(node, 'callee');
  if (called.type !== 'MemberExpression' || called['optional'] === true) return [];
  const { name, start } = child(called, 'property');
  if (!STEPS.has(String(name))) return [];
  return [{ start: source.lastIndexOf('.', start), end: node.end, text: '', kind: `.${name} left out` }];
}

function otherValue({ value, start, end }: Node): Mutation[] {
  const at = { start, end };
  if (typeof value === 'boolean') return [{ ...at, text: String(!value), kind: 'other truth' }];
  if (typeof value === 'string') return [{ ...at, text: value === '' ? "'x'" : "''", kind: 'other text' }];
  if (typeof value !== 'number') return [];
  return [value + 1, value - 1].map((other) => ({ ...at, text: `(${other})`, kind: 'other number' }));
}

/** A function that says what its type calls nothing, at once. */
function emptyAnswer(node: Node, source: string): Mutation[] {
  const { body } = node;
  const type = isNode(node['returnType']) ? source.slice(node['returnType'].start, node['returnType'].end) : '';
  if (!isFunction(node) || !isNode(body) || body.type !== 'BlockStatement') return [];
  const at = body.start + 1;
  return emptyOf(type.replace(/^:\s*/, '')).map((value) => {
    return { start: at, end: at, text: ` return ${value};`, kind: `${value || 'nothing'} at once` };
  });
}

/** Values of a type that stand for nothing; '' is no value at all. */
function emptyOf(type: string): string[] {
  const [, inner] = /^Promise<(.*)>$/s.exec(type) ?? [];
  if (inner !== undefined) return emptyOf(inner);
  if (type === 'boolean' || type.includes(' is ')) return ['true', 'false'];
  if (type === 'void') return [''];
  if (/\| null$/.test(type)) return ['null'];
  if (type === 'string') return ["''"];
  if (type === 'number') return ['0'];
  return type.endsWith('[]') ? ['[]'] : [];
}
