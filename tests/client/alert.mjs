// The alert's modules, and a simulated world around them: answers of a network, a storage, a repository.
// ANTISCAM_ALERT names another folder of modules, such as a copy with one mistake in it.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const ROOT = resolve(import.meta.dirname, "../..");
const folder = resolve(process.env.ANTISCAM_ALERT ?? `${ROOT}/theme/components/alert`);
const part = (name) => import(pathToFileURL(`${folder}/${name}.js`));

export const { LoadFailure } = await part("verify");
export const { LATEST, loadBundle, loadRelease, loadWarning } = await part("load");
export const { fromNetwork, withSecondTry } = await part("fetch");
export const { keep, recall, sparing } = await part("keep");
export const { decide } = await part("decide");

export const BASE = "https://exchange.example/warnings/v1/";

/** One conformance case: its `get`, what is wanted of it, and when. */
export function repository(name) {
  const read = JSON.parse(readFileSync(`${ROOT}/conformance/cases/${name}.json`));
  const bytes = (responses) =>
    Object.fromEntries(Object.entries(responses).map(([path, { body }]) => [path, Buffer.from(body, "base64")]));
  const { trust, jurisdiction, locale } = read;
  return {
    trust,
    wanted: { jurisdiction, locale },
    now: new Date(read.now),
    files: bytes(read.responses),
    seen: read.seen && bytes(read.seen),
    expected: read.expected,
  };
}

export const giving = (files) => async (name, path) => {
  if (!Object.hasOwn(files, path)) throw new LoadFailure(`${name}-missing`);
  return new Uint8Array(files[path]);
};

/** What `fetch` gives: a status and a body in pieces, which says whether it was cancelled. */
export function answering(status, ...pieces) {
  const answer = { status, cancelled: false, pulled: 0 };
  answer.body = new ReadableStream({
    pull(controller) {
      if (answer.pulled === pieces.length) return controller.close();
      controller.enqueue(new Uint8Array(pieces[answer.pulled++]));
    },
    cancel: () => void (answer.cancelled = true),
  });
  return answer;
}

/** Puts `respond(url, options)` in the place of `fetch` for one test; gives the list of what was asked. */
export function network(test, respond) {
  const asked = [];
  test.mock.method(globalThis, "fetch", async (url, options) => {
    asked.push({ url: String(url), ...options });
    return respond(String(url), options);
  });
  return asked;
}

/** A network that serves files below BASE, each in one piece. */
export const serving = (files) => (url) => {
  const path = url.slice(BASE.length);
  return Object.hasOwn(files, path) ? answering(200, files[path]) : answering(404, Buffer.from("not here"));
};

/** A browser's storage for one test; `undefined` takes it away. */
export function storage(test, value = new Map()) {
  const fake = value instanceof Map && {
    getItem: (key) => value.get(key) ?? null,
    setItem: (key, text) => void value.set(key, text),
  };
  replaceGlobal(test, "localStorage", { value: fake || value });
  return value;
}

export function replaceGlobal(test, name, descriptor) {
  const before = Object.getOwnPropertyDescriptor(globalThis, name);
  Object.defineProperty(globalThis, name, { configurable: true, ...descriptor });
  test.after(() => (before ? Object.defineProperty(globalThis, name, before) : delete globalThis[name]));
}
