/**
 * The article goes on under its own address where it is read at `/`, as the only one: what is copied, marked or asked
 * for anew is this article still when there is a second one.
 */
export function takeOwnAddress({ dataset }: HTMLElement): void {
  const address = new URL(location.href);
  address.pathname = dataset['at'] ?? address.pathname;
  if (address.href !== location.href) history.replaceState(history.state, '', address);
}
