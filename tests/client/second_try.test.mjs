// Files that do not fit together are asked for once more, past all caches; nothing else is.

import assert from "node:assert/strict";
import { test } from "node:test";

import { LoadFailure, answering, fromNetwork, loadWarning, network, repository, serving, withSecondTry, BASE } from "./alert.mjs";

const attempts = (outcomes) => {
  const tried = [];
  const load = async (cache, signal) => {
    tried.push({ cache, signal });
    const outcome = outcomes[tried.length - 1];
    if (outcome instanceof Error) throw outcome;
    return outcome;
  };
  return { tried, load };
};
const caches = (tried) => tried.map(({ cache }) => cache);

test("what succeeds is tried once", async () => {
  const { tried, load } = attempts(["warning"]);
  assert.equal(await withSecondTry(load), "warning");
  assert.deepEqual(caches(tried), ["default"]);
});

for (const code of ["release-missing", "release-digest", "bundle-missing", "bundle-digest"]) {
  test(`after ${code} there is a second try under the same time limit`, async () => {
    const { tried, load } = attempts([new LoadFailure(code), "warning"]);
    assert.equal(await withSecondTry(load), "warning");
    assert.deepEqual(caches(tried), ["default", "reload"]);
    assert.equal(tried[0].signal, tried[1].signal);
    assert.ok(tried[0].signal instanceof AbortSignal);
  });

  test(`after ${code} twice there is no third try`, async () => {
    const { tried, load } = attempts([new LoadFailure(code), new LoadFailure(code), "warning"]);
    await assert.rejects(withSecondTry(load), { code });
    assert.equal(tried.length, 2);
  });
}

for (const code of [
  "latest-missing", "latest-unreachable", "latest-rollback", "release-signature", "release-unreachable",
  "bundle-malformed", "bundle-too-large", "not-release-missing", "bundle-digests", "no-crypto",
]) {
  test(`after ${code} there is none`, async () => {
    const { tried, load } = attempts([new LoadFailure(code), "warning"]);
    await assert.rejects(withSecondTry(load), { code });
    assert.equal(tried.length, 1);
  });
}

test("after a mistake of our own there is none", async () => {
  const { tried, load } = attempts([new TypeError("ours"), "warning"]);
  await assert.rejects(withSecondTry(load), TypeError);
  assert.equal(tried.length, 1);
});

for (const [part, how] of [["release", "digest"], ["bundle", "digest"], ["release", "missing"], ["bundle", "missing"]]) {
  test(`a cache whose ${part} is ${how === "digest" ? "another" : "gone"} is passed by`, async (t) => {
    const { trust, wanted, now, files } = repository("valid");
    const path = Object.keys(files)[part === "release" ? 1 : 2];
    const asked = network(t, (url, { cache }) => {
      if (url !== BASE + path || cache === "reload") return serving(files)(url);
      return how === "digest" ? answering(200, Buffer.from("another")) : answering(404, files[path]);
    });
    const warning = await withSecondTry((cache, signal) => loadWarning(trust, wanted, now, fromNetwork(BASE, cache, signal)));
    assert.equal(warning.freshness, "fresh");
    assert.equal(asked.filter(({ cache }) => cache === "reload").length, 3);
  });
}
