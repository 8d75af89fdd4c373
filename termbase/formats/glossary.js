const LANGUAGES = ["zh-Hans", "zh-Hant", "en"];
const PINYIN = "zh-Latn-pinyin";
const LABELS = [["Preferred", "Also", "Outdated", "Do not use"], ["Chinese", "Chinese, also", "Chinese, outdated", "Chinese, never"]];
const STRUCK = ["", "", "old", "never"];
const byId = (id) => document.getElementById(id);

unpacked().then((glossary) => {
  const { types, states, usages, tiers, sources, documents, sentences } = glossary;
  [...glossary.traditional].forEach((sign, number) => simplified.set(sign, [...glossary.simplified][number]));
  if (simplified.size) traditional = new RegExp(`[${glossary.traditional}]`, "gu");

  const entries = glossary.entries.map(([id, type, state, seen, subject, terms, texts = [], items = [], examples = []]) => ({
    id, type, state, seen, subject, examples,
    terms: terms.map(([language, text, usage = 0, pinyin = "", initials = "", source = 0, kind = "", proposed = 0]) =>
      ({ chinese: language < 2, language: LANGUAGES[language], text, usage, pinyin, initials, kind, proposed, source: sources[source - 1] })),
    texts: texts.map(([label, language, text]) => ({ label, language: LANGUAGES[language], text })),
    items: items.map(([zh = "", en = ""]) => ({ zh, en })),
  }));
  const tierOf = (entry) => entry.terms.flatMap((term) => (term.source ? [term.source[2]] : []));
  const usageOf = (entry) => entry.terms.map((term) => term.usage);
  const stateOf = (entry) => {
    const open = new Set(entry.terms.map((term) => term.chinese)).size < 2;
    return open ? [entry.state, states.length - 1] : [entry.state];
  };
  const head = (entry, chinese) => entry.terms.find((term) => term.chinese === chinese && term.usage < 2);

  const spelt = (pinyin) => said(PINYIN, pinyin);
  const cited = (source) => {
    const [text, url] = source;
    return made("cite", {}, url ? made("a", { href: url, rel: "noreferrer" }, text) : text);
  };
  const shownTerm = (term) => {
    const line = [made("span", { lang: term.language, className: STRUCK[term.usage] }, term.text)];
    if (term.pinyin) line.push(" ", Object.assign(spelt(term.pinyin), { className: "pinyin" }));
    const remarks = [term.kind, term.proposed && "proposed"].filter(Boolean).join(", ");
    if (remarks) line.push(" ", made("span", { className: "faint" }, `(${remarks})`));
    if (term.source) line.push(" ", cited(term.source));
    return made("dd", {}, ...line);
  };
  // offsets count characters, also those that take two places in a string of this language
  const marked = (language, sentence, start, end) => {
    const signs = /[\ud800-\udfff]/.test(sentence) ? [...sentence] : sentence;
    const cut = (from, to) => (typeof signs === "string" ? signs.slice(from, to) : signs.slice(from, to).join(""));
    const line = said(LANGUAGES[language], cut(0, start));
    if (end > start) line.append(made("mark", {}, cut(start, end)));
    line.append(cut(Math.max(start, end)));
    return line;
  };
  const shownExample = ([language, sentence, start, end, translation, document_]) => {
    const line = [marked(language, sentences[sentence], start, end)];
    if (translation) line.push(made("br"), said(language === 2 ? "zh-Hans" : "en", sentences[translation - 1]));
    if (document_) line.push(" ", made("cite", {}, documents[document_ - 1]));
    return made("dd", { className: "example" }, ...line);
  };
  const shownItem = ({ zh, en }) =>
    made("li", {}, ...[zh && said("zh-Hans", zh), zh && en && " – ", en && said("en", en)].filter(Boolean));
  const details = (entry, titles) => {
    const lines = made("dl");
    for (const term of entry.terms) {
      // the title has said it, unless there is more to say
      if (titles.includes(term) && !term.source && !term.kind && !term.proposed) continue;
      lines.append(made("dt", {}, LABELS[Number(term.chinese)][term.usage]), shownTerm(term));
    }
    for (const { label, language, text } of entry.texts)
      lines.append(made("dt", {}, label), made("dd", { lang: language, className: "text" }, text));
    if (entry.items.length) lines.append(made("dt", {}, "Stands for"), made("dd", {}, made("ol", {}, ...entry.items.map(shownItem))));
    for (const example of entry.examples) lines.append(made("dt", {}, "Example"), shownExample(example));
    return lines;
  };
  const make = (entry) => {
    const titles = [head(entry, true), head(entry, false)].filter(Boolean);
    const title = made("h2");
    for (const term of titles.length ? titles : entry.terms.slice(0, 1)) {
      title.append(said(term.language, term.text));
      if (term.pinyin) title.append(Object.assign(spelt(term.pinyin), { className: "pinyin" }));
    }
    const facts = [types[entry.type], entry.subject !== types[entry.type] && entry.subject, entry.seen && `seen ${entry.seen.toLocaleString("en")} ×`, entry.id && `entry ${entry.id}`];
    const line = made("p", { className: "faint" }, facts.filter(Boolean).join(" · "));
    if (states[entry.state] === "proposed") line.append(" · ", made("strong", {}, "proposed"));
    return made("article", {}, title, line, details(entry, titles));
  };

  const [type, status, usage, tier] = ["type", "status", "usage", "tier"].map(byId);
  choices(type, types, entries, (entry) => [entry.type]);
  choices(status, states, entries, stateOf);
  choices(usage, usages, entries, usageOf);
  choices(tier, tiers, entries, tierOf);
  const english = (entry) => head(entry, false)?.text.toLowerCase() ?? "\uffff";
  longList({
    rows: entries,
    keys: (entry) => [
      entry.terms.flatMap(({ text, pinyin, initials }) => {
        const letters = folded(pinyin).replace(/[^a-z]/g, "");
        const typed = pinyin.normalize("NFC").toLowerCase().replace(/[üǖǘǚǜ]/g, "v");
        return [text, pinyin, letters, folded(typed).replace(/[^a-z]/g, ""), initials].filter(Boolean);
      }),
      [entry.subject, ...entry.texts.map((one) => one.text), ...entry.items.flatMap(({ zh, en }) => [zh, en])],
    ],
    fits: (entry) =>
      chosen(type, [entry.type]) && chosen(status, stateOf(entry)) && chosen(usage, usageOf(entry)) && chosen(tier, tierOf(entry)),
    orders: {
      english: (one, two) => english(one).localeCompare(english(two), "en"),
      frequency: (one, two) => two.seen - one.seen,
    },
    make,
    place: byId("entries"),
    search: byId("words"),
    shown: byId("shown"),
    controls: [type, status, usage, tier],
    order: byId("order"),
  });
});
