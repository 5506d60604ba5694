import fc from 'fast-check';

/** Texts that are difficult for parsers, among any others. */
export const eventText = fc.string({
  unit: fc.oneof(
    fc.constantFrom('"', '\\', '\n', '\t', '&', '<', '>', '%', '$', '`', "'", '\x01', '\x7f', '\r', '{', '}', '\u2028', 'é', '✓', '😀'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 24,
});
