// A view → the dialog. Only text goes in (`textContent`), so nothing a bundle says can become markup.

/** Builds the whole dialog. `given` is an answer given before, if any; `on` holds a function per thing a person can do. */
export function buildDialog(view, status, given, on) {
  const dialog = element("dialog", { role: "alertdialog", "aria-labelledby": "heading", "aria-describedby": "consequence",
    lang: view.language, dir: view.direction });
  const answered = element("p", { class: "advice", role: "status" });
  dialog.append(
    element("header", {}, [
      element("p", { class: "label" }, [icon(), element("span", {}, view.label)]),
      element("p", { class: "speaker" }, view.speaker),
    ]),
    element("div", { class: "body" }, [
      element("h2", { id: "heading", ...foreign(view) }, view.heading),
      element("p", { id: "consequence", ...foreign(view) }, view.consequence),
      question(view, answered, given, on),
      signs(view),
      whomToCall(view, on),
      ...view.notices.map((line) => element("p", { class: "notice" }, line)),
    ]),
    // Stopping comes first: in the document, in focus and in weight.
    element("div", { class: "actions", ...foreign(view) }, [
      button(view.stop, "stop", on.stop),
      button(view.proceed, "proceed", () => on.proceed(answered)),
    ]),
  );
  if (status) addStatus(dialog, status);
  return dialog;
}

/** A line that says how fresh or how sure this warning is, above the other notices. */
export function addStatus(dialog, line) {
  dialog.querySelector(".notice").before(element("p", { class: "notice status" }, line));
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

/** Where the alert itself is not translated yet, its own words say which language they are in. */
const foreign = (view) => (view.own ? { lang: view.own, dir: "auto" } : {});

function signs(view) {
  const section = element("section", {}, [element("h3", {}, view.scams_heading)]);
  if (view.signs.length) section.append(list(view.signs));
  for (const scam of view.scams) {
    const attributes = scam.language === view.language ? {} : { lang: scam.language, dir: "auto" };
    section.append(element("details", attributes, [element("summary", {}, scam.title), list(scam.red_flags)]));
  }
  return section;
}

function whomToCall(view, on) {
  const section = element("section", { class: "call" }, [element("h3", {}, view.call_heading)]);
  const callable = view.contacts.filter((contact) => contact.phone);
  const tool = view.contacts.find((contact) => contact.kind === "check-tool" && contact.url);
  if (!callable.length) section.append(element("p", {}, view.call_unknown));
  callable.slice(0, 3).forEach((contact, rank) => section.append(contactLine(contact, rank === 0, on)));
  if (tool) {
    const link = element("a", { href: tool.url, target: "_blank", rel: "noopener noreferrer", class: "tool" }, tool.name);
    link.addEventListener("click", () => on.check(tool.id));
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

const list = (lines) => element("ul", {}, lines.map((line) => element("li", {}, line)));

function button(label, kind, press) {
  const made = element("button", { type: "button", class: kind }, label);
  made.addEventListener("click", press);
  return made;
}

function icon() {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", "M12 2 1 21h22L12 2zm-1 7h2v6h-2V9zm0 8h2v2h-2v-2z");
  svg.append(path);
  return svg;
}

function element(name, attributes = {}, content = []) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
  if (typeof content === "string") made.textContent = content;
  else made.append(...content);
  return made;
}
