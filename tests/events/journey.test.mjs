// The host's side where nothing can be kept: each method one event, what the alert said taken over, and no failure.

import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import { test } from "node:test";

import { DETAIL, event, hearing, page, startJourney } from "./modules.mjs";

const ASKED = { jurisdiction: "HK", locale: "zh-Hant", placement: "withdrawal" };
const STEPS = [
  ["intended", (journey) => journey.intend("an address"), {}],
  ["edited", (journey) => journey.edit("amount"), { what: "amount" }],
  ["edited", (journey) => journey.edit("destination"), { what: "destination" }],
  ["submitted", (journey) => journey.submit(), {}],
  ["completed", (journey) => journey.complete(), {}],
  ["pause-ended", (journey) => journey.endPause(24, { imposed: true }), { hours: 24, imposed: true }],
  ["pause-ended", (journey) => journey.endPause(2), { hours: 2, imposed: false }],
  ["displaced", (journey) => journey.displace(), { within: "7d" }],
  ["reported-scam", (journey) => journey.reportScam("police"), { by: "police", within: "90d" }],
  ["reported-false-alarm", (journey) => journey.reportFalseAlarm(), {}],
];
const NAMES = [...new Set(STEPS.map(([name]) => name)), "resumed"];

function journeyOf(t, more = {}) {
  const journey = startJourney({ ...ASKED, ...more });
  t.after(journey.end);
  return journey;
}

test("starting a journey tells nothing", (t) => {
  const heard = hearing(t, ...NAMES);
  journeyOf(t);
  assert.deepEqual(heard, []);
});

for (const [name, step, own] of STEPS)
  test(`one step is one event: ${name} ${JSON.stringify(own)}`, async (t) => {
    const heard = hearing(t, ...NAMES);
    step(journeyOf(t));
    await setImmediate();
    assert.deepEqual(heard.map((one) => one.name), [name]);
    const { session, at, ...detail } = heard[0].detail;
    const nothing = { alert: null, variant: null, arm: null, exposure: null, bundle: null, sha256: null, version: null, source: null };
    assert.deepEqual(detail, { ...nothing, ...ASKED, ...own });
    assert.match(session, /^[0-9a-f]{32}$/);
    assert.match(at, /^\d{4}-\d\d-\d\dT\d\d:00:00\.000Z$/);
    assert.ok(Date.now() - Date.parse(at) < 3601000);
  });

test("an event reaches the document from an element inside a shadow root", () => {
  const { detail: _, ...flags } = { detail: 0, bubbles: true, composed: true };
  const told = [];
  const target = Object.assign(new EventTarget(), { dispatchEvent: (event) => told.push(event) });
  startJourney({ ...ASKED, target }).submit();
  assert.deepEqual({ bubbles: told[0].bubbles, composed: told[0].composed }, flags);
});

for (const name of ["eligible", "assigned", "shown", "passed", "stopped", "abandoned", "continued"])
  test(`what the alert says with ${name} is taken over`, (t) => {
    const heard = hearing(t, "submitted");
    const journey = journeyOf(t);
    page.dispatchEvent(event(name, { ...DETAIL, contact: "police", source: "stale" }));
    journey.submit();
    const { at, ...detail } = heard[0].detail;
    const { at: _, ...expected } = DETAIL;
    assert.deepEqual(detail, { ...expected, source: "stale" });
    assert.equal(journey.session, DETAIL.session);
  });

test("a later general warning takes the place of an earlier local one", (t) => {
  const heard = hearing(t, "submitted");
  const journey = journeyOf(t);
  page.dispatchEvent(event("shown", DETAIL));
  page.dispatchEvent(event("shown", { ...DETAIL, alert: null, variant: null, arm: null, exposure: null }));
  journey.submit();
  assert.equal(heard[0].detail.alert, null);
  assert.equal(heard[0].detail.arm, null);
});

test("a journey that has ended, or looks elsewhere, takes nothing over", (t) => {
  const heard = hearing(t, "submitted");
  const ended = journeyOf(t);
  ended.end();
  const elsewhere = new EventTarget();
  journeyOf(t, { target: elsewhere });
  page.dispatchEvent(event("shown", DETAIL));
  ended.submit();
  assert.equal(heard[0].detail.alert, null);
});

test("what is remembered goes into the events of a later day, and is nothing but what events say", (t) => {
  const heard = hearing(t, "reported-scam");
  const first = journeyOf(t);
  page.dispatchEvent(event("shown", { ...DETAIL, destination: "secret" }));
  const remembered = JSON.parse(JSON.stringify(first.remember()));
  first.end();
  const { at: _at, jurisdiction: _j, locale: _l, placement: _p, ...expected } = DETAIL;
  assert.deepEqual(remembered, expected);
  journeyOf(t, { remembered }).reportScam("user");
  assert.equal(heard[0].detail.session, DETAIL.session);
  assert.equal(heard[0].detail.alert, "hk-withdrawal");
});

test("nothing throws, whatever comes", async (t) => {
  const journey = startJourney();
  t.after(journey.end);
  for (const step of STEPS) step[1](journey);
  for (const odd of [undefined, null, "", {}, Symbol.iterator, 7n]) assert.doesNotThrow(() => journey.intend(odd));
  assert.doesNotThrow(() => journey.endPause(undefined, undefined));
  for (const detail of [undefined, null, 7, "text", []]) page.dispatchEvent(event("stopped", detail));
  await setImmediate();
});
