// A plugin of TypeDoc: the title of a guide is its first heading instead of its file name.
import { Converter } from 'typedoc';

/** @param {import('typedoc').Application} app */
export function load(app) {
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_context, document) => {
    const first = document.content[0];
    const heading = first?.kind === 'text' ? /^# (.+)$/m.exec(first.text) : null;
    if (heading !== null) document.name = heading[1];
  });
}
