// The frame around the article, as antiscam builds it, with slots for what differs from page to page.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { escape } from "./bodies.js";
import { locales } from "./world.js";

const SLOT = /\[\[(\w+)\]\]/;

// Texts and names of slots in turn.
const frames = Object.fromEntries(
  locales.map((locale) => [locale, readFileSync(join(process.env.FRAMES, `${locale}.html`), "utf8").split(SLOT)]),
);

export function framed(locale, { title, description, canonical }, body) {
  const slots = { title: escape(title), description: escape(description), canonical, body };
  return frames[locale].map((part, index) => (index % 2 ? slots[part] : part)).join("");
}
