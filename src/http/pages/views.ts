import type { AddPage } from './add-page.ts';
import type { AddTermPage } from './add-term-page.ts';
import type { ArticlePage } from './article-page.ts';
import type { BookPage } from './book-page.ts';
import type { CandidatesPage } from './candidates-page.ts';
import type { ChangesPage } from './changes-page.ts';
import type { ConceptPage } from './concept-page.ts';
import type { ErrorPage } from './error-page.ts';
import type { GlossaryPage } from './glossary-page.ts';
import type { ImportPage } from './import-page.ts';
import type { ImportTermsPage } from './import-terms-page.ts';
import type { ImportTextsPage } from './import-texts-page.ts';
import type { PairsPage } from './pairs-page.ts';
import type { ParcelPage } from './parcel-page.ts';
import type { RemovalPage } from './removal-page.ts';
import type { SearchPage } from './search-page.ts';
import type { ShelfPage } from './shelf-page.ts';
import type { SignInPage } from './sign-in-page.ts';
import type { TranslatePage } from './translate-page.ts';
import type { UndoPage } from './undo-page.ts';
import type { UnitPage } from './unit-page.ts';
import type { VersionsPage } from './versions-page.ts';

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
