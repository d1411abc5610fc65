// Which destinations were stopped on this device, kept so that nobody can read them: a keyed hash, and the hour.
//
// The key is a CryptoKey that cannot be exported, in IndexedDB: a script that gets at the storage, or a copy of it, holds
// hashes that it cannot test addresses against. A salt in localStorage would be text, and addresses are public.
// The hour, not only the day: a day cannot tell 24 hours apart. It is what events say of time in any case.

export const HOUR = 3600000; // ms
export const LONGEST = 720; // hours: 30 days

export const thisHour = () => Math.floor(Date.now() / HOUR);

/** The keyed hash of a destination. Rejects without storage or WebCrypto. */
export async function markOf(destination) {
  const text = new TextEncoder().encode(String(destination).trim());
  return crypto.subtle.sign("HMAC", await key(), text);
}

/** Keeps what was shown when a destination was stopped; a newer stop of the same takes its place. */
export function keepStop(mark, shown) {
  return change("stops", (stops) => stops.put({ hour: thisHour(), shown }, mark));
}

/** The last stop of a destination, or undefined: `hours` since then, and what was `shown`. */
export async function lastStop(mark) {
  await change("stops", forgetOld);
  const found = await change("stops", (stops) => stops.get(mark));
  return found && { hours: thisHour() - found.hour, shown: found.shown };
}

function forgetOld(stops) {
  const asked = stops.openCursor();
  asked.addEventListener("success", () => {
    const entry = asked.result;
    if (!entry) return;
    if (thisHour() - entry.value.hour > LONGEST) entry.delete();
    entry.continue();
  });
  return asked;
}

async function key() {
  const kept = await change("key", (keys) => keys.get("hmac"));
  if (kept) return kept;
  const made = await crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  // Another tab may have been quicker: the first key stays.
  await change("key", (keys) => keys.add(made, "hmac")).catch(() => {});
  return change("key", (keys) => keys.get("hmac"));
}

/** Does one thing in a store; resolves with its result once it is safely written. */
async function change(store, act) {
  const database = await open();
  try {
    return await new Promise((done, fail) => {
      const transaction = database.transaction(store, "readwrite");
      const asked = act(transaction.objectStore(store));
      transaction.oncomplete = () => done(asked.result);
      transaction.onabort = () => fail(transaction.error);
    });
  } finally {
    database.close();
  }
}

function open() {
  return new Promise((done, fail) => {
    const asked = indexedDB.open("scam-journey", 1);
    asked.onupgradeneeded = () => ["key", "stops"].forEach((store) => asked.result.createObjectStore(store));
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
}
