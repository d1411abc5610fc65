// Below the form on a preview: what the check says about the content as it stands now, and when the form has new fields.
"use strict";

(() => {
  const LOOK = `
    :host { position: fixed; inset: auto 1rem 1rem auto; z-index: 99999; max-width: min(44rem, calc(100vw - 2rem)) }
    section { padding: .75rem 1rem; border-inline-start: 6px solid #b3261e; border-radius: 8px; color: #1d1b20;
      background: #fff; box-shadow: 0 2px 14px rgb(0 0 0 / .3); font: 15px/1.5 "Source Sans 3", system-ui, sans-serif }
    section[data-kind="news"] { border-color: #1f4e79; margin-block-end: .5rem }
    section[hidden] { display: none }
    summary { cursor: pointer; font-weight: 600 }
    ul { margin: .5rem 0 0; padding: 0 0 0 1.1rem; max-height: 38vh; overflow: auto }
    li { margin-block: .35rem; overflow-wrap: anywhere }
    code { font: 13px/1.4 ui-monospace, monospace; color: #49454f; display: block }
    p { margin: 0; color: #1b5e20 }
    pre { margin: .25rem 0; font: 13px/1.4 ui-monospace, monospace; background: #d9efd8; white-space: pre-wrap }
    button { font: inherit; padding: .25rem .9rem; margin-inline-start: .75rem; border: 1px solid #1f4e79;
      border-radius: 6px; background: #1f4e79; color: #fff; cursor: pointer }
  `;
  const element = (name, content = "") => Object.assign(document.createElement(name), { textContent: content });

  const strip = document.createElement("antiscam-strip");
  const inside = strip.attachShadow({ mode: "open" });
  const news = element("section");
  const problems = element("section");
  news.dataset.kind = "news";
  for (const each of [news, problems]) Object.assign(each, { hidden: true, role: "status" });
  inside.append(element("style", LOOK), news, problems);

  /** Where it is, what is wrong, and how to mend it. */
  function item({ place, message, hint, mended }) {
    const line = element("li", message);
    line.prepend(element("code", place));
    if (hint) line.append(element("p", hint));
    if (mended) line.append(element("pre", mended));
    return line;
  }

  /** Unfolded where somebody has just saved, folded where a page was only opened. */
  function show({ count, problems: found }, unfolded) {
    problems.hidden = !count;
    const list = element("ul");
    list.append(...found.map(item));
    const details = element("details");
    details.append(element("summary", count === 1 ? "One thing to mend" : `${count} things to mend`), list);
    details.open = unfolded;
    problems.replaceChildren(details);
  }

  async function configuration() {
    return (await fetch("config.json", { cache: "no-store" })).text();
  }

  const first = configuration();
  document.addEventListener("antiscam-saved", async () => {
    if (!news.hidden || (await configuration()) === (await first)) return;
    const again = element("button", "Reload");
    again.addEventListener("click", () => location.reload());
    news.replaceChildren("Saved. The form has new pages or choices because of it.", again);
    news.hidden = false;
  });

  const source = new EventSource("/__antiscam/events");
  source.addEventListener("state", (event) => show(JSON.parse(event.data), false));
  source.addEventListener("changed", (event) => show(JSON.parse(event.data), true));
  document.addEventListener("DOMContentLoaded", () => document.documentElement.append(strip));
})();
