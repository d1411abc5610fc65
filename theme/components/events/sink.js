// Sends the events of the alert and of the journey to an address of the same origin. Nothing starts it but its host.

import { cloudEvent } from "./cloud-event.js";
import { VOCABULARY } from "./vocabulary.js";

/**
 * Sends each `scam-alert:…` event that reaches `target`, one beacon each, and returns a function that stops it.
 *
 * An address of another origin is refused with a TypeError: who else may know is for the host's own server to say. One
 * beacon per event, at once: a list kept for later would be lost with a page that is killed.
 */
export function startSink(address, target = document) {
  const url = new URL(address, document.baseURI);
  // The origin of blob: is that of who made it, and that of file: says nothing.
  if (!/^https?:$/.test(url.protocol) || url.origin !== location.origin) throw new TypeError("scam-sink: not the same origin");
  const names = Object.keys(VOCABULARY.events).map((name) => `scam-alert:${name}`);
  for (const name of names) target.addEventListener(name, send);
  return () => names.forEach((name) => target.removeEventListener(name, send));

  function send(event) {
    const told = cloudEvent(event);
    // A beacon that the browser refuses, because too many wait, is lost: nothing here may hold the host up.
    if (told) navigator.sendBeacon?.(url, new Blob([JSON.stringify(told)], { type: "application/cloudevents+json" }));
  }
}
