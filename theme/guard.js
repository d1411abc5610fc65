// Stands before Material's own code, in its bundle and in its search worker: the page's only Trusted Types policy.
//
// Material makes its search results with `innerHTML`, and its worker and that worker's dictionaries from addresses in
// texts. Nothing else on the site needs a text to become code, so this lets through only what those need:
//   HTML     the few elements of a search result, without attributes; any other “<” becomes text
//   scripts  addresses below assets/javascripts/ of this site
//   code     none: without `createScript`, the browser refuses `eval` and inline scripts made of text
// It guards against texts that reach the page through a script's mistake. It does not guard against a script that is
// itself replaced on the server, nor in browsers without Trusted Types (before Chrome 83, Firefox 148, Safari 26):
// there the hashes in the Content-Security-Policy, and the escaping of every page and search index, stand alone.
globalThis.trustedTypes?.createPolicy("default", (() => {
  const own = globalThis.document ? document.currentScript.src : location.href;
  const scripts = own.slice(0, own.lastIndexOf("/javascripts/") + "/javascripts/".length);
  const markup = /<(?!\/?(?:p|h1|mark|del|div)>|div class="md-search-result__icon md-icon">)/g;
  return {
    createHTML: (text) => text.replace(markup, "&lt;"),
    createScriptURL: (address) => {
      const { href } = new URL(address, globalThis.document ? document.baseURI : own);
      if (!href.startsWith(scripts)) throw new TypeError(`No script is loaded from ${href}`);
      return href;
    },
  };
})());
