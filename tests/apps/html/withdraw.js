const WARNINGS = "https://protect.exchange.example/warnings/v1/";
const PLACE = { src: WARNINGS, jurisdiction: "HK", locale: "zh-Hant" };
const LIMIT = 5000; // ms until the app's own way to go on appears, if nothing else does

// As soon as the screen is open: the warning is then there when the button is pressed.
const arrived = import(`${WARNINGS}scam-alert.js`).then(({ prefetch }) => prefetch(PLACE));
arrived.catch(() => console.warn("The warning did not arrive: the app’s own words are shown."));

/** Shows the warning; resolves to "stopped", "held" or "sent". */
function warn(facts) {
  return new Promise((resolve) => {
    const alert = document.createElement("scam-alert");
    for (const [name, value] of Object.entries({ ...PLACE, placement: "withdrawal" })) alert.setAttribute(name, value);
    alert.context = facts;
    alert.append(document.querySelector("#plain-words").content.cloneNode(true));

    const end = (outcome) => {
      clearTimeout(limit);
      alert.remove();
      resolve(outcome);
    };
    alert.addEventListener("scam-alert:stopped", () => end("stopped"));
    // An imposed pause comes with “continued”, which says the same.
    alert.addEventListener("scam-alert:pause-started", ({ detail }) => detail.imposed || end("held"));
    alert.addEventListener("scam-alert:continued", ({ detail }) => end(detail.cool_off_hours ? "held" : "sent"));
    alert.addEventListener("scam-alert:passed", () => end("sent"));

    // The script may never arrive. Then the words stay, with ways to stop and to go on that are the app's own.
    const ways = [...alert.querySelectorAll("[data-outcome]")];
    for (const way of ways) way.addEventListener("click", () => end(way.dataset.outcome));
    const limit = setTimeout(() => ways.forEach((way) => (way.hidden = false)), LIMIT);
    alert.addEventListener("scam-alert:shown", () => clearTimeout(limit), { once: true });
    document.body.append(alert);
  });
}

const status = document.querySelector("[role=status]");
document.querySelector("#withdraw").addEventListener("click", async () => {
  status.textContent = "warned";
  status.textContent = await warn({ address: "new", "first-send": "yes", amount: "high", asset: "USDT", channel: "tron" });
});
