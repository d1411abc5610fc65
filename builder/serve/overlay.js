// In the preview only: shows a good build in the page, lays the problems of a broken edit over it.

import { renew } from "./renewal.js";

const STYLES = `
  :host { all: initial; }
  section {
    position: fixed; inset: auto 0 0; z-index: 2147483647; box-sizing: border-box; max-height: 70vh; overflow: auto;
    padding: 1rem max(1rem, calc(50vw - 28rem)) 1.25rem; border-top: 4px solid #c62828;
    color: #1c1b1a; background: #fffdf9; box-shadow: 0 -8px 32px rgb(0 0 0 / 30%);
    font: 15px/1.5 system-ui, "Noto Sans", sans-serif;
  }
  header { display: flex; gap: 1rem; align-items: baseline; justify-content: space-between; }
  h2 { margin: 0; font-size: 1.05rem; }
  p { margin: 0.25rem 0; }
  button { padding: 0.25rem 0.75rem; border: 1px solid currentcolor; border-radius: 4px; color: inherit;
    background: none; font: inherit; cursor: pointer; }
  ol { margin: 0.75rem 0 0; padding: 0; list-style: none; }
  li { padding: 0.75rem 0; border-top: 1px solid #d8d2c8; }
  a { color: #1a4f8b; }
  a, code, pre { font: 13px/1.6 ui-monospace, "Noto Sans Mono", monospace; }
  pre { margin: 0.5rem 0; padding: 0.5rem 0.75rem; overflow-x: auto; background: #f3eee6; white-space: pre; }
  mark { padding: 0 1px; border-bottom: 2px solid #c62828; color: inherit; background: #fbd9d3; }
  ins { text-decoration: none; background: #d9efd8; }
  .hint { color: #1b5e20; }
  @media (prefers-color-scheme: dark) {
    section { color: #eee8df; background: #24211e; }
    li { border-color: #4a443d; }
    a { color: #9cc4f4; }
    pre { background: #16140f; }
    mark { background: #6b1f1a; }
    ins { background: #1f4a23; }
    .hint { color: #a5d6a7; }
  }
`;

const host = document.createElement("div");
host.id = "antiscam-problems";
const root = host.attachShadow({ mode: "open" });
const styles = new CSSStyleSheet();
styles.replaceSync(STYLES);
root.adoptedStyleSheets = [styles];

function make(name, text, ...children) {
  const element = document.createElement(name);
  element.append(...[text].filter(Boolean), ...children);
  return element;
}

function shown({ place, open, code, message, hint, before, marked, after, mended }) {
  const link = make("a", place);
  link.href = open;
  link.title = "Open in VS Code";
  const item = make("li", "", make("p", "", link, " ", make("code", code)), make("p", message));
  if (before || marked || after) item.append(make("pre", before, make("mark", marked), after));
  const advice = make("p", hint);
  advice.className = "hint";
  if (hint) item.append(advice);
  if (mended) item.append(make("pre", "", make("ins", mended)));
  return item;
}

function show({ count, problems }) {
  if (!count) return host.remove();
  const close = make("button", "Hide");
  close.onclick = () => host.remove();
  const heading = count === 1 ? "One thing to mend" : `${count} things to mend`;
  const panel = make("section", "", make("header", "", make("h2", heading), close));
  panel.setAttribute("role", "alert");
  panel.append(make("p", "The page behind this is the last good one. Nothing is published from here."));
  panel.append(make("ol", "", ...problems.map(shown)));
  if (count > problems.length) panel.append(make("p", `… and ${count - problems.length} more.`));
  root.replaceChildren(panel);
  document.body.append(host);
}

const source = new EventSource("/__antiscam/events");
source.addEventListener("state", (event) => show(JSON.parse(event.data)));
source.addEventListener("changed", (event) => {
  const state = JSON.parse(event.data);
  show(state);
  if (!state.count) renew();
});
