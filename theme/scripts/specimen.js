// One example of the alert: prepares this page alone as the example says, then mounts the real element.

import { changeBundle } from "./specimen-changes.js";
import { comeLate, forgetAtOnce, leaveFocus, spoil } from "./specimen-surroundings.js";

const read = (id) => JSON.parse(document.getElementById(id).textContent);
const asked = Object.fromEntries(new URLSearchParams(location.search));
const examples = read("examples");
const words = read("words");
const example = Object.hasOwn(examples, asked.example ?? "") ? examples[asked.example] : examples.published;
const own = Object.hasOwn(words, asked.locale ?? "") ? words[asked.locale] : Object.values(words)[0];
const holder = document.getElementById("holder");
const opener = document.getElementById("opener");
const warnings = new URL("../../warnings/v1/", import.meta.url);

document.documentElement.dataset.theme = asked.theme ?? "";
document.getElementById("about").textContent = example.says + (example.changed ? " Changed: no signature was checked." : "");
await prepare();
opener.addEventListener("click", open);
opener.focus({ preventScroll: true });
open();

async function prepare() {
  if (window.frameElement) leaveFocus();
  forgetAtOnce();
  // The element draws twice for each showing: who is held out, of which there is nobody here, and which wording.
  Math.random = () => Number(asked.chance) || 0;
  if (example.late_hours) await comeLate(warnings, example.late_hours);
  if (example.changed) await changeBundle(warnings, asked, example.changed, own);
  if (!example.without_script) await arrive();
  if (example.fault) spoil(example.fault);
}

async function arrive() {
  const { prefetch } = await import(new URL("scam-alert.js", warnings));
  const { jurisdiction, locale } = asked; // and nothing else: where the files come from is not for an address to say
  if (example.kept) await prefetch({ jurisdiction, locale });
}

function open() {
  const alert = document.createElement("scam-alert");
  for (const name of ["jurisdiction", "locale", "placement"]) alert.setAttribute(name, asked[name] ?? "");
  alert.textContent = own.fallback;
  holder.replaceChildren(alert);
  if (example.without_script) settled({ source: "none" });
}

holder.addEventListener("scam-alert:shown", colour);
// The element draws its last line after it has told this.
holder.addEventListener("scam-alert:loaded", ({ detail }) => setTimeout(finish, 0, detail));
holder.addEventListener("scam-alert:failed", ({ detail }) => (document.body.dataset.code = detail.code));
for (const name of ["stopped", "continued", "pause-started", "passed"]) {
  holder.addEventListener(`scam-alert:${name}`, () => holder.replaceChildren());
}

/** The colours that the address asks for, whatever the system prefers: the element follows the system alone. */
function colour({ target }) {
  if (!asked.theme) return;
  for (const rule of target.shadowRoot.adoptedStyleSheets[0].cssRules) {
    if (/prefers-color-scheme/.test(rule.conditionText)) rule.media.mediaText = asked.theme === "dark" ? "all" : "not all";
  }
}

async function finish(detail) {
  const dialog = holder.firstChild?.shadowRoot?.querySelector("dialog");
  if (example.press) dialog.querySelector(example.press).click();
  if (example.open) await openAll(dialog);
  settled(detail);
}

async function openAll(dialog) {
  for (const part of dialog.querySelectorAll("details")) part.open = true;
  const form = dialog.querySelector("scam-evidence");
  for (let waited = 0; form && !form.querySelector("button") && waited < 3000; waited += 50) {
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Says to tests that nothing more will come, and what stands. */
function settled({ source }) {
  document.body.dataset.source = source;
}
