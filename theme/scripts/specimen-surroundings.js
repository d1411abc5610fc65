// Network, clock and memory of this page alone, as an example wants them.

const FAULTS = {
  slow: async (ask) => (await new Promise((done) => setTimeout(done, 500)), ask()),
  unreachable: () => Promise.reject(new TypeError("No network")),
  missing: async () => new Response("not here", { status: 404 }),
  portal: async () => new Response("<!doctype html><title>Log in</title>"),
  digit: async (ask) => new Response((await (await ask()).text()).replace(/("href":"tel:[+0-9]*)[0-9]"/, '$10"')),
};

/** Which of the alert’s files an address is. */
const partOf = (address) => /\/(latest|release)\.[^/]*$/.exec(address)?.[1] ?? "bundle";

/** Answers in the place of the network; `faults` names what goes wrong with each part. */
export function spoil(faults) {
  const ask = globalThis.fetch;
  globalThis.fetch = (address, options) => {
    const fault = FAULTS[faults[partOf(address)]];
    return fault ? fault(() => ask(address, options)) : ask(address, options);
  };
}

/** Puts this page’s clock so many hours behind the end of the pointer. */
export async function comeLate(warnings, hours) {
  const envelope = await (await fetch(new URL("latest.json", warnings))).json();
  const late = Date.parse(JSON.parse(atob(envelope.payload)).expires) + hours * 3600000 - Date.now();
  const True = Date;
  globalThis.Date = class extends True {
    constructor(...given) {
      super(...(given.length ? given : [True.now() + late]));
    }

    static now() {
      return True.now() + late;
    }
  };
}

/** In the gallery’s frame this page is a picture: the focus stays with the gallery’s reader. */
export function leaveFocus() {
  const { focus } = HTMLElement.prototype;
  const { showModal } = HTMLDialogElement.prototype;
  HTMLElement.prototype.focus = () => {};
  HTMLDialogElement.prototype.showModal = function () {
    const { activeElement: before } = parent.document;
    showModal.call(this);
    window.frameElement.blur();
    focus.call(before, { preventScroll: true });
  };
}

/** Nothing of an example is kept: neither its warning, nor how often it was shown. */
export function forgetAtOnce() {
  const kept = new Map();
  const storage = { getItem: (name) => kept.get(name) ?? null, setItem: (name, text) => kept.set(name, text) };
  Object.defineProperty(globalThis, "localStorage", { value: storage });
}
