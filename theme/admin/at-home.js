// Keeps the form at home: what it would fetch from elsewhere (fonts, its own translations, a look for newer versions,
// the state of a git host) comes from this folder, or is answered here. The Content-Security-Policy would refuse it.
"use strict";

// start.js starts the form.
window.CMS_MANUAL_INIT = true;

(() => {
  const VERSION = "0.221.1";
  // The form puts style sheets into the page that name fonts elsewhere. Their addresses are changed before the browser
  // looks at them: what an observer is told comes before the next layout.
  const FONT = /https:\/\/[a-z.]+\/fontsource\/fonts\/([a-z0-9-]+)(?::vf)?@[\d.]+\/[a-z0-9-]+\.woff2/g;
  const here = new URL("vendor/fonts/", document.baseURI);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes)
        if (node.nodeName === "STYLE" && node.textContent.includes("/fontsource/fonts/"))
          node.textContent = node.textContent.replace(FONT, `${here}$1.woff2`);
  }).observe(document.documentElement, { childList: true, subtree: true });

  const asJson = (value) => new Response(JSON.stringify(value), { headers: { "Content-Type": "application/json" } });
  const fetchAnything = window.fetch.bind(window);

  /** What stands here instead of an address elsewhere, or undefined. */
  function atHome(address) {
    if (address.endsWith("/@sveltia/cms/package.json")) return asJson({ version: VERSION });
    const [, locale] = address.split(`/@sveltia/cms@${VERSION}/locales/`);
    if (locale) return fetchAnything(`vendor/locales/${locale}`);
    if (address.startsWith("https://www.githubstatus.com/")) return asJson({ status: { indicator: "none" } });
    if (address.startsWith("https://status-api.hostedstatus.com/")) return asJson({ result: { status_overall: {} } });
    return undefined;
  }

  window.fetch = async (asked, options) => {
    const address = typeof asked === "string" ? asked : (asked.href ?? asked.url);
    return atHome(address) ?? fetchAnything(asked, options);
  };
})();
