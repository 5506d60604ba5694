/** Place of a directive in a unit file: its section in lower case and its name, `['service', 'User']`. */
export type DirectivePlace = readonly [section: string, name: string];
