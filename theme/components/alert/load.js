// Pointer → release → bundle, each proved before it is believed, then the bundle's shape.
// Where the bytes come from is the caller's: the network, the browser's storage, or a test.

import { freshness, openStatement, parse, require, requireDigest, requireInForce, requireNotOlder } from "./verify.js";
import { isBundle, isLatest, isRelease } from "./shape.js";

export const LATEST = "latest.json";

/**
 * The warning of one jurisdiction and locale.
 *
 * @param {object} trust the parties' public keys, as in trust.json
 * @param {{jurisdiction: string, locale: string}} wanted
 * @param {Date} now
 * @param {(name: "latest"|"release"|"bundle", path: string) => Promise<Uint8Array>} get rejects with a LoadFailure
 * @param {object} [seen] what was proved before, with its `latest` and `pointer`: nothing older is taken
 * @returns {Promise<{bundle, sha256: string, freshness: "fresh"|"stale"|"outdated", version: number, latest, pointer, files}>}
 *   or a LoadFailure
 */
export async function loadWarning(trust, wanted, now, get, seen) {
  return loadBundle(await loadRelease(trust, wanted.jurisdiction, now, get, seen), wanted, get);
}

/** The first half: the statements. `files` holds the bytes of all that was proved, by path. */
export async function loadRelease(trust, jurisdiction, now, get, seen) {
  require(globalThis.crypto?.subtle, "no-crypto");
  const files = { [LATEST]: await get("latest", LATEST) };
  const latest = await openStatement(files[LATEST], "latest", [trust.latest]);
  require(isLatest(latest), "latest-malformed");
  requireInForce(latest, "latest", now);
  require(!seen || latest.version >= seen.latest.version, "latest-rollback");
  const pointer = latest.releases.find((release) => release.jurisdiction === jurisdiction);
  const police = Object.hasOwn(trust.police, jurisdiction) && trust.police[jurisdiction];
  require(pointer && police.length, "unknown-jurisdiction");
  requireNotOlder(pointer, seen?.pointer, "release-rollback");

  const path = named(jurisdiction, "release", pointer);
  files[path] = await get("release", path);
  await requireDigest(files[path], pointer, "release-digest");
  const release = await openStatement(files[path], "release", [trust.exchange, police]);
  require(isRelease(release), "release-malformed");
  require(release.jurisdiction === jurisdiction && release.version === pointer.version, "release-mismatch");
  requireInForce(release, "release", now);
  require(Date.parse(release.expires) > now, "release-expired");
  return { latest, pointer, release, freshness: freshness(latest, now), files };
}

/** The second half: the bundle that a proved release names. */
export async function loadBundle(proved, { jurisdiction, locale }, get) {
  const { release, files } = proved;
  const entry = inLanguage(release.bundles, (bundle) => bundle.locale, locale);
  require(entry, "unknown-locale");
  const path = named(jurisdiction, entry.locale, entry);
  const bytes = await get("bundle", path);
  await requireDigest(bytes, entry, "bundle-digest");
  const bundle = parse(bytes, "bundle-malformed");
  require(isBundle(bundle), "bundle-malformed");
  require(bundle.jurisdiction === jurisdiction && bundle.locale === entry.locale, "bundle-mismatch");
  return { ...proved, bundle, sha256: entry.sha256, version: release.version, files: { ...files, [path]: bytes } };
}

const named = (jurisdiction, stem, { sha256 }) =>
  `${encodeURIComponent(jurisdiction)}/${encodeURIComponent(stem)}.${sha256.slice(0, 16)}.json`;

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
