/** A piece of an address without its escapes (`%C3%A9`); as it is where they stand for nothing. */
export function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
