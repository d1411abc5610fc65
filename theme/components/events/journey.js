// One withdrawal as the host app sees it, told as DOM events beside those of the alert. Nothing is sent anywhere.

import { randomId } from "./random-id.js";
import { HOUR, LONGEST, keepStop, lastStop, markOf, thisHour } from "./stops.js";

const WINDOWS = [[24, "24h"], [168, "7d"], [LONGEST, "30d"]]; // hours, the shortest first
// What the alert says of itself, and the journey says after it.
const TAKEN_OVER = ["alert", "variant", "arm", "exposure", "bundle", "sha256", "version", "source", "session"];
// After these the alert has something new to say. In a holdout nothing is shown, so “shown” alone would not do.
const TELLING = ["eligible", "assigned", "shown", "passed", "stopped", "abandoned", "continued"];

/**
 * Starts a journey: each method of what it returns tells one step, as an event `scam-alert:…` on `target`.
 *
 * The events take over what `<scam-alert>` says on the same target, its `session` included; until then they have one of
 * their own. `remember()` gives what the exchange may keep beside the withdrawal and hand in as `remembered` on a later
 * day, when a pause ends or a report comes in. No method throws, or waits for anything.
 */
export function startJourney({ jurisdiction = null, locale = null, placement = null, target = document, remembered } = {}) {
  const nothing = Object.fromEntries(TAKEN_OVER.map((field) => [field, null]));
  const asked = { jurisdiction, locale, placement };
  let shown = { ...nothing, session: randomId(), ...takenOver(remembered) };
  let mark = Promise.resolve(); // of the destination; the destination itself is not kept

  const tell = (name, more = {}, of = shown) => {
    const detail = { ...asked, ...of, at: new Date(thisHour() * HOUR).toISOString(), ...more };
    target.dispatchEvent(new CustomEvent(`scam-alert:${name}`, { bubbles: true, composed: true, detail }));
  };
  const follow = ({ type, detail }) => {
    shown = { ...shown, ...takenOver(detail) };
    const now = { ...asked, ...shown };
    if (/:(stopped|abandoned)$/.test(type)) mark.then((known) => known && keepStop(known, now)).catch(ignored);
  };
  const tellIfResumed = (stop) => stop && tell("resumed", { within: WINDOWS.find(([most]) => stop.hours <= most)[1] }, stop.shown);
  for (const name of TELLING) target.addEventListener(`scam-alert:${name}`, follow);

  return {
    get session() { return shown.session; },
    remember: () => ({ ...shown }),
    end: () => TELLING.forEach((name) => target.removeEventListener(`scam-alert:${name}`, follow)),
    /** `destination` stays on the device, as a keyed hash; without it, “resumed” cannot be known. */
    intend(destination) {
      tell("intended");
      mark = destination ? markOf(destination).catch(ignored) : Promise.resolve();
      mark.then((known) => known && lastStop(known)).then(tellIfResumed).catch(ignored);
    },
    /** After another destination, call `intend` with it. */
    edit(what) {
      if (what === "destination") mark = Promise.resolve();
      tell("edited", { what });
    },
    submit: () => tell("submitted"),
    complete: () => tell("completed"),
    endPause: (hours, { imposed = false } = {}) => tell("pause-ended", { hours, imposed }),
    displace: () => tell("displaced", { within: "7d" }),
    reportScam: (by) => tell("reported-scam", { by, within: "90d" }),
    reportFalseAlarm: () => tell("reported-false-alarm"),
  };
}

function takenOver(detail) {
  const said = TAKEN_OVER.filter((field) => detail?.[field] !== undefined);
  return Object.fromEntries(said.map((field) => [field, detail[field]]));
}

// Without storage or WebCrypto there is nothing to compare with: no event, and no failure either.
const ignored = () => undefined;
