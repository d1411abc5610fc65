// The two modules as published, in Node, and the little of a browser that they touch.
// ANTISCAM_EVENTS names the folder that they were written to.

import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

export const FOLDER = resolve(process.env.ANTISCAM_EVENTS);
const published = (name) => import(pathToFileURL(`${FOLDER}/${name}.mjs`));

export const PAGE = "https://exchange.example/app/withdraw";
export const page = new EventTarget();
page.baseURI = PAGE;
globalThis.document = page;
globalThis.location = new URL(PAGE);

export const { startJourney } = await published("scam-journey");
export const { cloudEvent, startSink } = await published("scam-sink");

/** Takes the place of `navigator.sendBeacon` for one test; gives the list of what was sent. */
export function beacons(test, accepted = true) {
  const sent = [];
  const before = Object.getOwnPropertyDescriptor(globalThis, "navigator");
  const sendBeacon = (url, body) => (sent.push({ url: String(url), body }), accepted);
  Object.defineProperty(globalThis, "navigator", { configurable: true, value: { sendBeacon } });
  test.after(() => (before ? Object.defineProperty(globalThis, "navigator", before) : delete globalThis.navigator));
  return sent;
}

/** All events of the given names that reach the page during one test, as name and detail. */
export function hearing(test, ...names) {
  const heard = [];
  for (const name of names) {
    const listen = ({ detail }) => heard.push({ name, detail });
    page.addEventListener(`scam-alert:${name}`, listen);
    test.after(() => page.removeEventListener(`scam-alert:${name}`, listen));
  }
  return heard;
}

export const event = (name, detail) => new CustomEvent(`scam-alert:${name}`, { detail });

/** What the alert says of itself, sound in every field. */
export const DETAIL = {
  alert: "hk-withdrawal", variant: "calm", arm: "alert", exposure: 2, jurisdiction: "HK", locale: "zh-Hant",
  placement: "withdrawal", bundle: "HK/zh-Hant", sha256: "0f".repeat(32), version: 2026112201, source: "bundle",
  session: "0123456789abcdef0123456789abcdef", at: "2026-11-22T12:00:00.000Z",
};
