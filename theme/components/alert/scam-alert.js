import { baselineView, bundleView, chooseAlert, chooseVariant } from "./choose.js";
import { BASELINE, STYLES, TRUST } from "./compiled.js";
import { fromNetwork, withSecondTry } from "./fetch.js";
import { keep, recall, sparing } from "./keep.js";
import { inLanguage, loadWarning } from "./load.js";
import { LoadFailure } from "./verify.js";
import { addStatus, buildDialog } from "./view.js";

/**
 * `<scam-alert jurisdiction="HK" locale="zh-Hant" placement="withdrawal">`: a modal warning, shown as soon as the
 * element is in the page. It paints the baseline at once and the verified local warning when that has arrived. To show
 * it again, put a new element into the page.
 *
 * Events (bubbling, `detail` holds alert, variant, version, source and, where it applies, answer, contact or code):
 * `scam-alert:shown`, `:seen`, `:answered`, `:checked`, `:called`, `:stopped`, `:continued`, `:failed`.
 * The element sends nothing anywhere; the host app decides what to do. What the app knows of the transfer it may set as
 * the property `context`, such as `{ "first-send": "yes" }`; it never leaves the device.
 */
export class ScamAlert extends HTMLElement {
  static observedAttributes = ["jurisdiction", "locale", "placement", "src"];

  #run = 0;
  #dialog;
  #answer;
  #shown;
  #returnTo;
  #detail = {};

  connectedCallback() {
    this.#returnTo = document.activeElement;
    this.#start();
  }

  disconnectedCallback() {
    this.#close();
  }

  attributeChangedCallback(_name, before, after) {
    if (this.#dialog && before !== after) this.#start();
  }

  async #start() {
    const run = ++this.#run;
    const words = this.#baseline();
    this.#answer = this.#shown = undefined;
    this.#detail = { alert: null, variant: null, version: null, source: "baseline" };
    try {
      this.#paint(baselineView(words, words.language), "");
      this.#emit("shown");
      const wanted = { jurisdiction: this.#get("jurisdiction"), locale: this.#get("locale") || words.language };
      const kept = TRUST.development ? undefined : await recall(TRUST, wanted, new Date());
      if (run !== this.#run) return;
      if (kept?.warning) this.#show(kept.warning, "stored", words);
      const warning = await withSecondTry((cache, signal) =>
        loadWarning(TRUST, wanted, new Date(), sparing(kept, fromNetwork(this.#base(), cache, signal)), kept));
      // A developer's builds follow each other with the same version: nothing of them is kept.
      if (!TRUST.development) keep(wanted.jurisdiction, warning.files);
      if (run === this.#run) this.#show(warning, "bundle", words);
    } catch (error) {
      if (run !== this.#run) return;
      const code = error instanceof LoadFailure ? error.code : "internal-error";
      this.#emit("failed", { code });
      // What stands already stays, perhaps with an answer. A general warning gets the line that says why.
      if (this.#dialog && !this.#shown) addStatus(this.#dialog, words.unverified.replace("{code}", code));
    }
  }

  /** Shows a proved warning, unless the very same stands there already. */
  #show({ bundle, freshness, version }, source, words) {
    const shown = [version, bundle.locale, freshness].join();
    this.#detail = { ...this.#detail, version, source: freshness === "fresh" ? source : freshness };
    if (shown === this.#shown) return;
    this.#shown = shown;
    const alert = chooseAlert(bundle, this.#get("placement"), this.context ?? {}, new Date());
    const variant = alert && chooseVariant(alert, Math.random());
    this.#detail = { ...this.#detail, alert: alert?.id ?? null, variant: variant?.id ?? null };
    // Long without a valid pointer: the numbers may have been withdrawn since.
    const safe = freshness === "outdated" ? { ...bundle, contacts: [] } : bundle;
    this.#paint(bundleView(safe, alert, variant, words), freshness === "fresh" ? "" : words.stale);
    this.#emit("shown");
    if (!alert) this.#emit("failed", { code: "no-alert" });
  }

  /** Draws a view into a new dialog in place of the last one; an answer already given goes along. */
  #paint(view, status) {
    const root = this.shadowRoot ?? this.#makeRoot();
    const dialog = buildDialog(view, status, this.#answer, {
      stop: () => this.#end("stopped"),
      proceed: (advice) => {
        if (view.friction !== "question" || this.#answer) return this.#end("continued");
        delete advice.dataset.answer;
        advice.textContent = this.#baseline().answer_first;
        dialog.querySelector(".answer").focus({ preventScroll: true });
        advice.scrollIntoView({ block: "nearest" });
      },
      answer: (value) => this.#emit("answered", { answer: (this.#answer = value) }),
      call: (contact) => this.#emit("called", { contact }),
      check: (contact) => this.#emit("checked", { contact }),
    });
    // Escape, and whatever else closes the dialog from outside, counts as stopping.
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.#end("stopped");
    });
    dialog.addEventListener("close", () => dialog === this.#dialog && this.#end("stopped"));
    root.append(dialog);
    dialog.showModal();
    const before = this.#dialog;
    this.#dialog = dialog;
    before?.remove();
    root.querySelector("slot")?.remove();
    // On a small screen everything scrolls together: the words come first, whatever has the focus.
    dialog.querySelector(".stop").focus({ preventScroll: true });
    dialog.scrollTop = 0;
    this.#watch(dialog);
  }

  #makeRoot() {
    const root = this.attachShadow({ mode: "open" });
    // The host's own words stay in sight until the dialog really stands.
    root.append(document.createElement("slot"));
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLES);
      root.adoptedStyleSheets = [sheet];
    } catch {
      // An old browser: better a plain warning than none.
    }
    return root;
  }

  /** Seen: at least half visible for one second. */
  #watch(dialog) {
    if (!globalThis.IntersectionObserver) return;
    let timer;
    new IntersectionObserver(
      ([entry], observer) => {
        clearTimeout(timer);
        if (!entry.isIntersecting) return;
        timer = setTimeout(() => {
          observer.disconnect();
          if (dialog === this.#dialog) this.#emit("seen");
        }, 1000);
      },
      { threshold: 0.5 },
    ).observe(dialog);
  }

  #end(name) {
    this.#close();
    this.#emit(name);
  }

  /** Ends the dialog once, and whatever is still loading for it; the focus goes back once. */
  #close() {
    this.#run += 1;
    const dialog = this.#dialog;
    if (!dialog) return;
    this.#dialog = undefined;
    dialog.close();
    dialog.remove();
    this.#returnTo?.focus?.();
  }

  #emit(name, more = {}) {
    const detail = { ...this.#detail, ...more };
    this.dispatchEvent(new CustomEvent(`scam-alert:${name}`, { bubbles: true, composed: true, detail }));
  }

  #get(name) {
    return this.getAttribute(name) ?? "";
  }

  /** The words of the wanted language, or of the site's first one. */
  #baseline() {
    const wanted = this.#get("locale");
    return inLanguage(BASELINE, ({ language }) => language, wanted) ?? BASELINE[0];
  }

  #base() {
    return new URL(this.#get("src") || ".", this.hasAttribute("src") ? document.baseURI : import.meta.url);
  }
}

customElements.define("scam-alert", ScamAlert);
