// What the dialog says: the general words, or those of a proved bundle.

/** Before, and instead of, a verified bundle. It knows no number. */
export function baselineView(words, language) {
  return { ...words, language, scams_heading: words.signs_heading, situations: [], scams: [], contacts: [], friction: "question" };
}

/** Of a verified bundle; without an alert to show, the general words with the local contacts. */
export function bundleView(bundle, { alert, variant }, words, site) {
  const contacts = [...bundle.contacts].sort((a, b) => (b.id === bundle.first_call) - (a.id === bundle.first_call));
  const { direction, notices, label, speaker, labels, sent, evidence } = bundle;
  const shared = { direction, notices, label, speaker, labels, sent, evidence, contacts, site };
  const general = { ...baselineView(words, bundle.locale), ...shared };
  if (!alert) return general;
  const scams = alert.scams.map((id) => bundle.scams.find((scam) => scam.id === id)).filter(Boolean);
  const own = alert.language === bundle.locale ? undefined : alert.language;
  const situations = alert.situations ?? [];
  return { ...general, ...alert, ...variant, ...shared, language: bundle.locale, own, signs: [], situations, scams };
}
