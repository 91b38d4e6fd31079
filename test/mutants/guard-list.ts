/** A guard of the source, which a tag `@guard` names there. */
export interface Guard {
  readonly name: string;
  /** What would happen without it. */
  readonly against: string;
  /** Tests that must notice when it is off, by parts of their paths. */
  readonly tests: string;
}

const HTTP = 'http/guard/guards';
const WRITING = 'files/disk/write-file';
const WEB = 'web/fetch-page';

/** Every guard, room by room. */
export const GUARDS: readonly Guard[] = [
  {
    name: 'path-of-other-copy',
    against: 'a file of another copy that lands outside, or among ours',
    tests: 'git/shared-store',
  },
  { name: 'link-of-other-copy', against: 'a link of another copy', tests: 'git/shared-store' },
  { name: 'foreign-host', against: 'a name that leads here only for a moment (DNS rebinding)', tests: HTTP },
  { name: 'two-hosts', against: 'a second Host that a proxy believes', tests: HTTP },
  { name: 'host-in-target', against: 'a host in the address itself, which wins over the header', tests: HTTP },
  { name: 'other-origin', against: 'a form of another site', tests: HTTP },
  { name: 'other-site', against: 'a form of another site, told by Sec-Fetch-Site', tests: HTTP },
  { name: 'cookie-without-origin', against: 'a browser that names no origin', tests: HTTP },
  { name: 'content-type', against: 'a form that passes for JSON', tests: 'http/routes/entries' },
  { name: 'events-from-elsewhere', against: 'another site that listens', tests: HTTP },
  { name: 'resource-policy', against: 'our pages within those of another site', tests: HTTP },
  { name: 'packed-bodies', against: 'a small body that unpacks to gigabytes', tests: HTTP },
  { name: 'file-of-new-entry', against: 'a file outside the glossary', tests: 'http/routes/entries' },
  { name: 'way-back', against: 'a form that leads to another site', tests: 'http/routes/entries' },
  { name: 'wrong-password', against: 'anybody', tests: 'http/routes/sign-in' },
  { name: 'approval', against: 'a translator who approves, or who wrote the text', tests: 'http/guard/roles' },
  { name: 'reader-writes', against: 'a reader who writes', tests: 'http/guard/people' },
  { name: 'person-of-now', against: 'somebody who was taken out of the file of users', tests: 'http/guard/people' },
  { name: 'header-from-elsewhere', against: 'anybody who sends the header of the proxy', tests: 'http/guard/people' },
  { name: 'link-of-users', against: 'a link that leads to a file of another’s people', tests: 'http/guard/people' },
  { name: 'sign-in-to-write', against: 'anybody who does not sign in', tests: 'http/routes/sign-in' },
  { name: 'secure-cookie', against: 'a cookie that leaves https', tests: 'http/behind-proxy' },
  { name: 'name-of-cookie', against: 'a sign-in elsewhere that ends the one here', tests: 'http/routes/sign-in' },
  { name: 'sessions-of-one', against: 'a reader who signs everybody out', tests: 'http/guard/sign-in-limits' },
  { name: 'one-network', against: 'as many tries as one has addresses', tests: 'http/network' },
  { name: 'one-block', against: 'as many turns as one has networks', tests: 'http/network' },
  {
    name: 'forwarded-from-elsewhere',
    against: 'as many tries as one writes addresses into X-Forwarded-For',
    tests: 'http/guard/clients',
  },
  { name: 'forwarded-by-client', against: 'the same, through a proxy', tests: 'http/guard/clients' },
  {
    name: 'requests-of-connection',
    against: 'one connection that asks for ever and waits for nothing',
    tests: 'http/pipelined',
  },
  { name: 'places-of-network', against: 'one machine that takes every place', tests: 'http/crowd' },
  { name: 'bytes-of-pages', against: 'pages kept until the memory ends', tests: 'http/cache' },
  { name: 'bytes-of-parcels', against: 'texts kept until the memory ends', tests: 'http/parcels' },
  { name: 'parcel-of-another', against: 'a text that somebody else brought', tests: 'http/parcels' },
  { name: 'parts-of-form', against: 'a form of ten thousand parts', tests: 'http/routes/add.test' },
  { name: 'version-of-import', against: 'words of somebody else lost', tests: 'http/routes/import' },
  { name: 'version-of-paragraph', against: 'words of somebody else lost', tests: 'http/routes/units' },
  { name: 'saved-though-unread', against: 'a save that is told as lost', tests: 'http/routes/unread' },
  {
    name: 'long-text',
    against: 'a server that stands still while a long file is read',
    tests: 'files/thread/text-thread',
  },
  { name: 'version-of-entry', against: 'an entry of somebody else lost', tests: 'http/routes/entries' },
  { name: 'picture-sandbox', against: 'an image that runs its own script', tests: 'http/routes/pictures' },
  { name: 'picture-name', against: 'files that are no images of an article', tests: 'http/routes/pictures' },
  { name: 'escaping', against: 'what people write taken for HTML', tests: 'http/guard/hostile' },
  { name: 'key-stays', against: 'a key sent where the .env of a stranger’s folder says', tests: 'env-file' },

  { name: 'rename', against: 'a file seen half-written', tests: WRITING },
  { name: 'sync-of-file', against: 'half a file after a power cut', tests: WRITING },
  { name: 'sync-of-folder', against: 'a new name lost by a power cut', tests: WRITING },
  { name: 'temporary-files-go', against: 'temporary files left behind', tests: WRITING },
  { name: 'written-short', against: 'a full disk that says nothing', tests: WRITING },
  { name: 'read-is-there', against: 'a change of an editor lost', tests: WRITING },
  { name: 'written-in-place', against: 'what an editor writes at that very moment lost', tests: WRITING },
  { name: 'mode', against: 'a file that others may read no more', tests: WRITING },
  { name: 'read-only-file', against: 'a file written that may only be read', tests: 'files/links' },
  { name: 'one-after-the-other', against: 'two saves that undo each other', tests: 'http/crowd files/durable' },
  { name: 'place-in-log', against: 'a log that leads to files elsewhere', tests: 'files/saving/save-log' },
  {
    name: 'id-of-other-entry',
    against: 'an entry that is saved and not in use, as another has its id',
    tests: 'files/saving/taken-ids',
  },
  { name: 'undo-proof', against: 'an undo that leaves a file with a mistake', tests: 'files/undo' },
  { name: 'unreadable-text', against: 'a text that the next start refuses', tests: 'files/links' },
  { name: 'control-characters', against: 'signs at which other tools end', tests: 'http/unforeseen' },
  {
    name: 'catalogue-proof',
    against: 'a catalogue that reads otherwise than it was meant',
    tests: 'formats/article/twins',
  },
  { name: 'twins', against: 'two messages with one key', tests: 'formats/article/twins' },
  { name: 'edit-of-another', against: 'English beside a French it is none of', tests: 'files/moved' },

  { name: 'one-server', against: 'two servers of one root', tests: 'files/lock/lock.test' },
  { name: 'signs-of-life', against: 'the lock of another machine taken', tests: 'files/lock/lock.test' },
  { name: 'other-container', against: 'a process number of another container believed', tests: 'files/lock/lock.test' },
  { name: 'lock-taken-over', against: 'a holder that stood still and goes on', tests: 'files/lock/lock.test' },

  { name: 'half-written-file', against: 'half a file shown', tests: 'files/faults' },
  { name: 'odd-file', against: 'links and pipes read', tests: 'files/faults' },
  { name: 'own-cache', against: 'what another person had a start believe', tests: 'files/kept/start-cache' },
  { name: 'odd-folder', against: 'files written behind a link', tests: 'files/links' },
  { name: 'linked-folder', against: 'walks that leave the root', tests: 'files/links' },
  { name: 'export-place', against: 'a file of a person under what is taken away', tests: 'cli/export' },
  { name: 'strays', against: 'an old copy that wins', tests: 'files/loading/stray' },

  { name: 'nesting', against: 'a parser that ends the process', tests: 'formats/fuzz' },
  { name: 'aliases', against: 'a short text that stands for a million values', tests: 'formats/fuzz formats/glossary' },
  { name: 'review-over-draft', against: 'a review lost to a draft', tests: 'core/changes/imports/import-plan' },
  { name: 'long-lists', against: 'a page of ten thousand problems', tests: 'core/checks/few' },

  { name: 'bounds-of-html', against: 'a page that is read for minutes', tests: 'formats/document/html' },
  {
    name: 'bytes-unpacked',
    against: 'a small document that unpacks to gigabytes',
    tests: 'formats/document/packed/archive',
  },
  { name: 'copy-protection', against: 'a book taken for nonsense', tests: 'formats/document/packed/book' },
  { name: 'name-of-article', against: 'an article outside content/', tests: 'files/saving/articles' },
  { name: 'taken-name', against: 'an article over another', tests: 'files/saving/articles' },

  { name: 'key-in-errors', against: 'the key of an engine in a page', tests: 'engines/deepl' },
  { name: 'key-in-server-sentence', against: 'the same, in what a server says of it', tests: 'engines/chat' },
  { name: 'run-ends-badly', against: 'a server that ends with one run', tests: 'translate/jobs' },
  { name: 'one-run', against: 'a text that two runs pay for', tests: 'files/spending/spending' },
  { name: 'answer-under-way', against: 'a paid answer lost at the end', tests: 'cli/ending' },

  { name: 'public-address', against: 'pages of this machine fetched for others', tests: 'web/public-address' },
  { name: 'private-network', against: 'a page of the network fetched for others', tests: WEB },
  { name: 'known-answers', against: 'a name that leads elsewhere when it is asked again', tests: WEB },
  { name: 'scheme-of-page', against: 'a file of this machine taken for a page', tests: WEB },
  { name: 'name-in-address', against: 'a password sent, or a host that looks like another', tests: WEB },
  { name: 'port-of-page', against: 'requests to mail and other services', tests: WEB },
  { name: 'redirects-of-page', against: 'a server that leads in circles', tests: WEB },
  { name: 'time-of-page', against: 'a server that drips without end', tests: WEB },
  { name: 'bytes-of-page', against: 'a small answer that unpacks to gigabytes', tests: WEB },
  { name: 'type-of-page', against: 'pictures and programs read as text', tests: WEB },
];
