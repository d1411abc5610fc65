// Which alert of a verified bundle applies, and what the dialog then says. Decided here, on the device:
// the server never learns who is warned.

/** The alert for a placement today, or undefined. `context` holds what the host app knows; a fact it does not report matches. */
export function chooseAlert(bundle, placement, context, now) {
  const today = now.toISOString().slice(0, 10);
  const running = bundle.alerts.filter(
    (alert) =>
      alert.placement === placement &&
      alert.starts_on <= today &&
      today <= alert.ends_on &&
      alert.audience.every(({ fact, any_of }) => unreported(context, fact) || any_of.includes(String(context[fact]))),
  );
  const superseded = running.map((alert) => alert.supersedes);
  return running.find((alert) => !superseded.includes(alert.id)) ?? running[0];
}

const unreported = (context, fact) => !Object.hasOwn(context, fact) || context[fact] == null;

/** One of an alert's variants, in proportion to its weight. `chance` is in [0, 1). */
export function chooseVariant(alert, chance) {
  let left = chance * alert.variants.reduce((sum, variant) => sum + variant.weight, 0);
  return alert.variants.find((variant) => (left -= variant.weight) < 0) ?? alert.variants[0];
}

/** What the dialog says before, and instead of, a verified bundle. It knows no number. */
export function baselineView(words, language) {
  return {
    ...words,
    language,
    scams_heading: words.signs_heading,
    scams: [],
    contacts: [],
    friction: "question",
  };
}

/** What the dialog says of a verified bundle; without an alert for today, the general words with the local contacts. */
export function bundleView(bundle, alert, variant, words) {
  const contacts = [...bundle.contacts].sort((a, b) => (b.id === bundle.first_call) - (a.id === bundle.first_call));
  const shared = { direction: bundle.direction, notices: bundle.notices, label: bundle.label, speaker: bundle.speaker, contacts };
  const general = { ...baselineView(words, bundle.locale), ...shared };
  if (!alert) return general;
  const scams = alert.scams.map((id) => bundle.scams.find((scam) => scam.id === id)).filter(Boolean);
  const own = alert.language === bundle.locale ? undefined : alert.language;
  return { ...general, ...alert, ...variant, ...shared, language: bundle.locale, own, signs: [], scams };
}
