// Which alert of a proved bundle a person sees, or that there is none to see. Decided here, on the device: no server learns
// who is warned. Total: whatever an app, the storage or a later version hands in, there is an outcome and no exception.

export const HOUR = 3600000; // ms
const ARMS = { acknowledge: "alert", question: "alert+questions", pause: "alert+pause", "cool-off": "alert+pause" };
const CERTAIN = ["Observed", "Likely"];

/**
 * @param bundle as proved
 * @param {{alerts: string[], groups: string[]}} [off] what the pointer turns off
 * @param {{placement: string, context: object}} request what the app knows of the transfer; a fact it does not report matches
 * @param memory what this device remembers, by alert: `{ draw, variant, shown: [ms] }`
 * @param {Date} now
 * @param {{arm: number, variant: number}} chances in [0, 1)
 * @returns {{outcome: "show"|"general"|"pass", reason?, alert?, variant?, arm?, exposure?}} `general`: no campaign applies,
 *   so the general words are shown; `pass`: nothing is to be shown
 */
export function decide(bundle, off, { placement, context }, memory, now, chances) {
  const running = bundle.alerts.filter((alert) => alert.placement === placement && isRunning(alert, bundle, off, now));
  if (!running.length) return { outcome: "general", reason: "no-alert" };
  const meant = running.filter(({ audience }) => audience.every((condition) => holds(condition, context)));
  const superseded = meant.map((alert) => alert.supersedes);
  const alert = meant.find(({ id }) => !superseded.includes(id)) ?? meant[0];
  if (!alert) return { outcome: "pass", reason: "audience" };

  const seen = remembered(memory, alert.id, now);
  const isHeldOut = (seen.draw ?? chances.arm) * 100 < alert.holdout && !CERTAIN.includes(alert.certainty);
  if (isHeldOut) return { outcome: "pass", reason: "holdout", alert, arm: "holdout" };
  const arm = Object.hasOwn(ARMS, alert.friction) ? ARMS[alert.friction] : ARMS.question;
  if (isResting(alert.exposure, seen.shown, now)) return { outcome: "pass", reason: "resting", alert, arm };
  const variant = variantOf(alert.variants, seen.variant, chances.variant);
  return { outcome: "show", alert, variant, arm, exposure: seen.shown.length + 1 };
}

function isRunning(alert, { cancelled }, off, now) {
  const today = now.toISOString().slice(0, 10);
  const isOff = off?.alerts.includes(alert.id) || off?.groups.includes(alert.group) || cancelled?.includes(alert.id);
  return !isOff && (alert.status ?? "Actual") === "Actual" && alert.starts_on <= today && today <= alert.ends_on;
}

function holds({ fact, any_of }, context) {
  try {
    // What is no text says nothing: an app that reports badly is better warned once too often.
    return !Object.hasOwn(context, fact) || typeof context[fact] !== "string" || any_of.includes(context[fact]);
  } catch {
    return true; // no object, or a getter that fails
  }
}

/** What can be used of a memory. A showing in the future is none: a clock set back must not silence the alert. */
function remembered(memory, id, now) {
  const { draw, variant, shown } = (Object.hasOwn(memory ?? {}, id) && memory[id]) || {};
  const times = Array.isArray(shown) ? shown.filter((at) => Number.isFinite(at) && at <= now) : [];
  return { draw: Number.isFinite(draw) ? draw : undefined, variant, shown: times };
}

function isResting(exposure, shown, now) {
  if (!exposure) return false;
  const recent = shown.filter((at) => now - at < exposure.within_hours * HOUR);
  return recent.length >= exposure.most && now - Math.max(...shown) < exposure.rest_hours * HOUR;
}

/** A wording in proportion to its weight, but not the last one again: what looks the same is soon no longer read. */
function variantOf(variants, last, chance) {
  const others = variants.filter(({ id }) => id !== last);
  const choices = others.length ? others : variants;
  let left = chance * choices.reduce((sum, { weight }) => sum + weight, 0);
  return choices.find(({ weight }) => (left -= weight) < 0) ?? choices[0];
}
