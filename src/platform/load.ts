/** How many may be inside at once. */
export type Load = {
  /** Lets one in and returns how it leaves; undefined when there are more than can be answered in time. What somebody wrote goes before what is only looked at. */
  readonly enter: (writes: boolean) => (() => void) | undefined;
};

export type Bounds = { readonly mostInside: number; readonly keptForWriting: number; readonly mostWaiting: number };

/** At some milliseconds a page so many are answered within half a second; a slower database has them wait at most five seconds. */
export const usualBounds: Bounds = { mostInside: 96, keptForWriting: 16, mostWaiting: 80 };

/** Counts who is inside and, by `waiting`, who waits for a connection to the database. */
export function loadWithin({ mostInside, keptForWriting, mostWaiting }: Bounds, waiting: () => number): Load {
  let inside = 0;
  return {
    enter: (writes) => {
      const room = writes ? mostInside : mostInside - keptForWriting;
      if (inside >= room || waiting() >= mostWaiting) return undefined;
      inside += 1;
      let left = false;
      return () => {
        if (!left) inside -= 1;
        left = true;
      };
    },
  };
}
