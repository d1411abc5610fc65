// How the alert asks a network, and what it takes as an answer.

import assert from "node:assert/strict";
import { test } from "node:test";

import { BASE, LoadFailure, answering, fromNetwork, network } from "./alert.mjs";

const GOOD = Buffer.from("good");
const quiet = new AbortController().signal;
const code = (wanted) => (error) => error instanceof LoadFailure && error.code === wanted;

test("a request carries no cookie and no referrer, and follows no redirect", async (t) => {
  const asked = network(t, () => answering(200, GOOD));
  await fromNetwork(BASE, "default", quiet)("bundle", "HK/en.0.json");
  const sent = { url: `${BASE}HK/en.0.json`, signal: quiet, credentials: "omit", redirect: "error", referrerPolicy: "no-referrer", cache: "default" };
  assert.deepEqual(asked, [sent]);
});

test("only the pointer is asked for anew, files that are named by their digest may come from a cache", async (t) => {
  const asked = network(t, () => answering(200, GOOD));
  const get = fromNetwork(BASE, "default", quiet);
  for (const part of ["latest", "release", "bundle"]) await get(part, part);
  assert.deepEqual(asked.map(({ cache }) => cache), ["no-cache", "default", "default"]);
});

test("the second try goes past all caches", async (t) => {
  const asked = network(t, () => answering(200, GOOD));
  const get = fromNetwork(BASE, "reload", quiet);
  for (const part of ["latest", "release", "bundle"]) await get(part, part);
  assert.deepEqual(asked.map(({ cache }) => cache), ["reload", "reload", "reload"]);
});

for (const status of [201, 203, 204, 206, 304, 404, 410, 429, 500, 503]) {
  test(`a good body under ${status} is no answer`, async (t) => {
    network(t, () => answering(status, GOOD));
    await assert.rejects(fromNetwork(BASE, "default", quiet)("release", "x"), code("release-missing"));
  });
}

test("an answer in pieces is put together in their order", async (t) => {
  network(t, () => answering(200, Buffer.from("ab"), Buffer.from(""), Buffer.from("c")));
  const found = await fromNetwork(BASE, "default", quiet)("latest", "x");
  assert.ok(found instanceof Uint8Array);
  assert.equal(Buffer.from(found).toString(), "abc");
});

test("an empty answer is no bytes", async (t) => {
  network(t, () => answering(200));
  assert.equal((await fromNetwork(BASE, "default", quiet)("latest", "x")).length, 0);
});

for (const [part, most] of [["latest", 65536], ["release", 65536], ["bundle", 262144]]) {
  test(`a ${part} may have ${most} bytes, and not one more`, async (t) => {
    const get = fromNetwork(BASE, "default", quiet);
    network(t, () => answering(200, Buffer.alloc(most - 1), Buffer.alloc(1)));
    assert.equal((await get(part, "x")).length, most);
    network(t, () => answering(200, Buffer.alloc(most), Buffer.alloc(1)));
    await assert.rejects(get(part, "x"), code(`${part}-too-large`));
  });

  test(`an endless ${part} is cut off and its reader cancelled`, async (t) => {
    const endless = answering(200, ...Array(1000).fill(Buffer.alloc(16384)));
    network(t, () => endless);
    await assert.rejects(fromNetwork(BASE, "default", quiet)(part, "x"), code(`${part}-too-large`));
    assert.equal(endless.cancelled, true);
    assert.ok(endless.pulled <= most / 16384 + 2, `${endless.pulled} pieces were read`);
  });
}

test("a network that says no has its own code", async (t) => {
  network(t, () => { throw new TypeError("Failed to fetch"); });
  await assert.rejects(fromNetwork(BASE, "default", quiet)("latest", "x"), code("latest-unreachable"));
});

test("a connection that breaks in the middle has the same code", async (t) => {
  const broken = new ReadableStream({
    start: (controller) => controller.enqueue(new Uint8Array(3)),
    pull: (controller) => controller.error(new TypeError("network error")),
  });
  network(t, () => ({ status: 200, body: broken }));
  await assert.rejects(fromNetwork(BASE, "default", quiet)("bundle", "x"), code("bundle-unreachable"));
});

test("an answer without a body has the same code", async (t) => {
  network(t, () => ({ status: 200, body: null }));
  await assert.rejects(fromNetwork(BASE, "default", quiet)("bundle", "x"), code("bundle-unreachable"));
});
