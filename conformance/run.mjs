// One case → its outcome, through any `loadWarning` of the alert: its modules in Node, or the built file in a browser.

const bytes = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** What a client makes of a case: a code, or what it shows. Anything else that is thrown is a fault of the client. */
export async function outcome(loadWarning, { trust, jurisdiction, locale, now, seen, responses }) {
  const load = (files, before) =>
    loadWarning(trust, { jurisdiction, locale }, new Date(now), from(files), before);
  try {
    const before = seen && remembered(await load(seen), jurisdiction);
    const { bundle, freshness, version, files } = await load(responses, before);
    return { freshness, version, locale: bundle.locale, sha256: await sha256(Object.values(files).at(-1)) };
  } catch (error) {
    return { code: error.code ?? String(error) };
  }
}

function from(responses) {
  return async (name, path) => {
    const { status, body } = Object.hasOwn(responses, path) ? responses[path] : { status: 404 };
    if (status !== 200) throw Object.assign(new Error(), { code: `${name}-missing` });
    return bytes(body);
  };
}

/** What a client remembers of a session: the pointer, and its entry of the place. */
function remembered({ files }, jurisdiction) {
  const { payload } = JSON.parse(new TextDecoder().decode(files["latest.json"]));
  const latest = JSON.parse(new TextDecoder().decode(bytes(payload)));
  return { latest, pointer: latest.releases.find((release) => release.jurisdiction === jurisdiction) };
}

async function sha256(content) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
