// Fetches the warning of one jurisdiction and locale, and proves it before anyone sees it:
// pointer → release → bundle, each checked for its names, dates, length and digest, the bundle for its shape too.
// Every failure is a LoadFailure with a stable code; what to show instead is decided elsewhere.

const TIMEOUT = 3000; // ms for everything together: a person is waiting
const MOST_BYTES = { latest: 65536, release: 65536, bundle: 262144 };
const DAY = 86400000; // ms

export class LoadFailure extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

/**
 * @param {URL} base address of the folder that holds latest.json
 * @param {Date} now
 * @returns {Promise<{bundle: object, stale: boolean, version: number}>} rejects with a LoadFailure
 */
export async function loadWarning(base, jurisdiction, locale, now) {
  if (!globalThis.crypto?.subtle) throw new LoadFailure("no-crypto");
  const signal = AbortSignal.timeout(TIMEOUT);

  const latest = parse(await get(new URL("latest.json", base), "latest", signal), "latest", isLatest);
  inForce(latest, "latest", now);
  const pointer = latest.releases.find((release) => release.jurisdiction === jurisdiction);
  if (!pointer) throw new LoadFailure("unknown-jurisdiction");

  const folder = `${encodeURIComponent(jurisdiction)}/`;
  const release = parse(await proven(base, `${folder}release`, pointer, "release", signal), "release", isRelease);
  if (release.jurisdiction !== jurisdiction || release.version !== pointer.version) throw new LoadFailure("release-mismatch");
  inForce(release, "release", now);
  if (Date.parse(release.expires) <= now) throw new LoadFailure("release-expired");
  const entry = inLanguage(release.bundles, ({ locale }) => locale, locale);
  if (!entry) throw new LoadFailure("unknown-locale");

  const name = `${folder}${encodeURIComponent(entry.locale)}`;
  const bundle = parse(await proven(base, name, entry, "bundle", signal), "bundle", isBundle);
  if (bundle.jurisdiction !== jurisdiction || bundle.locale !== entry.locale) throw new LoadFailure("bundle-mismatch");
  return { bundle, stale: Date.parse(latest.expires) <= now, version: release.version };
}

/** The item of exactly this locale, or of its language and script: `zh-HK` is read as `zh-Hant`, `en-GB` as `en`. */
export function inLanguage(items, localeOf, wanted) {
  const script = (tag) => {
    try {
      const { language, script } = new Intl.Locale(tag).maximize();
      return `${language}-${script}`;
    } catch {
      return tag;
    }
  };
  return items.find((item) => localeOf(item) === wanted) ?? items.find((item) => script(localeOf(item)) === script(wanted));
}

/** A statement from the future is a wrong clock or a forged date. One day of doubt is left to clocks. */
function inForce(statement, name, now) {
  if (!(Date.parse(statement.issued) <= now.getTime() + DAY)) throw new LoadFailure(`${name}-from-future`);
}

/** The file that a verified statement names, if its bytes are the promised ones. */
async function proven(base, stem, { sha256, length }, name, signal) {
  const bytes = await get(new URL(`${stem}.${sha256.slice(0, 16)}.json`, base), name, signal);
  if (bytes.length !== length || (await digest(bytes)) !== sha256) throw new LoadFailure(`${name}-digest`);
  return bytes;
}

async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The bytes at an address, never more than the cap; no cookies, no referrer, no redirect. */
async function get(url, name, signal) {
  try {
    const answer = await fetch(url, {
      signal,
      credentials: "omit",
      redirect: "error",
      referrerPolicy: "no-referrer",
      cache: name === "latest" ? "no-cache" : "default",
    });
    if (answer.status !== 200) throw new LoadFailure(`${name}-missing`);
    return await capped(answer.body, MOST_BYTES[name], name);
  } catch (error) {
    throw error instanceof LoadFailure ? error : new LoadFailure(`${name}-unreachable`);
  }
}

async function capped(stream, most, name) {
  const chunks = [];
  let length = 0;
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > most) throw new LoadFailure(`${name}-too-large`);
    chunks.push(part.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function parse(bytes, name, fits) {
  try {
    const value = JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
    if (fits(value)) return value;
  } catch {
    // not JSON: malformed, like a value of the wrong shape
  }
  throw new LoadFailure(`${name}-malformed`);
}

// Shapes. A digest proves who made a file, not that it can be shown: what is read below must be there and be text.

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value) => typeof value === "string" && value.length > 0 && value.length <= 2000;
const isDay = (value) => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);
const isMoment = (value) => typeof value === "string" && !Number.isNaN(Date.parse(value));
const isDigest = (value) => isObject(value) && /^[0-9a-f]{64}$/.test(value.sha256) && Number.isInteger(value.length);
const maybe = (fits) => (value) => value === null || value === undefined || fits(value);
const listOf = (fits) => (value) => Array.isArray(value) && value.every(fits);
const shape = (fields) => (value) =>
  isObject(value) && Object.entries(fields).every(([key, fits]) => fits(Object.hasOwn(value, key) ? value[key] : undefined));

const statement = { version: Number.isInteger, issued: isMoment, expires: isMoment };
const isLatest = shape({ ...statement, format: (value) => value === "antiscam-latest/1",
  releases: listOf((item) => isDigest(item) && isText(item.jurisdiction) && Number.isInteger(item.version)) });
const isRelease = shape({ ...statement, format: (value) => value === "antiscam-release/1", jurisdiction: isText,
  bundles: listOf((item) => isDigest(item) && isText(item.locale)) });

// A link leads to a plain https address or dials digits, whoever wrote it.
const isWebAddress = (value) => isText(value) && /^https:\/\/[a-z0-9.-]+(\/[A-Za-z0-9/._~-]*)?$/.test(value);
const isPhone = shape({ kind: isText, number: isText, display: isText, href: (value) => /^tel:\+?[0-9]{2,15}$/.test(value) });
const isContact = shape({ id: isText, kind: isText, name: isText, helps_with: isText, limits: maybe(isText),
  hours: maybe(isText), checked: isText, phone: maybe(isPhone), url: maybe(isWebAddress) });
const isAlert = shape({ id: isText, language: isText, placement: isText, starts_on: isDay, ends_on: isDay, friction: isText,
  audience: listOf(shape({ fact: isText, any_of: listOf(isText) })),
  variants: (value) => value.length > 0 && listOf(shape({ id: isText, weight: (n) => n > 0, heading: isText, consequence: isText }))(value),
  question: isText, answer_yes: isText, answer_no: isText, advice_yes: isText, advice_no: isText, scams_heading: isText,
  scams: listOf(isText), call_heading: isText, stop: isText, proceed: isText });
const isBundle = shape({ format: (value) => value === "antiscam-bundle/1", jurisdiction: isText, locale: isText,
  direction: (value) => value === "ltr" || value === "rtl", label: isText, speaker: isText, notices: listOf(isText),
  first_call: isText, contacts: listOf(isContact), alerts: listOf(isAlert),
  scams: listOf(shape({ id: isText, language: isText, title: isText, red_flags: listOf(isText) })) });
