// One pagination over all outputs: an item knows its address, and renders itself.
import { outputs } from "../outputs.js";

export const data = {
  everything: outputs(),
  pagination: { data: "everything", size: 1, alias: "item", addAllPagesToCollections: false },
  permalink: ({ item }) => item.address,
  eleventyExcludeFromCollections: true,
};

export const render = ({ item }) => item.render();
