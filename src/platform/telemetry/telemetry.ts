/** Told of what happens, to be measured elsewhere: patterns of doors, names of pools, durations; never who, what or which. */
export type Telemetry = {
  /** A request at a door; `work` returns the status of its answer. */
  readonly request: (method: string, door: string, work: () => Promise<number>) => Promise<void>;
  /** One transaction of a pool. */
  readonly transaction: <T>(pool: string, work: () => Promise<T>) => Promise<T>;
  /** Sends what was not sent yet, for at most two seconds, and stops. */
  readonly stop: () => Promise<void>;
};

/** What is asked each time before figures go out. */
export type Measured = {
  /** How many wait for a connection, by pool. */
  readonly waiting: () => Readonly<Record<string, number>>;
  /** How many seconds the oldest waits that should have been done, by part; empty when that cannot be known now. */
  readonly ages: () => Promise<Readonly<Record<string, number>>>;
};
