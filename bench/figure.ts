/** One line of the report: what was measured, with what stands beside it from the same run. */
export type Figure = {
  readonly name: string;
  readonly measured: string;
  readonly counterpart: string;
  readonly ratio: string;
  readonly target: string;
  /** Undefined where there is nothing to reach. */
  readonly reached: boolean | undefined;
};

export const ms = (value: number): string => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
export const perSecond = (value: number): string => `${Math.round(value)}/s`;
export const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
export const MB = (bytes: number): string => `${Math.round(bytes / 1_000_000)} MB`;
export const ratio = (measured: number, counterpart: number): string => (measured / counterpart).toFixed(2);
