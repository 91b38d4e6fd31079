import { type ChildProcess, spawn } from 'node:child_process';
import { PROGRAM } from '../cli/program.ts';

/** A server in a process of its own, which can be killed. */
export interface Victim {
  readonly child: ChildProcess;
  readonly url: string;
  readonly ended: Promise<number | null>;
  /** Milliseconds from its start to the address it printed. */
  readonly startTime: number;
}

/** @param command what the server is started through: a shell that limits it first */
export async function startVictim(root: string, command: readonly string[] = []): Promise<Victim> {
  const began = performance.now();
  const [program = process.execPath, ...args] = [...command, process.execPath, PROGRAM, 'serve'];
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, VISAVIS_ROOT: root, PORT: '0', LOG_LEVEL: 'silent' },
  });
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      const found = /http:\S+/.exec(chunk.toString());
      if (found) resolve(found[0]);
    });
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    void ended.then((code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
  return { child, url, ended, startTime: performance.now() - began };
}

export interface SavedText {
  readonly status: number;
  readonly tag: string;
}

/** Saves the English of a unit over a version; status 0 when nobody answered. */
export async function save(url: string, unit: string, tag: string, target: string): Promise<SavedText> {
  const answer = await fetch(`${url}api/articles/essai/units/${unit}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'if-match': tag },
    body: JSON.stringify({ target, state: 'draft' }),
  }).catch(() => null);
  // Half an answer is none.
  const whole = await answer?.text().catch(() => null);
  return { status: whole === null || answer === null ? 0 : answer.status, tag: answer?.headers.get('etag') ?? '' };
}

export async function tagOf(url: string, unit: string): Promise<string> {
  const answer = await fetch(`${url}api/articles/essai/units/${unit}`);
  await answer.text();
  return answer.headers.get('etag') ?? '';
}

/** An article of some paragraphs, each with its English. */
export function articleOf(count: number): Record<string, string> {
  const french = Array.from({ length: count }, (_, i) => `Alinéa ${i}.`);
  return {
    'glossary/ai.yaml': '- fr: jeton\n  en: token\n',
    'content/essai/fr.md': `---\ntitle: Essai\n---\n\n${french.join('\n\n')}\n`,
    'content/essai/en.po': `msgid "Essai"\nmsgstr "Trial"\n\n${french.map((text, i) => `msgid "${text}"\nmsgstr "Paragraph ${i} -1."\n`).join('\n')}`,
  };
}

/** One line of the report. */
export function report(what: string, figure: string | number, target: string): void {
  console.log(`  ${what.padEnd(62)} ${String(figure).padStart(12)}   target ${target}`);
}

/** How much of everything: 1 = the whole set; TORTURE=0.01 tries it out. */
export function times(count: number): number {
  return Math.max(1, Math.round(count * Number(process.env['TORTURE'] ?? 1)));
}
