// In the preview of another day only: puts the page’s clock forward, so that every alert runs that will run then.

{
  const ahead = Number(document.currentScript.dataset.days) * 86400000;
  const True = Date;
  globalThis.Date = class extends True {
    constructor(...given) {
      super(...(given.length ? given : [True.now() + ahead]));
    }

    static now() {
      return True.now() + ahead;
    }
  };
}
