// Material's search listens to keys; dictation, paste and some input methods bring text without any.

const field = document.querySelector(".md-search__input");
field?.addEventListener("input", () => field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true })));
