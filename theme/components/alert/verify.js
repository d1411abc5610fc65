// The verifying core: bytes → a statement that every party has signed, or a LoadFailure with a stable code.
// DSSE envelopes, checked with WebCrypto alone. Small enough to be read in one sitting; nothing in it touches the network.

export const DAY = 86400000; // ms
const STALE = 7 * DAY; // how long after its end a pointer's numbers are still shown

// The algorithm comes from the pinned key, never from a message.
const ALGORITHMS = {
  ES256: { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" },
  Ed25519: { name: "Ed25519" },
};

export class LoadFailure extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

export function require(holds, code) {
  if (!holds) throw new LoadFailure(code);
}

/** The statement in an envelope. `parties` holds the keys of each party: signature n must be by a key of party n. */
export async function openStatement(bytes, name, parties) {
  const type = `application/vnd.antiscam.${name}.v1+json`;
  const envelope = parse(bytes, `${name}-malformed`);
  require(members(envelope) === '["payload","payloadType","signatures"]', `${name}-malformed`);
  require(Array.isArray(envelope.signatures), `${name}-malformed`);
  require(envelope.payloadType === type, `${name}-type`);
  const payload = unbase64(envelope.payload, `${name}-malformed`);
  const header = new TextEncoder().encode(`DSSEv1 ${type.length} ${type} ${payload.length} `);
  const message = new Uint8Array([...header, ...payload]);

  require(envelope.signatures.length === parties.length, `${name}-signature`);
  for (const [at, keys] of parties.entries()) await requireSignature(message, envelope.signatures[at], keys, name);
  return parse(payload, `${name}-malformed`);
}

async function requireSignature(message, signature, keys, name) {
  require(members(signature) === '["keyid","sig"]', `${name}-malformed`);
  const sig = unbase64(signature.sig, `${name}-malformed`);
  const key = keys.find(({ keyid }) => keyid === signature.keyid);
  require(key && sig.length === 64, `${name}-signature`);
  require(await verifies(key, sig, message), `${name}-signature`);
}

async function verifies({ algorithm, spki }, sig, message) {
  try {
    const key = await crypto.subtle.importKey("spki", unbase64(spki), ALGORITHMS[algorithm], false, ["verify"]);
    return await crypto.subtle.verify(ALGORITHMS[algorithm], key, sig, message);
  } catch {
    throw new LoadFailure("no-crypto"); // this browser does not know the algorithm
  }
}

/** Refuses what comes from the future. One day of doubt is left to clocks. */
export function requireInForce({ version, issued, expires }, name, now) {
  const tomorrow = new Date(now.getTime() + DAY);
  const day = Number(tomorrow.toISOString().slice(0, 10).replaceAll("-", ""));
  require(Date.parse(issued) <= tomorrow && Math.floor(version / 100) <= day, `${name}-from-future`);
  require(Date.parse(issued) < Date.parse(expires), `${name}-malformed`);
}

/** How far a pointer can be relied on: `fresh`, `stale` for a week after its end, then `outdated`. */
export function freshness({ expires }, now) {
  const over = now - Date.parse(expires);
  return over < 0 ? "fresh" : over < STALE ? "stale" : "outdated";
}

/** Refuses an older statement than was seen before, and another one of the same version. */
export function requireNotOlder(found, seen, code) {
  require(!seen || found.version > seen.version || (found.version === seen.version && found.sha256 === seen.sha256), code);
}

export async function requireDigest(bytes, { sha256, length }, code) {
  require(bytes.length === length, code);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  require(Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("") === sha256, code);
}

/** The value of JSON in its one spelling: no spaces, no member twice, no odd escape, no byte order mark, no fraction. */
export function parse(bytes, code) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const value = JSON.parse(text);
    if (JSON.stringify(value, exact) === text) return value;
  } catch {
    // not UTF-8 or not JSON
  }
  throw new LoadFailure(code);
}

// Readers differ on numbers that are not whole or too large, so those are spelled wrongly.
const exact = (_key, value) => (typeof value === "number" && !Number.isSafeInteger(value) ? null : value);

const members = (value) => JSON.stringify(Object.keys(value ?? {}));

/** Base64 in its one spelling. */
function unbase64(text, code) {
  try {
    const binary = atob(text);
    if (btoa(binary) === text) return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    // not base64
  }
  throw new LoadFailure(code);
}
