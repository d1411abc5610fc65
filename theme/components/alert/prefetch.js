import { BASELINE } from "./compiled.js";
import { baseOf, fetchWarning, known } from "./ready.js";
import { rehearse } from "./stage.js";
import { buildDialog } from "./view.js";
import { bundleView } from "./views.js";

/**
 * Loads and proves the warning of a place before it is needed, so that an alert can be painted at once. Never rejects.
 * `src` is the folder of `latest.json`; without it, that of this script.
 */
export async function prefetch({ src, jurisdiction, locale }) {
  try {
    const wanted = { base: baseOf(src), jurisdiction, locale: locale || BASELINE[0].language };
    const { bundle } = await fetchWarning(wanted, await known(wanted));
    const [alert] = bundle.alerts;
    rehearse(buildDialog(bundleView(bundle, { alert, variant: alert?.variants[0] }, BASELINE[0], ""), "", undefined, {}));
  } catch {
    // the alert says what is wrong when it is needed
  }
}
