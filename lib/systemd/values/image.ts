/** Options of the partitions of an image, by what a partition is for, as mount(8) takes them. */
export type ImageOptions = Readonly<Partial<Record<ImagePartition, string>>>;

/** What a partition of an image is for (systemd.exec(5), RootImageOptions=). */
export type ImagePartition = (typeof IMAGE_PARTITIONS)[number];

/** Those that systemd knows. */
export const IMAGE_PARTITIONS = ['root', 'usr', 'home', 'srv', 'esp', 'xbootldr', 'tmp', 'var'] as const;

/** An image of a system extension (ExtensionImages=). */
export interface ExtensionImage {
  /** Absolute path of the image. */
  readonly source: string;
  /** Whether it may be missing (leading `-`). Default: false. */
  readonly optional?: boolean;
  /** Mount options of its partitions. */
  readonly options?: ImageOptions;
}

/** An image that is mounted at a place of the unit's view (MountImages=). */
export interface MountImage extends ExtensionImage {
  /** Absolute path of the place. */
  readonly destination: string;
}
