// The smallest parts of the dialog.

export const WARNING = "M12 2 1 21h22L12 2zm-1 7h2v6h-2V9zm0 8h2v2h-2v-2z";

export function element(name, attributes = {}, content = []) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
  if (typeof content === "string") made.textContent = content;
  else made.append(...content);
  return made;
}

export const list = (lines) => element("ul", {}, lines.map((line) => element("li", {}, line)));

export function button(label, kind, press) {
  const made = element("button", { type: "button", class: kind }, label);
  made.addEventListener("click", press);
  return made;
}

/** A drawing of one outline on a grid of 24 by 24; without a name it is left out for those who do not see it. */
export function drawing(outline, name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  if (name) svg.setAttribute("role", "img");
  svg.setAttribute(name ? "aria-label" : "aria-hidden", name ?? "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", outline);
  svg.append(path);
  return svg;
}

/** Text that opens on request; `first` is called the first time it does. */
export function disclosure(summary, content, attributes = {}, first = () => {}) {
  const details = element("details", attributes, [element("summary", {}, summary), ...content]);
  details.addEventListener("toggle", first, { once: true });
  return details;
}

/** Where the alert itself is not translated yet, its own words say which language they are in. */
export const foreign = (view) => (view.own ? { lang: view.own, dir: "auto" } : {});
