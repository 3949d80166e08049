/** Something that a world has to end, in the reverse of the order in which it was begun. */
export interface Opened {
  readonly close: () => Promise<void>;
}
