/** Who does what is done at this moment, through all that it waits for. */
export interface Author {
  /** @param name null where nobody knows */
  as(name: string | null, work: () => void): void;
  current(): string | null;
}
