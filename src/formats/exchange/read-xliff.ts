import { finish, type Slices } from '../../core/model/slices.ts';
import { cutShort, MOST_QUOTED, quotedShort } from '../../core/text/cut-short.ts';
import type { BilingualFile } from './bilingual.ts';
import { followXml, openXml, Refused, type XmlFile, type XmlFollower, type XmlTag } from './follow-xml.ts';
import { createGathering, type Gathering } from './gathering.ts';
import { followXliff2 } from './xliff2-reader.ts';
import { followXliff12 } from './xliff12-reader.ts';

/** Reads XLIFF at once; see {@link xliffSlices}. */
export function readXliff(content: Uint8Array | string, file: string): BilingualFile {
  return finish(xliffSlices(content, file));
}

/**
 * Reads XLIFF of any version from 1.0 to 2.2, in UTF-8 or UTF-16.
 *
 * @throws {UnreadableBilingual} where it is none, or broken, or between other languages
 */
export function* xliffSlices(content: Uint8Array | string, file: string): Slices<BilingualFile> {
  const xml = openXml(content, file);
  const gathering = createGathering(xml);
  let follower: XmlFollower | null = null;
  yield* followXml(xml, {
    open(tag) {
      follower ??= followerFor(tag, xml, gathering);
      follower.open(tag);
    },
    text: (words) => follower?.text(words),
    close: (name) => follower?.close(name),
  });
  return yield* gathering.done();
}

function followerFor({ name, attributes, offset }: XmlTag, xml: XmlFile, gathering: Gathering): XmlFollower {
  if (name !== 'xliff') throw new Refused(`this is no XLIFF, it begins with <${cutShort(name, MOST_QUOTED)}>`, offset);
  const version = attributes['version'] ?? '';
  if (/^1\.[0-2]$/.test(version)) return followXliff12(xml, gathering);
  if (/^2\.[0-2]$/.test(version)) return followXliff2(xml, gathering);
  throw new Refused(
    `${quotedShort(version)} is no version of XLIFF that is read here; export it as 1.2 or 2.1`,
    offset,
  );
}
