// Every case, each as a test of its own, so that a mistake names the case that notices it.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { outcome } from "../../conformance/run.mjs";
import { loadWarning } from "./alert.mjs";

const folder = new URL("../../conformance/cases/", import.meta.url);
for (const file of readdirSync(folder).sort()) {
  const one = JSON.parse(readFileSync(new URL(file, folder)));
  test(`case ${one.name}`, async () => assert.deepEqual(await outcome(loadWarning, one), one.expected, one.why));
}
