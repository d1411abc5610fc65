// Node's own fetch against a server on this machine that behaves badly.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

import { fromNetwork, withSecondTry } from "./alert.mjs";

/** The code of loading `latest` from a server, the addresses it was asked for, and how long it took. */
async function against(t, respond, limit) {
  const asked = [];
  const server = createServer((request, response) => {
    asked.push(request.url);
    respond(request, response);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  t.after(() => server.closeAllConnections());
  t.after(() => server.close());
  const limits = [];
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  t.mock.method(AbortSignal, "timeout", (ms) => {
    limits.push(ms);
    return timeout(limit ?? ms);
  });
  const base = `http://127.0.0.1:${server.address().port}/`;
  const before = performance.now();
  const code = await withSecondTry((cache, signal) => fromNetwork(base, cache, signal)("latest", "latest.json")).then(
    (bytes) => `${bytes.length} bytes`,
    (error) => error.code,
  );
  return { code, asked, limits, took: performance.now() - before };
}

test("three seconds are the limit for everything together", async (t) => {
  const { limits } = await against(t, (_request, response) => response.end("x"));
  assert.deepEqual(limits, [3000]);
});

test("a server that never answers is given up", async (t) => {
  const { code, took } = await against(t, () => undefined, 100);
  assert.equal(code, "latest-unreachable");
  assert.ok(took < 1500, `${took} ms`);
});

test("a server that gives a byte at a time is given up", async (t) => {
  const drip = (_request, response) => {
    const timer = setInterval(() => response.write("x"), 10);
    response.on("close", () => clearInterval(timer));
  };
  const { code, took } = await against(t, drip, 200);
  assert.equal(code, "latest-unreachable");
  assert.ok(took < 1500, `${took} ms`);
});

test("a redirect is not followed", async (t) => {
  const { code, asked } = await against(t, (_request, response) => response.writeHead(302, { Location: "/other" }).end());
  assert.equal(code, "latest-unreachable");
  assert.deepEqual(asked, ["/latest.json"]);
});

test("a connection that is cut is no answer", async (t) => {
  const { code } = await against(t, (_request, response) => {
    response.writeHead(200, { "Content-Length": 100 }).write("half");
    setTimeout(() => response.destroy(), 20);
  });
  assert.equal(code, "latest-unreachable");
});

test("a gzip bomb is stopped at the cap", async (t) => {
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
  const { code } = await against(t, (_request, response) => response.writeHead(200, { "Content-Encoding": "gzip" }).end(bomb));
  assert.equal(code, "latest-too-large");
});
