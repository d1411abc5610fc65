// What stands inside the article of each kind of page.
const SPECIAL = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const escape = (text) => text.replace(/[&<>"]/g, (character) => SPECIAL[character]);

const list = (texts, tag = "ul") => `<${tag}>${texts.map((text) => `<li>${escape(text)}</li>`).join("\n")}</${tag}>`;
const paragraph = (text) => (text ? `<p>${escape(text)}</p>` : "");
const top = ({ heading, lead }) => `<h1>${escape(heading)}</h1>\n<p class="as-lead">${escape(lead)}</p>`;

function contact({ name, phone, operator, helps_with, limits, url }) {
  const number = phone ? `<p><a class="as-contact__number" href="tel:${phone.number}" dir="ltr">${phone.number}</a></p>` : "";
  const site = url ? `<p><a href="${url}" rel="noopener noreferrer">${url}</a></p>` : "";
  return `<div class="as-contact">
<h3 class="as-contact__name">${escape(name)}</h3>
${number}${paragraph(operator)}<p>${escape(helps_with)}</p>${paragraph(limits)}${site}
</div>`;
}

function card({ slug, title }, folder, inside) {
  return `<li class="as-scam-card"><h3><a href="${folder}${slug}/">${escape(title)}</a></h3>${inside}</li>`;
}

const cards = (items) => `<ul class="as-scam-cards">${items.join("\n")}</ul>`;

export function home(locale, editions) {
  const own = editions.filter((edition) => edition.locale === locale);
  const links = own.map(({ root, words }) => `<li><a href="../${root}">${escape(words.name)}</a></li>`);
  return `${top(own[0].strings.home)}<ul class="as-places">${links.join("\n")}</ul>`;
}

export function start({ words, contacts, scams, strings }) {
  const signs = scams.map((scam) => card(scam, "scams/", list(scam.red_flags.slice(0, 3))));
  return `${top({ heading: words.name, lead: words.intro })}
<div class="as-contacts">${contacts.map(contact).join("\n")}</div>
<h2>${escape(strings.scams.heading)}</h2>
${cards(signs)}`;
}

export function scams({ scams, strings }) {
  return `${top(strings.scams)}${cards(scams.map((scam) => card(scam, "", paragraph(scam.summary))))}`;
}

export function scam({ first, strings: { scams: headings } }, { title, summary, ...words }) {
  const lines = words.example.lines.map(
    ({ who, text }) => `<li class="as-dialogue__line as-dialogue__line--${who}">
<span class="as-dialogue__who">${escape(headings.who[who])}</span> ${escape(text)}</li>`,
  );
  return `${top({ heading: title, lead: summary })}
<section class="as-urgent"><h2>${escape(headings.red_flags)}</h2>${list(words.red_flags)}</section>
<h2>${escape(headings.how_it_works)}</h2>${list(words.how_it_works, "ol")}
<h2>${escape(headings.example)}</h2>${paragraph(words.example.setting)}<ol class="as-dialogue">${lines.join("\n")}</ol>
<h2>${escape(headings.what_to_do)}</h2>${list(words.what_to_do, "ol")}
<h2>${escape(headings.call_first)}</h2>${contact(first)}`;
}

export function check({ scams, first, strings }) {
  const questions = scams.map((scam) => card(scam, "../scams/", paragraph(scam.question)));
  return `${top(strings.self_check)}${list(strings.self_check.questions)}${cards(questions)}${contact(first)}`;
}

export function tips({ words, strings }) {
  const advice = words.tips.map(({ title, text }) => `<h2>${escape(title)}</h2><p>${escape(text)}</p>`);
  return `${top(strings.tips)}${advice.join("\n")}
<h2>${escape(strings.never_asks.heading)}</h2>
<h3>${escape(strings.never_asks.exchange)}</h3>${list(words.never_asks.exchange)}
<h3>${escape(strings.never_asks.police)}</h3>${list(words.never_asks.police)}`;
}

export function contacts({ contacts, strings }) {
  return `${top(strings.contacts)}<div class="as-contacts">${contacts.map(contact).join("\n")}</div>`;
}
