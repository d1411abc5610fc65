// What leaves the device, and to whom: only documented fields, only to the same origin, only while the sink runs.

import assert from "node:assert/strict";
import { test } from "node:test";

import { DETAIL, PAGE, beacons, cloudEvent, event, page, startSink } from "./modules.mjs";

test("an event becomes a CloudEvents object with its fields and no others", () => {
  const { id, ...rest } = cloudEvent(event("called", { ...DETAIL, contact: "police", destination: "secret", amount: 5 }));
  assert.match(id, /^[0-9a-f]{32}$/);
  assert.deepEqual(rest, {
    specversion: "1.0",
    source: "https://protect.exchange.example/warnings/v1/scam-alert.js",
    type: "example.exchange.protect.scam-alert.help_contacted.v1",
    time: "2026-11-22T12:00:00.000Z",
    datacontenttype: "application/json",
    dataschema: "https://protect.exchange.example/warnings/v1/schema/events/help_contacted.json",
    data: { ...DETAIL, contact: "police" },
  });
});

test("the source says which module fired it", () => {
  assert.match(cloudEvent(event("edited", { ...DETAIL, what: "amount" })).source, /scam-journey\.js$/);
  assert.match(cloudEvent(event("seen", DETAIL)).source, /scam-alert\.js$/);
});

test("two events have different ids", () => {
  assert.notEqual(cloudEvent(event("seen", DETAIL)).id, cloudEvent(event("seen", DETAIL)).id);
});

test("a common field that has not its form becomes null, so that a failure is still told", () => {
  const told = cloudEvent(event("failed", { ...DETAIL, jurisdiction: "Hong Kong", alert: "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq", code: "no-crypto" }));
  assert.equal(told.data.jurisdiction, null);
  assert.equal(told.data.alert, null);
  assert.equal(told.data.code, "no-crypto");
});

test("without the fields that cannot be null there is no event", () => {
  for (const gone of ["session", "at"]) assert.equal(cloudEvent(event("seen", { ...DETAIL, [gone]: undefined })), null);
  assert.equal(cloudEvent(event("seen", { ...DETAIL, at: "2026-11-22T12:34:56.000Z" })), null);
  assert.equal(cloudEvent(event("seen", undefined)), null);
  assert.equal(cloudEvent(undefined), null);
});

test("a field of the event's own that has not its form stops it", () => {
  for (const contact of ["+85218222", "Chan Tai Man", "85218222", undefined, null, 7, ["police"], { id: "police" }])
    assert.equal(cloudEvent(event("called", { ...DETAIL, contact })), null, String(contact));
  assert.equal(cloudEvent(event("edited", { ...DETAIL, what: "name" })), null);
  for (const seconds of [-1, 1.5, "9", 604801, NaN, null]) assert.equal(cloudEvent(event("read", { ...DETAIL, seconds })), null);
  for (const imposed of ["true", 1, null]) assert.equal(cloudEvent(event("pause-ended", { ...DETAIL, hours: 1, imposed })), null);
});

test("what is no event of the vocabulary is none", () => {
  for (const name of ["unknown", "constructor", "__proto__", "toString", ""]) assert.equal(cloudEvent(event(name, DETAIL)), null);
  assert.equal(cloudEvent(new CustomEvent("click", { detail: DETAIL })), null);
});

test("a field is not taken from what all objects inherit", (t) => {
  Object.defineProperty(Object.prototype, "contact", { value: "police", configurable: true });
  t.after(() => delete Object.prototype.contact);
  assert.equal(cloudEvent(event("called", DETAIL)), null);
});

test("the sink sends each event once, as CloudEvents, until it is stopped", async (t) => {
  const sent = beacons(t);
  const stop = startSink("/events");
  page.dispatchEvent(event("seen", DETAIL));
  page.dispatchEvent(event("stopped", DETAIL));
  page.dispatchEvent(event("called", { ...DETAIL, contact: "+85218222" }));
  page.dispatchEvent(event("something", DETAIL));
  stop();
  page.dispatchEvent(event("seen", DETAIL));
  assert.deepEqual(sent.map(({ url }) => url), Array(2).fill("https://exchange.example/events"));
  assert.deepEqual(sent.map(({ body }) => body.type), Array(2).fill("application/cloudevents+json"));
  const types = await Promise.all(sent.map(async ({ body }) => JSON.parse(await body.text()).type.split(".").at(-2)));
  assert.deepEqual(types, ["alert_seen", "cancelled"]);
});

test("the sink listens only on its target", (t) => {
  const sent = beacons(t);
  const part = new EventTarget();
  t.after(startSink("/events", part));
  page.dispatchEvent(event("seen", DETAIL));
  assert.equal(sent.length, 0);
  part.dispatchEvent(event("seen", DETAIL));
  assert.equal(sent.length, 1);
});

for (const address of [
  "https://elsewhere.example/events", "https://exchange.example.evil.example/", "https://exchange.example:8443/events",
  "http://exchange.example/events", "//elsewhere.example/events", "blob:https://exchange.example/1", "data:text/plain,x",
  "javascript:0", "file:///events", "https://", "https://exchange.example@evil.example/", "\\\\evil.example/",
])
  test(`the sink refuses ${address}`, (t) => {
    const sent = beacons(t);
    assert.throws(() => startSink(address), TypeError);
    page.dispatchEvent(event("seen", DETAIL));
    assert.equal(sent.length, 0);
  });

test("addresses of the same origin are taken, relative or not", (t) => {
  const sent = beacons(t);
  for (const address of ["events", "/events", PAGE, "https://exchange.example/x?y", new URL(PAGE)]) {
    const stop = startSink(address);
    page.dispatchEvent(event("seen", DETAIL));
    stop();
  }
  assert.equal(sent.length, 5);
});

test("a browser that takes no beacon, or has none, does not hold the host up", (t) => {
  const sent = beacons(t, false);
  t.after(startSink("/events"));
  page.dispatchEvent(event("seen", DETAIL));
  assert.equal(sent.length, 1);
  delete navigator.sendBeacon;
  assert.doesNotThrow(() => page.dispatchEvent(event("seen", DETAIL)));
});
