/** Mount options (mount(8)) for the partitions of an image, by the partition's role. */
export type ImageOptions = Readonly<Partial<Record<ImagePartition, string>>>;

/** The role of a partition in an image (systemd.exec(5), RootImageOptions=). */
export type ImagePartition = (typeof IMAGE_PARTITIONS)[number];

/** The partition roles that systemd knows. */
export const IMAGE_PARTITIONS = ['root', 'usr', 'home', 'srv', 'esp', 'xbootldr', 'tmp', 'var'] as const;

/** An image of a system extension (ExtensionImages=). */
export interface ExtensionImage {
  /** Absolute path of the image. */
  readonly source: string;
  /**
   * Allows the image to be missing (leading `-`).
   * @default false
   */
  readonly optional?: boolean;
  /**
   * Mount options of its partitions.
   * @default none
   */
  readonly options?: ImageOptions;
}

/** An image that is mounted at a path in the unit's view (MountImages=). */
export interface MountImage extends ExtensionImage {
  /** Absolute path of the mount point. */
  readonly destination: string;
}
