import type { ScamAlertDetail } from "./events.js";
import type { BundleEvidence } from "./types.js";

/** `<scam-evidence>`: a form for what the police will ask, saved as a file on the device and sent to nobody. */
export declare class ScamEvidence extends HTMLElement {
  /** Puts the form in place of whatever stands inside. `facts` may be the `detail` of an event. */
  fill(words: BundleEvidence, facts: Partial<ScamAlertDetail>): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "scam-evidence": ScamEvidence;
  }
}
