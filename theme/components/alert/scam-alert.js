import { Account } from "./account.js";
import { watch, watchReturn } from "./attention.js";
import { BASELINE } from "./compiled.js";
import { decide, HOUR } from "./decide.js";
import { noteExposure, recallExposure } from "./exposure.js";
import { inLanguage } from "./load.js";
import { baseOf, fetchWarning, known } from "./ready.js";
import { stageIn } from "./stage.js";
import { LoadFailure } from "./verify.js";
import { addStatus, buildDialog } from "./view.js";
import { baselineView, bundleView } from "./views.js";

const PATIENCE = 100; // ms for what was kept to be proved, before the general warning is painted
const ABANDONED = HOUR / 2; // without a decision

/**
 * `<scam-alert jurisdiction="HK" locale="zh-Hant" placement="withdrawal">`: a modal warning, shown as soon as the element is
 * in the page. It paints what it can prove at once, or else the general warning, and the verified local one when that has
 * arrived. To show it again, put a new element into the page.
 *
 * What it tells are bubbling events `scam-alert:…`, listed in docs/events.md; a person decides with `stopped`, `continued` or
 * `pause-started`, and `passed` says that nothing is to be shown. The element sends nothing anywhere. What the app knows of
 * the transfer it may set as the property `context`, such as `{ "first-send": "yes" }`; it never leaves the device.
 */
export class ScamAlert extends HTMLElement {
  static observedAttributes = ["jurisdiction", "locale", "placement", "src"];

  #run = 0;
  #dialog;
  #shown; // what of a bundle stands in the dialog
  #answer;
  #changed;
  #returnTo;
  #account;
  #began;
  #timer;
  #chances;
  #memory;
  #context;

  // An accessor, since React sets a property only where it finds one.
  get context() {
    return this.#context;
  }

  set context(facts) {
    this.#context = facts;
  }

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
    const isCurrent = () => run === this.#run;
    const words = this.#begin();
    const paint = () => isCurrent() && this.#paintGeneral(words);
    try {
      const wanted = { base: baseOf(this.getAttribute("src")), jurisdiction: this.#account.detail.jurisdiction, locale: this.#account.detail.locale };
      // What stands of another place goes at once; otherwise what is known may be proved before the first paint.
      const patience = setTimeout(paint, this.#dialog ? 0 : PATIENCE);
      const before = await known(wanted);
      clearTimeout(patience);
      if (isCurrent() && before?.warning) this.#show(before.warning, "stored", words);
      paint();
      const warning = await fetchWarning(wanted, before);
      if (isCurrent()) this.#show(warning, "bundle", words);
      if (isCurrent()) this.#account.tell("loaded", { state: warning.freshness === "fresh" ? "fresh" : "stale", code: null });
    } catch (error) {
      if (isCurrent()) this.#fail(error, words);
    }
  }

  /** Forgets the last run; returns the general words. */
  #begin() {
    const words = inLanguage(BASELINE, ({ language }) => language, this.#get("locale")) ?? BASELINE[0];
    const names = { jurisdiction: this.#get("jurisdiction"), locale: this.#get("locale") || words.language, placement: this.#get("placement") };
    this.#account = new Account(this, names);
    this.#chances = { arm: Math.random(), variant: Math.random() };
    this.#memory = recallExposure();
    this.#answer = this.#shown = this.#began = undefined;
    this.#changed = 0;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return words;
  }

  #paintGeneral(words) {
    if (this.#began) return;
    this.#paint(baselineView(words, words.language), "");
    this.#account.tell("shown");
  }

  /** Shows a proved warning, unless the very same stands there already; or says that nothing is to be shown. */
  #show({ bundle, sha256, freshness, version, latest }, source, words) {
    const shown = JSON.stringify([version, sha256, freshness, latest.off]);
    this.#account.learn({ bundle: `${bundle.jurisdiction}/${bundle.locale}`, sha256, version,
      source: freshness === "fresh" ? source : freshness });
    if (shown === this.#shown) return;
    const request = { placement: this.#account.detail.placement, context: this.#context };
    const decision = decide(bundle, latest.off, request, this.#memory, new Date(), this.#chances);
    this.#assign(decision);
    if (decision.outcome === "pass" && !this.#began) return freshness === "fresh" ? this.#pass(decision) : undefined;
    this.#shown = shown;
    // Long without a valid pointer: the numbers may have been withdrawn since.
    const safe = freshness === "outdated" ? { ...bundle, contacts: [] } : bundle;
    const site = new URL("../../", baseOf(this.getAttribute("src")));
    const alert = decision.variant ? decision : {}; // what stands is never taken away: it stays, without the alert
    this.#paint(bundleView(safe, alert, words, site), freshness === "fresh" ? "" : words.stale);
    this.#account.tell("shown");
    if (decision.outcome === "general") this.#account.tell("failed", { code: decision.reason });
  }

  #pass({ reason }) {
    this.#account.tell("loaded", { state: "fresh", code: null });
    this.#end("passed", { reason });
  }

  /** Tells, before anything is drawn, which alert applies and which arm was drawn for it; once. */
  #assign({ alert, variant, arm = null, exposure = null }) {
    const isNew = alert && alert.id !== this.#account.detail.alert;
    this.#account.learn({ alert: alert?.id ?? null, variant: variant?.id ?? null, arm, exposure });
    if (!isNew) return;
    noteExposure(alert.id, this.#chances.arm, variant?.id, new Date());
    this.#account.tell("eligible");
    this.#account.tell("assigned");
  }

  /** Whatever went wrong, a warning stands; a general one gets the line that says why. */
  #fail(error, words) {
    const code = error instanceof LoadFailure ? error.code : "internal-error";
    const state = this.#shown ? "fallback" : /-(unreachable|missing)$/.test(code) ? "none" : "verify_failed";
    try {
      this.#paintGeneral(words);
    } catch {
      // An old browser: the host's own words stay in sight.
    }
    this.#account.tell("failed", { code });
    this.#account.tell("loaded", { state, code });
    if (this.#dialog && !this.#shown) addStatus(this.#dialog, words.unverified.replace("{code}", code));
  }

  /** Draws a view into a new dialog in place of the last one; an answer already given goes along. */
  #paint(view, status) {
    const root = this.shadowRoot ?? this.#makeRoot();
    const dialog = buildDialog(view, status, this.#answer, this.#reactions(view));
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
    this.#timer ??= setTimeout(() => this.#account.tell("abandoned"), ABANDONED);
    this.#began ??= performance.now();
    watch(dialog, (name, more) => this.#account.tell(name, more));
  }

  /** What each thing does that a person can do in the dialog. */
  #reactions(view) {
    return {
      stop: () => this.#end("stopped"),
      pause: (hours) => this.#end("pause-started", { hours, imposed: false }),
      proceed: (advice) => (this.#answer || view.friction === "acknowledge" ? this.#proceed(view) : this.#ask(view, advice)),
      answer: (option) => {
        if (this.#answer && this.#answer !== option) this.#changed += 1;
        this.#account.tell("answered", { question: "coached", option: (this.#answer = option), changed: this.#changed });
      },
      recognise: (option) => this.#account.tell("answered", { question: "situation", option, changed: 0 }),
      call: (contact) => this.#account.tell("called", { contact }),
      open: (kind, resource) => {
        this.#account.tell("opened", { kind, resource });
        watchReturn((by) => this.#account.tell("checked", { kind, resource, by }));
      },
      collect: async (form, words) => {
        this.#account.tell("opened", { kind: "evidence", resource: "evidence" });
        // If it does not arrive, the list stays that stands in its place.
        await import("./scam-evidence.js").then(() => form.fill(words, this.#account.detail), () => {});
      },
    };
  }

  #proceed({ cool_off_hours = null }) {
    const seconds = Math.round((performance.now() - this.#began) / 1000);
    // First: the app takes the element out at “continued”, and nobody would hear it any more.
    if (cool_off_hours) this.#account.tell("pause-started", { hours: cool_off_hours, imposed: true });
    this.#end("continued", { seconds, cool_off_hours });
  }

  #ask(view, advice) {
    delete advice.dataset.answer;
    advice.textContent = view.answer_first;
    this.#dialog.querySelector(".answer").focus({ preventScroll: true });
    advice.scrollIntoView({ block: "nearest" });
  }

  #makeRoot() {
    const root = stageIn(this);
    // The host's own words stay in sight until the dialog really stands.
    root.append(document.createElement("slot"));
    return root;
  }

  #end(name, more) {
    this.#close();
    this.#account.tell(name, more);
  }

  /** Ends the dialog once, and whatever is still loading for it; the focus goes back once. */
  #close() {
    this.#run += 1;
    clearTimeout(this.#timer);
    const dialog = this.#dialog;
    if (!dialog) return;
    this.#dialog = undefined;
    dialog.close();
    dialog.remove();
    this.#returnTo?.focus?.();
  }

  #get(name) {
    return this.getAttribute(name) ?? "";
  }
}

customElements.define("scam-alert", ScamAlert);
