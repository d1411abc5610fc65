import type { ScamAlertEventMap } from "./events.js";
import type { Bundle, BundleAlert, BundleVariant, Latest, Off, Trust } from "./types.js";

export type * from "./events.js";
export type * from "./types.js";

export type Placement = "withdrawal" | "p2p" | "new-address" | "card";

/** What the app knows of a transfer. It never leaves the device; what is not told counts as a match. */
export interface Facts {
  address?: "new" | "known" | null | undefined;
  "first-send"?: "yes" | "no" | null | undefined;
  /** A band, never a sum; where one begins is for the app to say. */
  amount?: "low" | "medium" | "high" | "very-high" | null | undefined;
  /** The code that the app uses, such as USDT. */
  asset?: string | null | undefined;
  /** The code that the app uses, such as tron. */
  channel?: string | null | undefined;
}

export interface Wanted {
  /** ISO 3166 code of a country or a part of one, such as HK or US-CA. */
  jurisdiction: string;
  /** BCP 47 tag; without it, the first language of the site. */
  locale?: string;
  /** Folder of `latest.json`, with a slash at its end. */
  src?: string;
}

/** `<scam-alert>`: a modal warning that opens when the element is put into the page. */
export declare class ScamAlert extends HTMLElement {
  /** Set it before the element is put into the page. */
  context: Facts;
}

/** Fetches and proves what a later `<scam-alert>` will show, and keeps it in memory. Never rejects. */
export declare function prefetch(wanted: Wanted): Promise<void>;

/** Why no local warning could be proved; docs/app-team.md lists the codes. */
export declare class LoadFailure extends Error {
  readonly code: string;
}

export interface Warning {
  bundle: Bundle;
  sha256: string;
  latest: Latest;
  freshness: "fresh" | "stale" | "outdated";
  /** Of the release. */
  version: number;
  /** The bytes of all that was proved, by path. */
  files: Record<string, Uint8Array>;
}

/** For apps that draw their own warning: pointer, release and bundle, each proved. Rejects with a LoadFailure. */
export declare function loadWarning(
  trust: Trust,
  wanted: { jurisdiction: string; locale: string },
  now: Date,
  get: (name: "latest" | "release" | "bundle", path: string) => Promise<Uint8Array>,
  seen?: object,
): Promise<Warning>;

/** What a device remembers of an alert: the draw of its holdout, the last wording, and when it was shown, in ms. */
export type Memory = Record<string, { draw?: number; variant?: string; shown?: number[] }>;

/** `general`: no campaign applies, show the general words; `pass`: nothing is to be shown. */
export type Decision =
  | { outcome: "show"; alert: BundleAlert; variant: BundleVariant; arm: string; exposure: number }
  | { outcome: "general"; reason: "no-alert" }
  | { outcome: "pass"; reason: "audience" }
  | { outcome: "pass"; reason: "holdout" | "resting"; alert: BundleAlert; arm: string };

/** For apps that draw their own warning: which alert of a proved bundle a person sees. Total, and without effects. */
export declare function decide(
  bundle: Bundle,
  off: Off | undefined,
  request: { placement: string; context: Facts },
  memory: Memory | null,
  now: Date,
  /** In [0, 1). */
  chances: { arm: number; variant: number },
): Decision;

declare global {
  interface HTMLElementTagNameMap {
    "scam-alert": ScamAlert;
  }
  interface HTMLElementEventMap extends ScamAlertEventMap {}
  interface DocumentEventMap extends ScamAlertEventMap {}
}
