import { parseSync } from 'rolldown/utils';

/** A node of the syntax tree (ESTree, with TypeScript’s own nodes). Offsets are UTF-16 units. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** A file’s syntax tree, and the comments in it. */
export interface Syntax {
  readonly program: Node;
  readonly comments: readonly { readonly value: string; readonly start: number; readonly end: number }[];
}

/** A stretch of a text, and what is to stand there instead. */
export interface Patch {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** @throws {Error} when it is no TypeScript */
export function parse(source: string): Syntax {
  const { program, comments, errors } = parseSync('source.ts', source, { lang: 'ts', preserveParens: false });
  const [error] = errors;
  if (error !== undefined) throw new Error(error.message);
  return { program: program as unknown as Node, comments };
}

export function patched(source: string, { start, end, text }: Patch): string {
  return source.slice(0, start) + text + source.slice(end);
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

/** A child of a node. @throws {Error} when there is no such child */
export function child(node: Node, key: string): Node {
  const value = node[key];
  if (isNode(value)) return value;
  throw new Error(`${node.type} has no ${key}`);
}

/** The nodes right under a node, with the key each stands under. */
export function children(node: Node): { readonly key: string; readonly node: Node }[] {
  return Object.entries(node).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).filter(isNode).map((one) => ({ key, node: one })),
  );
}

/** A function of any kind: declared, an expression, or an arrow. */
export function isFunction({ type }: Node): boolean {
  return ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'].includes(type);
}
