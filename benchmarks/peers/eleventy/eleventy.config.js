// One template makes every page and bundle; nothing else is looked for.
export default function (configuration) {
  configuration.setTemplateFormats(["11ty.js"]);
  configuration.setQuietMode(true);
  return { dir: { input: "pages" } };
}
