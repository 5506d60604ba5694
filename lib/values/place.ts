/**
 * Place of a value in what the user wrote, from the outside in: names of properties, and indexes of lists. `['rules', 0, 'action']` is the
 * action of the first rule.
 */
export type Place = readonly (string | number)[];

/**
 * Joins a place to text, as the user would write it: `rules[0].action`.
 *
 * @example
 * ```ts
 * const file = UnitFile.parse('[Service]\nMemroyMax=2G\n', { fileName: 'sidekiq.service' });
 * const places = file.issues.map(({ place }) => placeText(place));
 * ```
 */
export function placeText(place: Place): string {
  return place.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
}
