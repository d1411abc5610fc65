// What the app reads: the alert, whom to call, and the signs of each scam.
export function bundle({ place, locale, root, words, contacts, scams, alert }) {
  return JSON.stringify({
    jurisdiction: place.code,
    locale,
    place: words.name,
    page: root,
    first_call: place.facts.first_call,
    alerts: [alert],
    contacts,
    scams: scams.map(({ slug, title, summary, red_flags }) => ({
      id: slug,
      title,
      summary,
      red_flags,
      page: `${root}scams/${slug}/`,
    })),
  });
}
