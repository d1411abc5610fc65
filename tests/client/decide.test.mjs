// Which alert is shown: the committed questions once more, on whichever modules are under test.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { decide } from "./alert.mjs";

const cases = JSON.parse(readFileSync(new URL("../../conformance/decisions.json", import.meta.url)));

for (const [at, { question, answer }] of cases.entries()) {
  test(`decision ${at}`, () => {
    const { bundle, off, request, memory, now, chances } = question;
    const { outcome, reason = null, alert, variant, arm = null, exposure = null } = decide(bundle, off, request, memory, new Date(now), chances);
    assert.deepEqual({ outcome, reason, alert: alert?.id ?? null, variant: variant?.id ?? null, arm, exposure }, answer);
  });
}

test("a fact that cannot be asked for matches", () => {
  const context = { get address() { throw new Error("not now"); } };
  const alert = { id: "a", placement: "card", starts_on: "2026-01-01", ends_on: "2026-12-31", friction: "question",
    audience: [{ fact: "address", any_of: ["new"] }], variants: [{ id: "v", weight: 1 }] };
  const { outcome } = decide({ alerts: [alert] }, undefined, { placement: "card", context }, null, new Date("2026-06-01"), { arm: 0, variant: 0 });
  assert.equal(outcome, "show");
});
