// For somebody who has already sent money: what to do now, and what to keep for the police.

import { disclosure, element, list } from "./parts.js";

export function aftermath({ sent, evidence }, on) {
  const parts = [];
  if (sent) parts.push(disclosure(sent.heading, [element("p", {}, sent.lead), list(sent.steps)]));
  if (evidence) {
    // A plain list, until the form has arrived; it has arrived if the list is gone.
    const form = element("scam-evidence", {}, [list(evidence.fields.map(({ label }) => label))]);
    parts.push(disclosure(evidence.heading, [element("p", {}, evidence.lead), form], {}, () => on.collect(form, evidence)));
  }
  return parts.length ? [element("section", {}, parts)] : [];
}
