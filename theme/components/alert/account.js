// What is told of one showing: what is known of it so far goes along with every event.

import { HOUR } from "./decide.js";

const UNKNOWN = { alert: null, variant: null, arm: null, exposure: null, bundle: null, sha256: null, version: null };

export class Account {
  #teller;

  /** `names` are jurisdiction, locale and placement; the events are fired at `teller`. */
  constructor(teller, names) {
    this.#teller = teller;
    this.detail = { ...UNKNOWN, ...names, source: "baseline", session: randomId() };
  }

  learn(facts) {
    this.detail = { ...this.detail, ...facts };
  }

  tell(name, more) {
    const at = new Date(Math.floor(Date.now() / HOUR) * HOUR).toISOString();
    const detail = { ...this.detail, ...more, at };
    this.#teller.dispatchEvent(new CustomEvent(`scam-alert:${name}`, { bubbles: true, composed: true, detail }));
  }
}

/** 128 random bits in hex. `crypto.randomUUID` is withheld from pages that are not secure. */
function randomId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
