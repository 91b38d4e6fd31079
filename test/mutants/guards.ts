import { children, isFunction, isNode, type Node, type Patch, parse, patched, type Syntax } from './syntax.ts';

/** A guard as its tag names it: `@guard foreign-host → true` above a function, or above a value. */
export interface GuardTag {
  readonly name: string;
  /** What the function answers, or what the value is, once the guard is off; '' for nothing. */
  readonly off: string;
  /** UTF-16 offset behind the comment that holds the tag. */
  readonly after: number;
}

const TAG = /@guard ([a-z0-9-]+)(?: → (.+?))?(?= -?%>|\s*\*?\/?$)/gm;

/** The tags of a file, in its order. In a template the tag is a comment: `<%# @guard escaping -%>`. */
export function guardTags(file: string, source: string): GuardTag[] {
  const comments = file.endsWith('.ejs') ? templateComments(source) : parse(source).comments;
  return comments.flatMap(({ value, end }) =>
    [...value.matchAll(TAG)].map(([, name = '', off = '']) => ({ name, off: off.trim(), after: end })),
  );
}

function templateComments(source: string): { value: string; end: number }[] {
  return [...source.matchAll(/<%#.*?%>/gs)].map(([value], i, all) => {
    return { value, end: (all[i]?.index ?? 0) + value.length };
  });
}

/**
 * The file without a guard: its function answers at once, its value is another; a template no longer escapes what
 * stands below the tag.
 *
 * @throws {Error} when the tag stands above nothing that can be switched off
 */
export function withoutGuard(file: string, source: string, tag: GuardTag): string {
  if (file.endsWith('.ejs')) return source.slice(0, tag.after) + source.slice(tag.after).replaceAll('<%=', '<%-');
  return patched(source, switchedOff(parse(source), source, tag));
}

function switchedOff({ program }: Syntax, source: string, { name, off, after }: GuardTag): Patch {
  const start = after + (/\S/.exec(source.slice(after))?.index ?? 0);
  const guarded = firstFrom(program, start);
  if (guarded === null) throw new Error(`@guard ${name} stands above no function and no value`);
  const body = isFunction(guarded) ? guarded['body'] : null;
  if (isNode(body)) return { start: body.start, end: body.end, text: bodyOf(body, off) };
  if (off === '') throw new Error(`@guard ${name} says no value: write @guard ${name} → value`);
  return { start: guarded.start, end: guarded.end, text: off };
}

function bodyOf({ type }: Node, off: string): string {
  if (type !== 'BlockStatement') return off || 'undefined';
  return off === '' ? '{}' : `{ return ${off}; }`;
}

/** What a declaration that starts there declares: a function, or the value it gives. */
function firstFrom(node: Node, start: number): Node | null {
  if (node.start === start && isFunction(node)) return node;
  for (const { node: one } of children(node)) {
    if (one.start > start || one.end <= start) continue;
    const value = one.start === start ? declaredBy(one) : null;
    return value ?? firstFrom(one, start);
  }
  return null;
}

function declaredBy(node: Node): Node | null {
  if (isFunction(node)) return node;
  if (node.type === 'ExportNamedDeclaration')
    return isNode(node['declaration']) ? declaredBy(node['declaration']) : null;
  if (node.type === 'Property' || node.type === 'MethodDefinition') return isNode(node['value']) ? node['value'] : null;
  if (node.type !== 'VariableDeclaration') return null;
  const declared = children(node).find(({ key }) => key === 'declarations')?.node['init'];
  return isNode(declared) ? unwrapped(declared) : null;
}

/** The value within `… as const`. */
function unwrapped(node: Node): Node {
  const inner = node['expression'];
  return node.type.startsWith('TS') && isNode(inner) ? unwrapped(inner) : node;
}
