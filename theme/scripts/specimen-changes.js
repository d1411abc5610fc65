// A bundle that differs from the published one, for this page alone: pointer and release are made anew around it, and this
// page takes every signature as read. So what is drawn went through all of the element but that check.

/** Changes the bundle of a place and locale as an example says. `words` are the language’s own, for frictions. */
export async function changeBundle(warnings, { jurisdiction, locale, alert, placement }, changed, words) {
  const read = async (path) => (await fetch(new URL(path, warnings))).json();
  const latest = opened(await read("latest.json"));
  const pointer = latest.payload.releases.find((release) => release.jurisdiction === jurisdiction);
  const release = opened(await read(named(jurisdiction, "release", pointer)));
  const entryOf = (tag) => release.payload.bundles.find((bundle) => bundle.locale === tag);
  const bundle = await read(named(jurisdiction, locale, entryOf(locale)));
  if (changed.alerts_from_source) {
    const source = document.documentElement.lang; // of this page, which is in the site’s first language
    const { alerts } = await read(named(jurisdiction, source, entryOf(source)));
    // Situations, pauses and the like are words of the site, not of the campaign: they are never missing.
    bundle.alerts = bundle.alerts.map((own) => {
      const { situations, pauses, cool_off } = own;
      return { ...alerts.find(({ id }) => id === own.id), situations, pauses, cool_off };
    });
  }
  bundle.alerts = bundle.alerts.filter(({ id, placement: own }) => id === alert || own !== placement);
  change(bundle, changed, words);

  const bytes = encoded(bundle);
  Object.assign(entryOf(locale), await digest(bytes));
  const statement = sealed(release);
  Object.assign(pointer, await digest(statement));
  serve(warnings, {
    "latest.json": sealed(latest),
    [named(jurisdiction, "release", pointer)]: statement,
    [named(jurisdiction, locale, entryOf(locale))]: bytes,
  });
  SubtleCrypto.prototype.verify = async () => true;
}

function change(bundle, { bundle: own = {}, alert = {}, variant = {}, contact = {}, words: names = [], mirrored }, words) {
  const named = Object.fromEntries(names.map((name) => [name, words[name]]));
  for (const each of bundle.alerts) {
    Object.assign(each, alert, named);
    for (const wording of each.variants) Object.assign(wording, variant);
  }
  for (const each of bundle.contacts) Object.assign(each, contact);
  if (mirrored) bundle.direction = bundle.direction === "ltr" ? "rtl" : "ltr";
  Object.assign(bundle, own);
}

/** Answers with these files where the network would be asked for them. */
function serve(warnings, files) {
  const ask = globalThis.fetch;
  const made = new Map(Object.entries(files).map(([path, bytes]) => [new URL(path, warnings).href, bytes]));
  globalThis.fetch = async (address, options) => {
    const bytes = made.get(new URL(address, location.href).href);
    return bytes ? new Response(bytes) : ask(address, options);
  };
}

const named = (jurisdiction, stem, { sha256 }) => `${jurisdiction}/${stem}.${sha256.slice(0, 16)}.json`;
const encoded = (value) => new TextEncoder().encode(JSON.stringify(value));
const bytesOf = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
const opened = (envelope) => ({ envelope, payload: JSON.parse(new TextDecoder().decode(bytesOf(envelope.payload))) });

function sealed({ envelope, payload }) {
  const binary = Array.from(encoded(payload), (byte) => String.fromCharCode(byte)).join("");
  return encoded({ ...envelope, payload: btoa(binary) });
}

async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return { sha256: Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join(""), length: bytes.length };
}
