// `<scam-evidence>`: a form for what the police will ask, saved as a text file on the device and sent to nobody.

const FACTS = ["alert", "variant", "bundle", "version", "sha256"];

export class ScamEvidence extends HTMLElement {
  /** Puts the form in place of whatever stands inside. `words` are the bundle's `evidence`, `facts` an event's detail. */
  fill(words, facts) {
    const inputs = words.fields.map(({ id, label }) => [label, inputOf(id)]);
    const saved = make("p", { role: "status" });
    const save = make("button", { type: "button", class: "save" }, [words.save]);
    save.addEventListener("click", () => {
      download(textOf(words.heading, inputs, facts));
      saved.textContent = words.saved;
    });
    const rows = inputs.map(([label, input]) => make("label", {}, [make("span", {}, [label]), input]));
    this.replaceChildren(make("p", { class: "hint" }, [words.note]), ...rows, save, saved);
  }
}

const inputOf = (id) => make(id === "story" ? "textarea" : "input", { autocomplete: "off", spellcheck: "false" });

/** What was filled in, line by line, and which warning was on the screen. */
function textOf(heading, inputs, facts) {
  const known = FACTS.filter((name) => facts[name]).map((name) => `${name}: ${facts[name]}`);
  const lines = inputs.map(([label, { value }]) => `${label}:\n${value}\n`);
  return [heading, new Date().toISOString(), ...known, "", ...lines].join("\n");
}

function download(text) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = make("a", { href: address, download: `scam-evidence-${new Date().toISOString().slice(0, 10)}.txt` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

function make(name, attributes, content = []) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

customElements.define("scam-evidence", ScamEvidence);
