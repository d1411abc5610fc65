// The gallery’s filters, and a picture beside each of its links.

const filters = document.getElementById("filters");
const items = [...document.querySelectorAll("li[data-example]")];

for (const item of items) {
  const picture = document.createElement("iframe");
  // A picture: what stands in it takes no focus, and is read where its link leads.
  picture.inert = true;
  picture.loading = "lazy";
  picture.title = item.textContent.trim();
  item.append(picture);
}

function show() {
  const { theme, width, ...chosen } = Object.fromEntries(new FormData(filters));
  for (const item of items) {
    item.hidden = Object.entries(chosen).some(([name, value]) => value && item.dataset[name] !== value);
    const [link, picture] = item.children;
    const address = new URL(link.href);
    address.searchParams.set("theme", theme);
    link.href = address;
    picture.width = width;
    if (picture.src !== link.href) picture.src = link.href;
  }
  for (const section of document.querySelectorAll("section")) section.hidden = !section.querySelector("li:not([hidden])");
  const { options: themes } = filters.elements.theme;
  const { options: widths } = filters.elements.width;
  const shown = items.filter((item) => !item.hidden).length;
  filters.elements.count.value = `${shown} examples, ${shown * themes.length * widths.length} with all colours and widths`;
}

filters.addEventListener("change", show);
filters.hidden = false;
show();
