// A letter that bears a mark at the very end of a text («سجلًا», «ريالًا»): WebKit on Linux draws the whole word above its
// line then. A space that does not break after it keeps the word where it belongs, in every engine.
const MARKED_END = /(?:\u0644[\u064B-\u0652]+\u0627|[\u064B-\u0652\u0670])$/;

/** The text as it can be drawn. */
export function onItsLine(text: string): string {
  return MARKED_END.test(text) ? `${text}\u00A0` : text;
}
