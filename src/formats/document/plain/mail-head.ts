import { dateOfStamp, findFrenchDate } from '../blocks/french-date.ts';

/** What the head of a mail says of its text. */
export interface MailHead {
  /** Its subject, without what answering and forwarding put before it. */
  readonly title: string;
  /** As in front matter; null where none is read. */
  readonly date: string | null;
}

/** A line of the head of a mail, as mail programs in French and English show it. */
const FIELD =
  /^(de|from|[àa]|pour|to|copie(?: [àa])?|cci?|bcc|objet|sujet|subject|date|envoyé(?: le)?|sent|répondre à|reply-to)[ \u00a0\u202f]?:(.*)$/iu;
const SENDER = /^(?:de|from)$/i;
const SUBJECT = /^(?:objet|sujet|subject)$/i;
const SENT = /^(?:date|envoyé|sent)/iu;
const ANSWERED = /^(?:(?:re|tr|fwd?|réf?)[ \u00a0\u202f]?:[ \u00a0\u202f]*)+/iu;

/** `Tue, 18 Mar 2025 10:12:33 +0100`, as mails have it among themselves. RFC 5322. */
const IN_MAIL = /\b(\d{1,2}) ([a-z]{3}) (\d{4}) \d/i;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

function dateOfMail(sent: string): string | null {
  const [, day = '', month = '', year = ''] = IN_MAIL.exec(sent) ?? [];
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  const date = [year, ...[String(number), day].map((part) => part.padStart(2, '0'))].join('-');
  return number === 0 ? null : dateOfStamp(date);
}

/** Reads the first paragraph of a text as the head of a mail; null where it is none, or has no subject. */
export function mailHeadIn(paragraph: string): MailHead | null {
  const fields = paragraph.split('\n').map((line) => FIELD.exec(line.trim()));
  if (fields.includes(null)) return null;
  const valueIn = (names: RegExp) => fields.find((field) => names.test(field?.[1] ?? ''))?.[2]?.trim();
  const title = valueIn(SUBJECT)?.replace(ANSWERED, '') ?? '';
  if (title === '' || valueIn(SENDER) === undefined) return null;
  const sent = valueIn(SENT) ?? '';
  return { title, date: dateOfMail(sent) ?? findFrenchDate(sent) };
}
