import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { UsageError } from './cli/command.ts';

/**
 * Asks for what nobody else is to see: twice on a terminal, which shows nothing of it; else it is the first line of
 * standard input.
 *
 * @throws {UsageError} when the second one is another
 */
export async function askSecret(question: string): Promise<string> {
  if (!process.stdin.isTTY) return readFileSync(0, 'utf8').split(/\r?\n/)[0] ?? '';
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const typing = createInterface({ input: process.stdin, output: silent, terminal: true });
  typing.once('SIGINT', () => process.exit(130));
  const ask = async (words: string) => {
    process.stderr.write(words);
    const typed = await typing.question('');
    process.stderr.write('\n');
    return typed;
  };
  try {
    const first = await ask(question);
    if (first === (await ask('Once more: '))) return first;
    throw new UsageError('The second password is another one; ask again.');
  } finally {
    typing.close();
  }
}
