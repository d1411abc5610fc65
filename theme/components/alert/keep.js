// The last warning that was proved, kept as the bytes it was proved from. Storage is not trusted: what comes out of it is
// proved again at every use, and storage that fails is only forgetful.

import { LATEST, loadBundle, loadRelease } from "./load.js";
import { require } from "./verify.js";

const slot = (jurisdiction) => `scam-alert:${jurisdiction}`;

/** What can still be proved of what was kept: the statements, and as `warning` the bundle, if it is in this language. */
export async function recall(trust, wanted, now) {
  try {
    const kept = JSON.parse(localStorage.getItem(slot(wanted.jurisdiction)));
    const get = async (name, path) => {
      require(Object.hasOwn(kept, path), `${name}-not-kept`);
      return new TextEncoder().encode(kept[path]);
    };
    const proved = await loadRelease(trust, wanted.jurisdiction, now, get);
    return { ...proved, warning: await loadBundle(proved, wanted, get).catch(() => undefined) };
  } catch {
    return undefined; // nothing kept, no storage, or nothing that can be proved
  }
}

/** A `get` that takes files proved already from memory: their names hold their digest. */
export const sparing = (proved, get) => async (name, path) => (path === LATEST ? undefined : (proved?.warning ?? proved)?.files[path]) ?? get(name, path);

export function keep(jurisdiction, files) {
  const decoder = new TextDecoder();
  const texts = Object.entries(files).map(([path, bytes]) => [path, decoder.decode(bytes)]);
  try {
    localStorage.setItem(slot(jurisdiction), JSON.stringify(Object.fromEntries(texts)));
  } catch {
    // full, or not allowed: then the next start knows nothing
  }
}
