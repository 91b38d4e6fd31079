import type { AddPage } from './adding/add-page.ts';
import type { BookPage } from './adding/book-page.ts';
import type { ImportPage } from './adding/import-page.ts';
import type { ImportTermsPage } from './adding/import-terms-page.ts';
import type { ImportTextsPage } from './adding/import-texts-page.ts';
import type { PairsPage } from './adding/pairs-page.ts';
import type { ParcelPage } from './adding/parcel-page.ts';
import type { ArticlePage } from './article/article-page.ts';
import type { TranslatePage } from './article/translate-page.ts';
import type { UnitPage } from './article/unit-page.ts';
import type { ErrorPage } from './error-page.ts';
import type { AddTermPage } from './glossary/add-term-page.ts';
import type { CandidatesPage } from './glossary/candidates-page.ts';
import type { ConceptPage } from './glossary/concept-page.ts';
import type { GlossaryPage } from './glossary/glossary-page.ts';
import type { ChangesPage } from './history/changes-page.ts';
import type { UndoPage } from './history/undo-page.ts';
import type { VersionsPage } from './history/versions-page.ts';
import type { SearchPage } from './search/search-page.ts';
import type { RemovalPage } from './shelf/removal-page.ts';
import type { ShelfPage } from './shelf/shelf-page.ts';
import type { SignInPage } from './sign-in-page.ts';

/** Every file of `views/`, and the type of what it prints. */
export interface Views {
  readonly add: AddPage;
  readonly 'add-term': AddTermPage;
  readonly article: ArticlePage;
  readonly book: BookPage;
  readonly candidates: CandidatesPage;
  readonly changes: ChangesPage;
  readonly concept: ConceptPage;
  readonly error: ErrorPage;
  readonly glossary: GlossaryPage;
  readonly import: ImportPage;
  readonly 'import-terms': ImportTermsPage;
  readonly 'import-texts': ImportTextsPage;
  readonly pairs: PairsPage;
  readonly parcel: ParcelPage;
  readonly removal: RemovalPage;
  readonly search: SearchPage;
  readonly shelf: ShelfPage;
  readonly 'sign-in': SignInPage;
  readonly translate: TranslatePage;
  readonly undo: UndoPage;
  readonly unit: UnitPage;
  readonly versions: VersionsPage;
}
