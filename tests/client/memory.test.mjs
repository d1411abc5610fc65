// What is kept between two sessions: proved again at every use, and never in the way.

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  BASE, LATEST, fromNetwork, giving, keep, loadWarning, network, recall, replaceGlobal, repository, serving, sparing, storage,
} from "./alert.mjs";

const SLOT = "scam-alert:HK";
const quiet = new AbortController().signal;

/** A storage in which an earlier session has left a warning. */
async function visited(t, name = "valid") {
  const kept = storage(t);
  const found = repository(name);
  keep("HK", (await loadWarning(found.trust, found.wanted, found.now, giving(found.files))).files);
  return { kept, ...found };
}

test("a warning that was kept is proved and shown again", async (t) => {
  const { kept, trust, wanted, now, files } = await visited(t);
  const { warning, freshness, latest, pointer } = await recall(trust, wanted, now);
  assert.equal(warning.bundle.contacts[0].phone.number, "18222");
  assert.deepEqual([freshness, latest.version, pointer.version], ["fresh", 2026112224, 2026112001]);
  const texts = Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, bytes.toString()]));
  assert.deepEqual([[...kept.keys()], JSON.parse(kept.get(SLOT))], [[SLOT], texts]);
});

test("each place has a slot of its own", async (t) => {
  const { trust, wanted, now } = await visited(t);
  assert.equal(await recall(trust, { ...wanted, jurisdiction: "GB" }, now), undefined);
});

test("another language is not shown, but the statements still count", async (t) => {
  const { trust, wanted, now } = await visited(t);
  const kept = await recall(trust, { ...wanted, locale: "ar" }, now);
  assert.equal(kept.warning, undefined);
  assert.equal(kept.latest.version, 2026112224);
});

test("a kept warning grows old like any other", async (t) => {
  const { trust, wanted } = await visited(t);
  const at = async (moment) => (await recall(trust, wanted, new Date(moment)))?.warning.freshness;
  assert.equal(await at("2026-11-25T05:59:59Z"), "fresh");
  assert.equal(await at("2026-11-25T06:00:00Z"), "stale");
  assert.equal(await at("2026-12-02T06:00:00Z"), "outdated");
  assert.equal(await at("2027-02-18T00:00:00Z"), undefined);
});

test("a key that was withdrawn takes its kept warning with it", async (t) => {
  const { trust, wanted, now } = await visited(t);
  assert.equal(await recall({ ...trust, police: { HK: trust.exchange } }, wanted, now), undefined);
});

test("one changed digit in the storage is noticed", async (t) => {
  const { kept, trust, wanted, now } = await visited(t);
  kept.set(SLOT, kept.get(SLOT).replaceAll("18222", "18223"));
  const found = await recall(trust, wanted, now);
  assert.equal(found.warning, undefined);
  assert.equal(found.pointer.version, 2026112001);
});

test("a changed pointer in the storage is noticed", async (t) => {
  const { kept, trust, wanted, now } = await visited(t);
  const files = JSON.parse(kept.get(SLOT));
  kept.set(SLOT, JSON.stringify({ ...files, [LATEST]: files[LATEST].replace("payload", "Payload") }));
  assert.equal(await recall(trust, wanted, now), undefined);
});

for (const [name, text] of [
  ["nothing", null], ["null", "null"], ["no JSON", "{"], ["an empty object", "{}"], ["a number", "1"], ["a list", "[]"],
  ["numbers for files", '{"latest.json":1}'], ["an ancestor", '{"__proto__":{"latest.json":"x"}}'],
]) {
  test(`a storage that holds ${name} is only forgetful`, async (t) => {
    const { trust, wanted, now } = repository("valid");
    storage(t, new Map(text === null ? [] : [[SLOT, text]]));
    assert.equal(await recall(trust, wanted, now), undefined);
  });
}

test("a storage that throws, is full or is not there is only forgetful", async (t) => {
  const { trust, wanted, now, files } = repository("valid");
  const no = () => { throw new DOMException("QuotaExceededError"); };
  for (const descriptor of [{ value: { getItem: no, setItem: no } }, { value: undefined }, { value: null }, { get: no }]) {
    await t.test(JSON.stringify(descriptor), async (one) => {
      replaceGlobal(one, "localStorage", descriptor);
      keep("HK", files);
      assert.equal(await recall(trust, wanted, now), undefined);
    });
  }
});

for (const name of ["seen-newer-pointer", "seen-newer-release", "seen-another-release-of-the-version", "seen-older-release", "seen-older-pointer"]) {
  test(`over two sessions: ${name}`, async (t) => {
    const { trust, wanted, now, files, seen, expected } = repository(name);
    storage(t);
    keep("HK", (await loadWarning(trust, wanted, now, giving(seen))).files);
    const kept = await recall(trust, wanted, now);
    const found = await loadWarning(trust, wanted, now, sparing(kept, giving(files)), kept).catch((error) => error);
    assert.equal(found.code ?? found.freshness, expected.code ?? expected.freshness);
  });
}

test("what was kept does not stand in the way of a newer release", async (t) => {
  const { trust, wanted, now, files, seen } = repository("seen-older-release");
  storage(t);
  keep("HK", (await loadWarning(trust, wanted, now, giving(seen))).files);
  const kept = await recall(trust, wanted, now);
  const asked = network(t, serving(files));
  const { version } = await loadWarning(trust, wanted, now, sparing(kept, fromNetwork(BASE, "default", quiet)), kept);
  assert.equal(version, 2026112101);
  assert.equal(asked.length, 2); // the pointer and the release; the bundle is the same
});

test("a first visit takes three requests, a second one", async (t) => {
  const { trust, wanted, now, files } = repository("valid");
  storage(t);
  const asked = network(t, serving(files));
  for (const requests of [3, 1]) {
    asked.length = 0;
    const kept = await recall(trust, wanted, now);
    keep("HK", (await loadWarning(trust, wanted, now, sparing(kept, fromNetwork(BASE, "default", quiet)), kept)).files);
    assert.equal(asked.length, requests);
    assert.equal(asked[0].url, BASE + LATEST);
  }
});

test("in another language only the pointer and the bundle are asked for", async (t) => {
  const { trust, wanted, now, files } = repository("language-zh-hk");
  storage(t);
  keep("HK", (await loadWarning(trust, wanted, now, giving(files))).files);
  const english = { ...wanted, locale: "en" };
  const kept = await recall(trust, english, now);
  const asked = network(t, serving(files));
  const { bundle } = await loadWarning(trust, english, now, sparing(kept, fromNetwork(BASE, "default", quiet)), kept);
  assert.equal(bundle.locale, "en");
  assert.deepEqual(asked.map(({ url }) => url.slice(BASE.length).replace(/\.[0-9a-f]{16}/, "")), [LATEST, "HK/en.json"]);
});
