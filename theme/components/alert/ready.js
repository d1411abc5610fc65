// The warning of a place, as far as this page or this device has it, and as the network has it now.

import { TRUST } from "./compiled.js";
import { fromNetwork, withSecondTry } from "./fetch.js";
import { keep, recall, sparing } from "./keep.js";
import { loadWarning } from "./load.js";

const PROVED = new Map(); // on this page

export const baseOf = (src) => new URL(src || ".", src ? document.baseURI : import.meta.url);

/** What was proved before, on this page or, unless builds are a developer's, on this device: statements and, if any, `warning`. */
export async function known(wanted) {
  const warning = PROVED.get(nameOf(wanted));
  if (warning) return { ...warning, warning };
  // A developer's builds follow each other with the same version: nothing of them is kept.
  return TRUST.development ? undefined : recall(TRUST, wanted, new Date());
}

/** What is published now; `before` is what is known already. Rejects with a LoadFailure. */
export async function fetchWarning(wanted, before) {
  const warning = await withSecondTry((cache, signal) =>
    loadWarning(TRUST, wanted, new Date(), sparing(before, fromNetwork(wanted.base, cache, signal)), before));
  if (!TRUST.development) keep(wanted.jurisdiction, warning.files);
  PROVED.set(nameOf(wanted), warning);
  return warning;
}

const nameOf = ({ base, jurisdiction, locale }) => [base, jurisdiction, locale].join(" ");
