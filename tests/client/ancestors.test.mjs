// A host page may have set members on the ancestor of all objects; what is missing is not taken from there.

import assert from "node:assert/strict";
import { test } from "node:test";

import { giving, loadWarning, repository } from "./alert.mjs";

function inherited(t, name, value) {
  Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true });
  t.after(() => delete Object.prototype[name]);
}

for (const [name, member, value] of [["bundle-without-label", "label", "x"], ["bundle-without-alerts", "alerts", []]]) {
  test(`a missing ${member} is not inherited`, async (t) => {
    const { trust, wanted, now, files } = repository(name);
    inherited(t, member, value);
    await assert.rejects(loadWarning(trust, wanted, now, giving(files)), { code: "bundle-malformed" });
  });
}

test("a member that all objects inherit does no harm to a sound warning", async (t) => {
  const { trust, wanted, now, files } = repository("valid");
  inherited(t, "hours", 24);
  assert.equal((await loadWarning(trust, wanted, now, giving(files))).freshness, "fresh");
});
