/** What this browser remembers of its reader. Without storage it forgets, and everything else works. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`visavis.${name}`);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`visavis.${name}`, value);
  } catch {
    // Storage may be switched off; the choice then holds for this page.
  }
}
