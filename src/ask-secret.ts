import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { UsageError } from './cli/command.ts';

/**
 * Asks for what nobody else is to see: twice on a terminal, which shows nothing of it; else it is the first line of
 * standard input.
 *
 * @throws {UsageError} when the second one is another, or somebody ends the input
 */
export async function askSecret(question: string): Promise<string> {
  if (!process.stdin.isTTY) return readFileSync(0, 'utf8').split(/\r?\n/)[0] ?? '';
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const typing = createInterface({ input: process.stdin, output: silent, terminal: true });
  const end = (code: number) => () => {
    process.stderr.write('\n');
    process.exit(code);
  };
  typing.once('SIGINT', end(130));
  // By itself it would leave the terminal as it is now, in which nothing that is typed is shown.
  process.once('SIGHUP', end(129));
  const ask = async (words: string) => {
    process.stderr.write(words);
    const typed = await typing.question('').catch(() => {
      process.stderr.write('\n');
      throw new UsageError('Nothing was typed to the end; ask again.');
    });
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
