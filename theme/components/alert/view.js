// A view → the dialog. Only text goes in (`textContent`), so nothing a bundle says can become markup.

import { aftermath } from "./aftermath.js";
import { button, drawing, element, foreign, WARNING } from "./parts.js";
import { signs } from "./signs.js";

/** Builds the whole dialog. `given` is an answer given before, if any; `on` holds a function per thing a person can do. */
export function buildDialog(view, status, given, on) {
  const dialog = element("dialog", { role: "alertdialog", "aria-labelledby": "heading", "aria-describedby": "consequence",
    lang: view.language, dir: view.direction, "data-certainty": view.certainty });
  const answered = element("p", { class: "advice", role: "status" });
  dialog.append(
    element("header", {}, [
      element("p", { class: "label" }, [drawing(WARNING), element("span", {}, view.label)]),
      element("p", { class: "speaker" }, view.speaker),
    ]),
    element("div", { class: "body" }, [
      element("h2", { id: "heading", ...foreign(view) }, view.heading),
      element("p", { id: "consequence", ...foreign(view) }, view.consequence),
      question(view, answered, given, on),
      signs(view, on),
      whomToCall(view, on),
      ...aftermath(view, on),
      ...view.notices.map((line) => element("p", { class: "notice" }, line)),
    ]),
    // Stopping comes first: in the document, in focus and in weight.
    element("div", { class: "actions", ...foreign(view) }, [
      button(view.stop, "stop", on.stop),
      ...pauses(view, on),
      button(view.proceed, "proceed", () => on.proceed(answered)),
    ]),
  );
  if (status) addStatus(dialog, status);
  return dialog;
}

/** A line that says how fresh or how sure this warning is, above the other notices. */
export function addStatus(dialog, line) {
  const notice = element("p", { class: "notice status" }, line);
  const first = dialog.querySelector(".notice");
  if (first) first.before(notice);
  else dialog.querySelector(".body").append(notice);
}

function question(view, advice, given, on) {
  const help = element("div");
  const choices = ["yes", "no"].map((value) => button(view[`answer_${value}`], "answer", () => {
    show(value);
    (help.lastChild ?? advice).scrollIntoView({ block: "nearest" });
    on.answer(value);
  }));
  const show = (value) => {
    choices.forEach((choice, at) => choice.setAttribute("aria-pressed", String(["yes", "no"][at] === value)));
    advice.textContent = value ? view[`advice_${value}`] : "";
    if (value) advice.dataset.answer = value;
    help.replaceChildren(...(value === "yes" ? firstCall(view, on) : []));
  };
  show(given);
  return element("div", { role: "group", "aria-labelledby": "question", class: "question", ...foreign(view) }, [
    element("p", { id: "question" }, view.question),
    element("div", { class: "answers" }, choices),
    advice,
    help,
  ]);
}

/** After a yes the number comes to the person, not the person to the number. */
function firstCall(view, on) {
  const contact = view.contacts.find(({ phone }) => phone);
  return [contact ? contactLine(contact, true, on) : element("p", {}, view.call_unknown)];
}

function whomToCall(view, on) {
  const section = element("section", { class: "call" }, [element("h3", foreign(view), view.call_heading)]);
  const callable = view.contacts.filter((contact) => contact.phone);
  const tool = view.contacts.find((contact) => contact.kind === "check-tool" && contact.url);
  if (!callable.length) section.append(element("p", {}, view.call_unknown));
  callable.slice(0, 3).forEach((contact, rank) => section.append(contactLine(contact, rank === 0, on)));
  if (tool) {
    const link = element("a", { href: tool.url, target: "_blank", rel: "noopener noreferrer", class: "tool" }, tool.name);
    link.addEventListener("click", () => on.open("check-tool", tool.id));
    section.append(element("p", { class: "contact" }, [link, element("span", { class: "hint" }, tool.limits ?? tool.helps_with)]));
  }
  return section;
}

function contactLine(contact, first, on) {
  // Digits read left to right in every script.
  const number = element("a", { href: contact.phone.href, class: "number", dir: "ltr" }, contact.phone.display);
  number.addEventListener("click", () => on.call(contact.id));
  const hints = [first && contact.hours, first && contact.helps_with, contact.stale && contact.checked];
  const hint = hints.filter(Boolean).join(" · ");
  return element("p", { class: first ? "contact first" : "contact" }, [
    element("span", { class: "name" }, contact.name),
    number,
    ...(hint ? [element("span", { class: "hint" }, hint)] : []),
  ]);
}

/** What stands between stopping and going on: a pause the person may choose, or what the app will do. */
function pauses(view, on) {
  if (view.cool_off) return [element("p", { class: "hint" }, view.cool_off)];
  if (view.friction !== "pause" || !view.pauses?.length || !view.labels) return [];
  const choices = view.pauses.map(({ hours, label }) => button(label, "pause", () => on.pause(hours)));
  return [element("div", { role: "group", "aria-labelledby": "pauses", class: "pauses" },
    [element("p", { id: "pauses" }, view.labels.pauses), ...choices])];
}
