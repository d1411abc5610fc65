// A browser that cannot verify shows the baseline, with a code of its own.

import assert from "node:assert/strict";
import { test } from "node:test";

import { LoadFailure, giving, loadWarning, replaceGlobal, repository } from "./alert.mjs";

const { trust, wanted, now, files } = repository("valid");
const load = (pinned = trust) => loadWarning(pinned, wanted, now, giving(files));

for (const [name, value] of [["no crypto", undefined], ["no crypto.subtle, as on plain HTTP", {}]]) {
  test(`${name} is no-crypto, before anything is fetched`, async (t) => {
    replaceGlobal(t, "crypto", { value });
    const never = () => assert.fail("nothing needs to be fetched");
    await assert.rejects(loadWarning(trust, wanted, now, never), { code: "no-crypto" });
  });
}

test("a browser that does not know the algorithm is no-crypto", async (t) => {
  t.mock.method(crypto.subtle, "importKey", () => { throw new DOMException("Unrecognized name", "NotSupportedError"); });
  await assert.rejects(load(), { code: "no-crypto" });
});

test("the algorithm, the key's use and its form are those of the pinned key", async (t) => {
  const imported = t.mock.method(crypto.subtle, "importKey");
  await load();
  assert.equal(imported.mock.callCount(), 3);
  for (const { arguments: [form, , { name, namedCurve }, extractable, uses] } of imported.mock.calls)
    assert.deepEqual([form, name, namedCurve, extractable, uses], ["spki", "ECDSA", "P-256", false, ["verify"]]);
});

test("a failure is an error that says its code", () => {
  const failure = new LoadFailure("latest-missing");
  assert.ok(failure instanceof Error);
  assert.deepEqual([failure.code, failure.message], ["latest-missing", "latest-missing"]);
});
