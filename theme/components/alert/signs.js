// What a person may recognise: their own situation, or one of the common scams; each opens the scam it points to.

import { disclosure, drawing, element, foreign, list } from "./parts.js";

export function signs(view, on) {
  const section = element("section", { class: "scams" }, [element("h3", foreign(view), view.scams_heading)]);
  if (view.signs.length) section.append(list(view.signs));
  const pointed = view.situations.map(({ scam }) => scam);
  for (const { id, text, scam } of view.situations) {
    const told = view.scams.find((each) => each.id === scam);
    if (told) section.append(scamOf(view, told, text, on, () => on.recognise(id)));
  }
  for (const scam of view.scams) if (!pointed.includes(scam.id)) section.append(scamOf(view, scam, "", on));
  return section;
}

/** A scam behind its own title, or behind the situation that points to it. */
function scamOf(view, scam, situation, on, recognised) {
  const own = scam.language === view.language ? {} : { lang: scam.language, dir: "auto" };
  const summary = [
    ...(scam.icon ? [drawing(scam.icon, situation && scam.title)] : []),
    element("span", situation ? {} : own, situation || scam.title),
  ];
  const content = [...(situation ? [element("h4", own, scam.title)] : []), element("div", own, [list(scam.red_flags)])];
  if (scam.example && view.labels) content.push(disclosure(view.labels.example, exampleOf(scam.example), { class: "example" }));
  if (scam.page && view.labels) content.push(pageOf(view, scam, on));
  return disclosure(summary, content, { class: "scam" }, recognised);
}

const exampleOf = ({ setting, lines }) => [
  element("p", {}, setting),
  ...lines.map(({ who, speaker, text }) => element("p", { class: `line ${who}` }, [element("b", {}, speaker), ` ${text}`])),
];

function pageOf(view, scam, on) {
  const attributes = { href: view.site + scam.page, target: "_blank", rel: "noopener noreferrer" };
  const link = element("a", attributes, view.labels.read_more);
  link.addEventListener("click", () => on.open("article", scam.id));
  return element("p", {}, [link]);
}
