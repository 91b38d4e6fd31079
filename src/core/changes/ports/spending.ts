/** A translation that an engine was paid for, wherever it went. */
export interface PaidAnswer {
  /** As in `# origin:`. */
  readonly label: string;
  /** Of the entries it was made with. */
  readonly stamp: string;
  /** The French. */
  readonly source: string;
  readonly target: string;
  /** Characters billed for it. */
  readonly characters: number;
  /** ISO 8601, with the time. */
  readonly made: string;
}

/** What something cost. Characters are billed by some engines, tokens by others. */
export interface Cost {
  readonly characters: number;
  readonly tokens: { readonly prompt: number; readonly completion: number } | null;
}

/** Of several requests, engines or months. */
export function sumOfCosts(a: Cost, b: Cost): Cost {
  const tokens =
    a.tokens === null || b.tokens === null
      ? (a.tokens ?? b.tokens)
      : { prompt: a.tokens.prompt + b.tokens.prompt, completion: a.tokens.completion + b.tokens.completion };
  return { characters: a.characters + b.characters, tokens };
}

/** What one engine cost in a month, what was sent and never answered among it. */
export interface MonthlyCost extends Cost {
  readonly engine: string;
  /** `2026-11` */
  readonly month: string;
}

/** Everything noted so far. */
export interface SpendingRecord {
  /** When it was looked up, or a moment before. ISO 8601. */
  readonly at: string;
  /** One for each label, stamp and French: the newest, as far as kept. */
  readonly answers: readonly PaidAnswer[];
  readonly months: readonly MonthlyCost[];
}

/** A request that is about to be sent; it counts as spent until it is known what it cost. */
export interface Reservation {
  /** @throws {StoreError} */
  settle(cost: Cost): Promise<void>;
}

/** The right to have some things made, which nobody else has meanwhile, in this process or another. */
export interface Claim {
  /** What was paid for by the time of the claim. */
  readonly answers: readonly PaidAnswer[];
  /**
   * Notes durably what a request may cost, before it is sent.
   *
   * @throws {StoreError} when that cannot be noted; nothing is to be sent then
   */
  reserve(engine: string, characters: number): Promise<Reservation>;
  /** @throws {StoreError} */
  keep(answers: readonly PaidAnswer[]): Promise<void>;
  /** Gives the right back. What cannot be noted is noticed by others when this process is gone. */
  end(): Promise<void>;
}

/** The ledger of spending of one root, shared by all processes that work on it. */
export interface Spending {
  /** What is noted by now. What cannot be read counts as nothing. */
  look(): Promise<SpendingRecord>;
  /**
   * Claims some things by their names; null while another run that lives has any of them.
   *
   * @throws {StoreError}
   */
  claim(names: readonly string[]): Promise<Claim | null>;
}
