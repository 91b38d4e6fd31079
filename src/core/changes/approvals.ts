import type { Article } from '../model/article.ts';
import { nameKey, type Person } from './people.ts';

/** Whose text it is, as `# origin: person Ana 2026-11-26` says it; null where it names nobody. */
export function writerIn(origin: string | null): { readonly name: string; readonly date: string } | null {
  const [, name, date] = /^person (.+) (\d{4}-\d{2}-\d{2})$/.exec(origin?.trim() ?? '') ?? [];
  return name === undefined || date === undefined ? null : { name, date };
}

/** Whether the English of an article is approved by somebody else than who wrote it; an article that is gone asks nothing. */
export function asksOther(article: Pick<Article, 'citation'> | undefined): boolean {
  return article?.citation.review === 'other';
}

/** Who would approve, and what the article asks for. */
export interface Approving {
  readonly person: Person | null;
  /** Whether its texts are approved by somebody else than who wrote them: `review: other`. */
  readonly byOther: boolean;
}

/**
 * Why somebody may not approve a text, in one sentence; null where they may. Who has no name may, and what names no
 * writer may be approved: of neither can it be told.
 *
 * @guard approval → null
 */
export function whyNotApprove(origin: string | null, { person, byOther }: Approving): string | null {
  if (person === null) return null;
  const { name, role } = person;
  if (role !== 'reviewer') return `Approving is for reviewers, and ${name} is none here; save it as a draft.`;
  const writer = writerIn(origin);
  if (!byOther || writer === null || nameKey(writer.name) !== nameKey(name)) return null;
  return `${name} wrote this text, and this article wants somebody else to approve it (review: other); save it as a draft.`;
}
