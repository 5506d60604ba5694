/** Values that our readers and systemd don't take for the same. */
export interface ReaderDifference {
  readonly reason: string;
  readonly explains: (trial: { readonly name: string; readonly value: string }, systemdVersion: number) => boolean;
}

const NO_READER = ['OpenFile', 'NFTSet', 'StateDirectoryQuota', 'XAttrEntryPoint', 'RefreshOnReload', 'LUOSession', 'OOMRules'];
const SURROGATE = 'x\\ud800';

/** All that is left of them, each with its reason. */
export const READER_DIFFERENCES: readonly ReaderDifference[] = [
  {
    reason: 'They came after 252, and we have no reader for them: the typed directive is checked, a text is judged by the host.',
    explains: ({ name }, systemdVersion) => systemdVersion > 252 && NO_READER.includes(name),
  },
  {
    reason: 'Which architectures there are is known on the machine.',
    explains: ({ name, value }) => name === 'Personality' && value === 'arm64',
  },
  {
    reason: 'systemd 247 takes a path with a name of more than 255 bytes, which no file has.',
    explains: ({ value }, systemdVersion) => systemdVersion === 247 && /^-?\/x+$/.test(value) && value.length > 255,
  },
  {
    reason: 'systemd 262 takes half a surrogate pair for no escape, and reads no further in what it then refuses.',
    explains: ({ name, value }, systemdVersion) => systemdVersion === 262 && (value === SURROGATE || name === 'ExecCondition'),
  },
  {
    reason: 'A policy that is one word for all, and a pattern of nothing, are refused by what newer versions read them with.',
    explains: ({ name, value }, systemdVersion) =>
      systemdVersion > 252 && ((name === 'RootImagePolicy' && value === 'yes') || (name === 'LogFilterPatterns' && value === '~')),
  },
];
