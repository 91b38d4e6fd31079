/** What the schema of SARIF 2.1.0 says of a value, as far as a log of ours has such values. */
type Shape =
  | { readonly kind: 'text'; readonly values?: readonly string[]; readonly pattern?: RegExp }
  | { readonly kind: 'whole'; readonly least: number }
  | { readonly kind: 'list'; readonly of: Shape; readonly isSet?: boolean }
  | { readonly kind: 'texts by name' }
  | { readonly kind: 'object'; readonly type: string };

interface ObjectType {
  readonly required: readonly string[];
  /** One of these at least. */
  readonly oneOf?: readonly string[];
  /** Those that may be there: the schema allows no others. */
  readonly properties: Readonly<Record<string, Shape>>;
}

const TEXT: Shape = { kind: 'text' };
/** RFC 3986: what may stand in a reference, and percent signs with two digits alone. */
const URI: Shape = { kind: 'text', pattern: /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\dA-Fa-f]{2})*$/ };
const GUID: Shape = {
  kind: 'text',
  pattern: /^[\dA-Fa-f]{8}-[\dA-Fa-f]{4}-[1-5][\dA-Fa-f]{3}-[89ABab][\dA-Fa-f]{3}-[\dA-Fa-f]{12}$/,
};
const LEVEL: Shape = { kind: 'text', values: ['none', 'note', 'warning', 'error'] };
const object = (type: string): Shape => ({ kind: 'object', type });
const list = (of: Shape): Shape => ({ kind: 'list', of });
const set = (of: Shape): Shape => ({ kind: 'list', of, isSet: true });

/**
 * The definitions of the schema by their names, with all their properties that a checker of texts could have a use for.
 */
const TYPES: Readonly<Record<string, ObjectType>> = {
  log: {
    required: ['version', 'runs'],
    properties: {
      $schema: URI,
      version: { kind: 'text', values: ['2.1.0'] },
      runs: list(object('run')),
    },
  },
  run: {
    required: ['tool'],
    properties: {
      tool: object('tool'),
      results: list(object('result')),
      columnKind: { kind: 'text', values: ['utf16CodeUnits', 'unicodeCodePoints'] },
      language: { kind: 'text', pattern: /^[a-zA-Z]{2}(?:-[a-zA-Z]{2})?$/ },
      defaultEncoding: TEXT,
      newlineSequences: set(TEXT),
      redactionTokens: set(TEXT),
    },
  },
  tool: {
    required: ['driver'],
    properties: { driver: object('toolComponent'), extensions: set(object('toolComponent')) },
  },
  toolComponent: {
    required: ['name'],
    properties: {
      guid: GUID,
      name: TEXT,
      organization: TEXT,
      fullName: TEXT,
      version: TEXT,
      semanticVersion: { kind: 'text', pattern: /^\d+\.\d+\.\d+(?:-[\w.-]+)?(?:\+[\w.-]+)?$/ },
      downloadUri: URI,
      informationUri: URI,
      rules: set(object('reportingDescriptor')),
      notifications: set(object('reportingDescriptor')),
    },
  },
  reportingDescriptor: {
    required: ['id'],
    properties: {
      id: TEXT,
      guid: GUID,
      name: TEXT,
      shortDescription: object('multiformatMessageString'),
      fullDescription: object('multiformatMessageString'),
      defaultConfiguration: object('reportingConfiguration'),
      helpUri: URI,
      help: object('multiformatMessageString'),
    },
  },
  multiformatMessageString: { required: ['text'], properties: { text: TEXT, markdown: TEXT } },
  reportingConfiguration: { required: [], properties: { level: LEVEL } },
  result: {
    required: ['message'],
    properties: {
      ruleId: TEXT,
      ruleIndex: { kind: 'whole', least: -1 },
      kind: { kind: 'text', values: ['notApplicable', 'pass', 'fail', 'review', 'open', 'informational'] },
      level: LEVEL,
      message: object('message'),
      locations: list(object('location')),
      guid: GUID,
      occurrenceCount: { kind: 'whole', least: 1 },
      partialFingerprints: { kind: 'texts by name' },
      fingerprints: { kind: 'texts by name' },
      baselineState: { kind: 'text', values: ['new', 'unchanged', 'updated', 'absent'] },
    },
  },
  message: {
    required: [],
    oneOf: ['text', 'id'],
    properties: { text: TEXT, markdown: TEXT, id: TEXT, arguments: list(TEXT) },
  },
  location: {
    required: [],
    properties: {
      id: { kind: 'whole', least: -1 },
      physicalLocation: object('physicalLocation'),
      message: object('message'),
    },
  },
  physicalLocation: {
    required: [],
    oneOf: ['artifactLocation', 'address'],
    properties: {
      artifactLocation: object('artifactLocation'),
      region: object('region'),
      contextRegion: object('region'),
    },
  },
  artifactLocation: {
    required: [],
    properties: { uri: URI, uriBaseId: TEXT, index: { kind: 'whole', least: -1 }, description: object('message') },
  },
  region: {
    required: [],
    oneOf: ['startLine', 'charOffset', 'byteOffset'],
    properties: {
      startLine: { kind: 'whole', least: 1 },
      startColumn: { kind: 'whole', least: 1 },
      endLine: { kind: 'whole', least: 1 },
      endColumn: { kind: 'whole', least: 1 },
      charOffset: { kind: 'whole', least: -1 },
      charLength: { kind: 'whole', least: 0 },
      snippet: object('artifactContent'),
    },
  },
  artifactContent: { required: [], properties: { text: TEXT, binary: TEXT } },
};

/** Where a log is not what the schema of SARIF 2.1.0 asks for: `runs/0/tool: “driver” is missing`. */
export function sarifMistakes(log: unknown): readonly string[] {
  return [...mistakesIn(log, object('log'), '')];
}

function* mistakesIn(value: unknown, shape: Shape, at: string): Generator<string> {
  if (shape.kind === 'object') yield* mistakesOf(value, shape.type, at);
  else if (shape.kind === 'list') yield* mistakesInList(value, shape, at);
  else if (shape.kind === 'whole') {
    if (!Number.isInteger(value) || (value as number) < shape.least)
      yield `${at}: ${value} is no number from ${shape.least}`;
  } else if (shape.kind === 'texts by name') {
    if (!isRecord(value) || !Object.values(value).every((one) => typeof one === 'string'))
      yield `${at}: is no list of texts`;
  } else if (typeof value !== 'string') yield `${at}: is no text`;
  else if (shape.values?.includes(value) === false) yield `${at}: “${value}” is none of ${shape.values.join(', ')}`;
  else if (shape.pattern?.test(value) === false) yield `${at}: “${value}” is not written so`;
}

function* mistakesInList(value: unknown, shape: Extract<Shape, { kind: 'list' }>, at: string): Generator<string> {
  if (!Array.isArray(value)) {
    yield `${at}: is no list`;
    return;
  }
  if (shape.isSet && new Set(value.map((one) => JSON.stringify(one))).size < value.length) yield `${at}: has one twice`;
  for (const [i, one] of value.entries()) yield* mistakesIn(one, shape.of, `${at}/${i}`);
}

function* mistakesOf(value: unknown, type: string, at: string): Generator<string> {
  const known = TYPES[type];
  if (known === undefined || !isRecord(value)) {
    yield `${at}: is no ${type}`;
    return;
  }
  for (const name of known.required) if (!Object.hasOwn(value, name)) yield `${at}: “${name}” is missing`;
  if (known.oneOf?.every((name) => !Object.hasOwn(value, name))) yield `${at}: none of ${known.oneOf.join(', ')}`;
  for (const [name, one] of Object.entries(value)) {
    const shape = Object.hasOwn(known.properties, name) ? known.properties[name] : undefined;
    if (shape === undefined) yield `${at}: “${name}” is not known`;
    else yield* mistakesIn(one, shape, at === '' ? name : `${at}/${name}`);
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
