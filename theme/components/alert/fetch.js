// Bytes from the network: capped in size and time, no cookies, no referrer, no redirect.

import { LoadFailure } from "./verify.js";

const TIMEOUT = 3000; // ms for everything together: a person is waiting
const MOST_BYTES = { latest: 65536, release: 65536, bundle: 262144 };

/** A promise's outcome, tried again past all caches if files did not fit together: a network cache may hold an old one. */
export async function withSecondTry(load) {
  const signal = AbortSignal.timeout(TIMEOUT);
  try {
    return await load("default", signal);
  } catch (error) {
    if (!/^(release|bundle)-(missing|digest)$/.test(error.code)) throw error;
    return load("reload", signal);
  }
}

/** A `get` for `loadWarning` below an address. `cache` is fetch's own word for files whose names hold their digest. */
export function fromNetwork(base, cache, signal) {
  return async (name, path) => {
    try {
      const answer = await fetch(new URL(path, base), {
        signal,
        credentials: "omit",
        redirect: "error",
        referrerPolicy: "no-referrer",
        cache: name === "latest" && cache === "default" ? "no-cache" : cache,
      });
      if (answer.status !== 200) throw new LoadFailure(`${name}-missing`);
      return await capped(answer.body.getReader(), MOST_BYTES[name], name);
    } catch (error) {
      throw error instanceof LoadFailure ? error : new LoadFailure(`${name}-unreachable`);
    }
  };
}

async function capped(reader, most, name) {
  const chunks = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > most) {
      reader.cancel();
      throw new LoadFailure(`${name}-too-large`);
    }
    chunks.push(part.value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
