// Below the form on a preview: what the check says about the content as it stands now, and when the form has new fields.
"use strict";

(() => {
  const LOOK = `
    :host { position: fixed; left: 1rem; bottom: 1rem; z-index: 9999; max-width: min(28rem, calc(100vw - 2rem)) }
    section { padding: .5rem .9rem; border-inline-start: 6px solid #b3261e; border-radius: 8px; color: #1d1b20;
      background: #fff; box-shadow: 0 2px 14px rgb(0 0 0 / .3); font: 14px/1.45 "Source Sans 3", system-ui, sans-serif }
    section[data-kind="news"] { border-color: #1f4e79; margin-block-end: .5rem }
    section[hidden] { display: none }
    summary { cursor: pointer; font-weight: 600 }
    ul { margin: .5rem 0 0; padding: 0 0 0 1.1rem; max-height: calc(40vh - 7rem); overflow: auto }
    li { margin-block: .35rem; overflow-wrap: anywhere }
    a { color: #1f4e79; font-weight: 600 }
    code { font: 12px/1.4 ui-monospace, monospace; color: #49454f; margin-inline-start: .5rem }
    div { margin-block-end: .1rem }
    p { margin: 0; color: #1b5e20 }
    pre { margin: .25rem 0; font: 13px/1.4 ui-monospace, monospace; background: #d9efd8; white-space: pre-wrap }
    button { font: inherit; padding: .25rem .9rem; margin-inline-start: .75rem; border: 1px solid #1f4e79;
      border-radius: 6px; background: #1f4e79; color: #fff; cursor: pointer }
  `;
  const TOLD = "/__antiscam/told";
  const FILE = /((?:content\/[\w./-]+|site_config)\.yml)/;
  const token = document.querySelector('meta[name="antiscam-token"]').content;
  const element = (name, content = "") => Object.assign(document.createElement(name), { textContent: content });

  const strip = document.createElement("antiscam-strip");
  const inside = strip.attachShadow({ mode: "open" });
  const news = element("section");
  const problems = element("section");
  news.dataset.kind = "news";
  for (const each of [news, problems]) Object.assign(each, { hidden: true, role: "status" });
  inside.append(element("style", LOOK), news, problems);

  /** `content/scams/prize/en.yml:1:1` → the form's page of it, and its name; undefined where the form has none. */
  function pageOf(place, { collections, singletons }) {
    const path = place.replace(/(:\d+)*$/, "");
    const single = singletons.find(({ file }) => file.replace("{{locale}}", /[^/]*$/.exec(path)[0].slice(0, -4)) === path);
    if (single) return { name: single.label, address: `#/collections/_singletons/entries/${single.name}` };
    const [, folder, entry, file] = /^content\/([^/]+)\/([^/]+)\/([^/]+)\.yml$/.exec(path) ?? [];
    const facts = collections.find(({ name }) => name === `${folder}-facts`);
    const noun = facts?.path.split("/").pop();
    if (file && file === noun)
      return { name: `${facts.label} › ${entry}`, address: `#/collections/${facts.name}/entries/${entry}/${noun}` };
    const words = collections.find(({ name }) => name === `${folder}-words`);
    const found = words?.files.find(({ name }) => name === entry);
    return found && { name: `${words.label} › ${found.label}`, address: `#/collections/${words.name}/entries/${entry}` };
  }

  /** A link to the form's page of a file; undefined where it has none. */
  function linkTo(place, pages) {
    const page = pageOf(place, pages);
    return page && Object.assign(element("a", page.name), { href: page.address });
  }

  /** A hint, each file that it names as a link to its page. */
  function hintWith(hint, pages) {
    const line = element("p");
    line.append(...hint.split(FILE).map((part) => (FILE.test(part) && linkTo(part, pages)) || part));
    return line;
  }

  /** Where it is, what is wrong, and how to mend it. */
  function item({ place, code, message, hint, mended }, told, pages) {
    const line = element("li");
    const where = element("div");
    const page = pageOf(place, pages);
    if (page) where.append(linkTo(place, pages));
    // A line says nothing to somebody who sees no file, but it helps whoever mends it in a text editor.
    if (told.item) where.append(Object.assign(element("span", ` › ${told.item}`), { title: place }));
    else where.append(element("code", place));
    line.append(where, message);
    if (code === "missing-translation" && place.startsWith("content/")) {
      const there = page ? `Write it in “${page.name}”.` : "Press Reload if it is offered; then write it in the words of this entry.";
      line.append(element("p", `${there} If this language is switched off there, press Enable.`));
    } else if (hint) line.append(hintWith(told.hint, pages));
    if (mended) line.append(element("pre", told.mended));
    return line;
  }

  /** The same problems in the words of the form, by their order; as they are where the preview has stopped. */
  async function inTheForm(found) {
    const headers = { "Content-Type": "application/json", "X-Antiscam-Token": token };
    const answer = await fetch(TOLD, { method: "POST", headers, body: JSON.stringify(found) }).catch(() => null);
    return answer?.ok ? answer.json() : found;
  }

  // Whoever has folded it wants to see what lies below; the number in its line still tells what is new.
  let folded = null;
  // Answers may overtake each other: what has been mended meanwhile must not come back.
  let latest = null;

  /** Unfolded where somebody has just saved, folded where a page was only opened; then as it was left. */
  async function show(state, unfolded) {
    latest = state;
    const { count, problems: found } = state;
    const [pages, told] = await Promise.all([first.then(JSON.parse), inTheForm(found)]);
    if (latest !== state) return;
    problems.hidden = !count;
    const list = element("ul");
    list.append(...found.map((problem, number) => item(problem, told[number], pages)));
    const details = element("details");
    const line = element("summary", count === 1 ? "One thing to mend" : `${count} things to mend`);
    line.addEventListener("click", () => (folded = details.open));
    details.append(line, list);
    details.open = unfolded && !folded;
    problems.replaceChildren(details);
  }

  async function configuration() {
    return (await fetch("config.json", { cache: "no-store" })).text();
  }

  const first = configuration();
  document.addEventListener("antiscam-saved", async () => {
    if (!news.hidden || (await configuration()) === (await first)) return;
    const again = element("button", "Reload");
    again.addEventListener("click", () => window.antiscam.mayLeave() && location.reload());
    // No word of “saved”: this stays, and a later Save may be refused.
    news.replaceChildren("The form has new pages or choices.", again);
    news.hidden = false;
  });

  const source = new EventSource("/__antiscam/events");
  source.addEventListener("state", (event) => show(JSON.parse(event.data), false));
  source.addEventListener("changed", (event) => show(JSON.parse(event.data), true));
  document.addEventListener("DOMContentLoaded", () => document.documentElement.append(strip));
})();
