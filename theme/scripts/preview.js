// The demo withdrawal: a pretend app that puts <scam-alert> in front of its last step.

const words = JSON.parse(document.getElementById("demo-words").textContent);
const form = document.getElementById("demo");
const app = document.getElementById("demo-app");
const place = document.getElementById("demo-place");
const result = document.getElementById("demo-result");
const events = document.getElementById("demo-events");
const holder = document.getElementById("demo-alert");

function chosen() {
  const [jurisdiction, locale] = place.value.split(" ");
  return { jurisdiction, locale };
}

function translate() {
  const { locale } = chosen();
  app.lang = locale;
  app.dir = words[locale].direction;
  for (const part of app.querySelectorAll("[data-text]")) part.textContent = words[locale][part.dataset.text];
  result.textContent = "";
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const { jurisdiction, locale } = chosen();
  const alert = document.createElement("scam-alert");
  alert.setAttribute("jurisdiction", jurisdiction);
  alert.setAttribute("locale", locale);
  alert.setAttribute("placement", "withdrawal");
  // If the component never arrives, these plain words stand in its place.
  alert.textContent = words[locale].fallback;
  result.textContent = "";
  events.replaceChildren();
  events.hidden = false;
  holder.replaceChildren(alert);
});

const NAMES = "eligible assigned loaded shown seen read answered opened checked called pause-started stopped abandoned "
  + "continued passed failed";
// What is said at the end; a pause that the person chose is a stop for now.
const ENDS = { stopped: "stopped", "pause-started": "stopped", continued: "continued", passed: "continued" };

for (const name of NAMES.split(" ")) {
  holder.addEventListener(`scam-alert:${name}`, (event) => {
    const entry = document.createElement("li");
    entry.textContent = `${name} ${JSON.stringify(event.detail)}`;
    events.append(entry);
    if (!Object.hasOwn(ENDS, name) || event.detail.imposed) return;
    result.textContent = words[chosen().locale][ENDS[name]];
    holder.replaceChildren();
  });
}

/** A place in the reader's own language, in the reader's own region if there is one. */
function guess() {
  const script = (tag) => {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script}`;
  };
  const values = [...place.options].map(({ value }) => value);
  for (const wanted of navigator.languages) {
    const spoken = values.filter((value) => script(value.split(" ")[1]) === script(wanted));
    const near = spoken.find((value) => value.startsWith(`${new Intl.Locale(wanted).region} `));
    if (near ?? spoken[0]) return near ?? spoken[0];
  }
  return values[0];
}

place.addEventListener("change", translate);
place.value = guess();
translate();
