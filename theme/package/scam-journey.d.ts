import type { ScamAlertDetail } from "./events.js";

/** What the exchange may keep beside a withdrawal, and hand in on a later day. */
export type Remembered = Pick<
  ScamAlertDetail,
  "alert" | "variant" | "arm" | "exposure" | "bundle" | "sha256" | "version" | "source" | "session"
>;

/** One withdrawal as the app sees it: each method tells one step as an event. None throws, or waits for anything. */
export interface Journey {
  readonly session: string;
  remember(): Remembered;
  /** Listens no more. */
  end(): void;
  /** `destination` stays on the device, as a keyed hash. */
  intend(destination?: string): void;
  edit(what: "destination" | "amount"): void;
  submit(): void;
  complete(): void;
  endPause(hours: number, how?: { imposed?: boolean }): void;
  displace(): void;
  reportScam(by: "user" | "police"): void;
  reportFalseAlarm(): void;
}

export declare function startJourney(asked?: {
  jurisdiction?: string | null;
  locale?: string | null;
  placement?: string | null;
  target?: EventTarget;
  remembered?: Partial<Remembered>;
}): Journey;
