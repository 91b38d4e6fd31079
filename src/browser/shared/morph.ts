import { Idiomorph } from 'idiomorph';

/** Classes that scripts put on elements; the server knows nothing of them. */
const OWN_CLASSES = ['current', 'uncovered', 'editing', 'lit', 'stands'];
/** Attributes by which a person or a script opens, hides and explains parts of a page. */
const OWN_ATTRIBUTES = ['open', 'hidden', 'aria-describedby'];

/**
 * Makes the inside of an element what it is in a newer page. Elements that are the same stay the same ones, with their
 * focus, what is open in them and how scripts marked them.
 *
 * @param fresh the element in the newer page, which is not used again
 * @param isKept whether an element stays as it is, with all that is in it; `next` is null where it would be removed
 */
export function morphInside(
  old: Element,
  fresh: Element,
  isKept: (element: Element, next: Element | null) => boolean,
): void {
  Idiomorph.morph(old, [...fresh.childNodes], {
    morphStyle: 'innerHTML',
    callbacks: {
      beforeNodeMorphed(element, next) {
        if (!(element instanceof Element) || !(next instanceof Element)) return true;
        for (const name of OWN_CLASSES) if (element.classList.contains(name)) next.classList.add(name);
        // Most of a page is as it was: comparing is ten times faster than walking through it.
        return !element.isEqualNode(next) && !isKept(element, next);
      },
      beforeNodeRemoved: (node) => !(node instanceof Element) || !isKept(node, null),
      beforeAttributeUpdated: (name) => !OWN_ATTRIBUTES.includes(name),
    },
  });
}
