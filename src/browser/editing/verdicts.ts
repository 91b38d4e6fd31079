import {
  createLiveVerdicts,
  type LiveVerdicts,
  type VerdictGround,
  type VerdictMark,
} from '../../core/changes/live-verdicts.ts';
import type { RichText } from '../../core/model/rich-text.ts';
import { findHidden } from '../../core/text/hidden-characters.ts';
import { readableIn } from '../../core/text/reading.ts';
import { type VerbRecords, verbsFrom } from '../../core/words/sent-verbs.ts';
import { readerFor } from '../../formats/article/inline-marks.ts';
import { make, makeButton } from '../shared/elements.ts';

/** What the server sends along so that a text can be judged as it is typed. */
type SentGround = Omit<VerdictGround, 'read' | 'verbs'> & { readonly verbs: VerbRecords };

/**
 * Judges the English of a paragraph at every key, with the same code as the server: the terms in the French change
 * their verdict, the text under the field its marks.
 *
 * @param french elements that hold the French with its terms
 */
export function setUpVerdicts(editor: HTMLElement, field: HTMLTextAreaElement, french: readonly HTMLElement[]): void {
  const json = editor.querySelector<HTMLDataElement>('.proof-data')?.value;
  if (json === undefined) return;
  const data = JSON.parse(json) as SentGround;
  const prove = createLiveVerdicts({ ...data, verbs: verbsFrom(data.verbs), read: readerFor(data.source) });
  const part = (selector: string) => editor.querySelector<HTMLElement>(selector);
  const show = () => {
    const proof = prove(field.value);
    for (const side of french) showInFrench(side, data.id, proof);
    part('.proof')?.replaceChildren(...markedText(field.value, proof.marks.target));
    part('.verdicts')?.replaceChildren(...doubtful(proof).map((mark) => verdictLine(data.source, mark)));
    part('.tally')?.replaceChildren(proof.tally);
    part('.other-senses')?.replaceChildren(...proof.otherSenses.map((why) => make('p', 'details', why)));
    part('.suggestions')?.replaceChildren(...repairButtons(proof, field));
    const told = [...proof.findings, ...proof.accepted].map((text) => make('p', 'details', text));
    part('.findings')?.replaceChildren(...told);
  };
  field.addEventListener('input', show);
  show();
}

function doubtful({ marks }: LiveVerdicts): VerdictMark[] {
  return marks.source.filter(({ entry }) => entry.verdict !== 'preferred');
}

/** The terms of the French stay where they are, whatever the English says; only their verdicts change, or go. */
function showInFrench(side: HTMLElement, id: string, { entries }: LiveVerdicts): void {
  const verdicts = new Map(entries.map(({ number, verdict }) => [`${id}-${number + 1}`, verdict]));
  for (const term of side.querySelectorAll<HTMLElement>('.term')) {
    const verdict = verdicts.get(term.dataset['mention'] ?? '');
    if (verdict === undefined) delete term.dataset['verdict'];
    else term.dataset['verdict'] = verdict;
  }
}

/** A text with its terms marked, and signs that nobody sees made visible. */
function markedText(text: string, marks: readonly VerdictMark[]): Node[] {
  const nodes: Node[] = [];
  let at = 0;
  for (const mark of marks) {
    nodes.push(...plainText(text.slice(at, mark.start)));
    const { entry, why } = mark;
    const term = make('span', 'term', '');
    term.dataset['verdict'] = entry.verdict;
    term.dataset['concept'] = entry.reading.concept.id;
    term.title = why;
    term.append(...plainText(text.slice(Math.max(at, mark.start), mark.end)));
    nodes.push(term);
    at = Math.max(at, mark.end);
  }
  return [...nodes, ...plainText(text.slice(at))];
}

function plainText(text: string): Node[] {
  const nodes: Node[] = [];
  let at = 0;
  for (const { start, end, name } of findHidden(text)) {
    nodes.push(new Text(text.slice(at, start)), make('span', 'hidden-sign', `[${name}]`));
    at = end;
  }
  return [...nodes, new Text(text.slice(at))];
}

function verdictLine(source: RichText, { start, end, entry, why }: VerdictMark): HTMLElement {
  const line = make('li', '', '');
  const { verdict, reading } = entry;
  const link = make('a', '', readableIn(source, { start, end }), 'fr') as HTMLAnchorElement;
  link.href = `/glossary/${reading.concept.id}`;
  const word = make('span', 'verdict', verdict);
  word.dataset['verdict'] = verdict;
  line.append(link, ' ', word, ' ', make('span', 'details', why));
  return line;
}

function repairButtons({ repairs }: LiveVerdicts, field: HTMLTextAreaElement): HTMLElement[] {
  return repairs.map(({ repair, target }) => {
    const button = makeButton(`${repair.from} → ${repair.to}`);
    button.className = 'quiet';
    button.lang = 'en';
    button.addEventListener('click', () => {
      field.value = target.text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      field.focus();
    });
    return button;
  });
}
