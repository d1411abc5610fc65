// What this device remembers of its alerts: when each was shown, in which wording, and the draw of its holdout. Nothing of the
// person or the transfer. Storage that fails is only forgetful.

const MEMORY = "scam-alert:exposure";
const LONGEST = 100; // showings per alert

export function recallExposure() {
  try {
    return JSON.parse(localStorage.getItem(MEMORY));
  } catch {
    return null;
  }
}

/** Remembers the draw for an alert and, if it is shown, the wording and the time. */
export function noteExposure(alert, draw, variant, now) {
  const memory = { ...recallExposure() };
  const { [alert]: own } = memory;
  const shown = Array.isArray(own?.shown) ? own.shown : [];
  memory[alert] = { draw: own?.draw ?? draw, variant: variant ?? own?.variant,
    shown: variant ? [...shown, now.getTime()].slice(-LONGEST) : shown };
  try {
    localStorage.setItem(MEMORY, JSON.stringify(memory));
  } catch {
    // full, or not allowed: then the next alert is the first one again
  }
}
