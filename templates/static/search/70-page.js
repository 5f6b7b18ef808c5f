// The search page: what was asked is in the address, answers come bit by bit, and every state can be gone back to.
{
  const box = document.querySelector(".finder");
  const texts = JSON.parse(box.dataset.texts);
  const form = box.querySelector("form");
  const status = box.querySelector(".status");
  const results = box.querySelector(".results");
  const facets = box.querySelector(".facets");
  const more = box.querySelector("[data-do=more]");
  const narrow = box.querySelector(".narrow");
  const ways = box.querySelector(".ways");
  const indexes = box.querySelector(".indexes");
  const STEP = 10;
  const LONGEST_FACET = 20;
  const FILTERS = ["since", "until", "year", "section", "page", "person", "role"];
  const PICTURES = { photographer: true, artist: true };
  const title = document.title;
  const filters = form.querySelector(".filters summary");
  const filterLabel = filters.textContent;
  const clear = form.querySelector("[data-do=clear]");
  finder.setRoot(box.dataset.root);
  narrow.open = matchMedia("(min-width: 48rem)").matches;

  let current = null;
  let pressed = ""; // the facet that was pressed last: the keyboard stays on it while the facets are drawn afresh

  const element = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const local = (number) => number.toLocaleString();
  const roman = (roles, key) => {
    const [name, role] = key.split("/");
    return role ? `${name} ${roles[role] ?? role}` : name;
  };

  // --- the address and the form

  const stateOf = (search) => {
    const given = new URLSearchParams(search);
    const state = {};
    for (const name of ["q", "order", "headline", ...FILTERS]) if (given.get(name)) state[name] = given.get(name);
    return state;
  };
  const addressOf = (state) => {
    const given = new URLSearchParams(Object.entries(state).filter(([, value]) => value));
    return `${location.pathname}${String(given) ? `?${given}` : ""}`;
  };
  const show = (state) => {
    for (const field of form.elements) {
      if (field.type === "checkbox") field.checked = Boolean(state[field.name]);
      else if (field.name) field.value = state[field.name] ?? "";
    }
    // What narrows the answers is named even where the filters are folded away.
    const set = namesOf(FILTERS.filter((name) => state[name]), state);
    filters.textContent = set ? `${filterLabel}：${set}` : filterLabel;
    clear.hidden = !filtersOf(state).length;
  };
  const read = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
  const go = (state) => {
    if (addressOf(state) !== location.pathname + location.search) history.pushState(null, "", addressOf(state));
    show(state);
    run(state);
  };

  // --- answering

  const run = async (state, { again = true, count = STEP } = {}) => {
    const { q = "", order = "newest", ...filters } = state;
    const answer = new finder.Answer(q, filters, order);
    current = answer;
    document.title = q ? `${q} - ${title}` : title;
    results.replaceChildren();
    facets.replaceChildren();
    ways.replaceChildren();
    indexes.classList.remove("offered");
    more.hidden = narrow.hidden = true;
    status.textContent = answer.isEmpty && q.trim() ? texts.onlyMarks : "";
    if (answer.isEmpty) return;
    status.textContent = texts.working;
    await step(answer, state, count, again);
  };
  const step = async (answer, state, count = STEP, again = false) => {
    results.setAttribute("aria-busy", "true");
    more.disabled = true;
    try {
      const found = await answer.next(count);
      answer.named ??= await finder.waysOfNames(state.q ?? "");
      if (answer !== current) return;
      const isFirst = !results.children.length;
      results.append(...found.map(entryOf));
      offer("person", new Set(found.flatMap(({ doc }) => doc.people.map(([name]) => name))));
      tell(answer, state);
      if (isFirst) await showWays(answer, state, found);
      await answer.count();
      if (answer === current) tell(answer, state);
    } catch {
      if (answer !== current) return;
      // A new edition may have been published since this page was opened: ask once more, with a fresh list of segments.
      finder.refresh();
      if (again && !results.children.length) return run(state, { again: false, count });
      status.textContent = texts.failed;
    } finally {
      results.removeAttribute("aria-busy");
      more.disabled = false;
    }
  };
  const tell = (answer, state) => {
    const { count, exact, most } = answer.total;
    let text = fill(texts.found, { n: local(count) });
    if (!exact && most === Infinity) text = fill(texts.moreThan, { n: local(count) });
    else if (!exact) text = fill(texts.atMost, { n: local(count), most: local(most) });
    if (exact && !count) text = answer.named.length ? texts[answer.named[0].known] : nothing(state);
    if (status.textContent !== text) status.textContent = text;
    more.hidden = answer.isDone;
    showFacets(answer, state, exact);
  };

  // Why nothing was found: dates the wrong way round, the filters that are set, or else the words.
  const filtersOf = (state) => [...FILTERS, "headline"].filter((name) => state[name]);
  const nothing = (state) => {
    if (state.since && state.until && state.since > state.until) return texts.crossed;
    const set = namesOf(filtersOf(state), state);
    return set ? fill(texts.filtered, { filters: set }) : texts.nothing;
  };
  const namesOf = (names, state) => names.map((name) => nameOf(form.elements[name], state[name])).join("、");
  const nameOf = (field, value) => {
    const label = field.closest("label")?.firstChild.textContent.trim();
    if (field.type === "checkbox") return field.closest("label").textContent.trim();
    if (!label) return value === "undated" ? texts.undated : value;
    return `${label} ${field.selectedOptions?.[0]?.textContent ?? value}`;
  };

  // Links beside the answers: to what the query names, to a date's papers, to the page of a person, section or column; where nothing is found, to queries that find something.
  const showWays = async (answer, state, found) => {
    const lists = finder.waysOfLists(answer, state, found);
    const { named } = answer;
    const offers = [...named, ...(await finder.waysOfDate(answer, state)), ...(await finder.waysOfPeople(answer, found)), ...lists];
    if (!found.length && !answer.waiting.length) {
      const { q, order } = state;
      if (filtersOf(state).length) offers.push({ text: "clear", values: {}, state: { q, order } });
      if (q && !named.length) offers.push(...(await finder.advice(answer, state)));
    }
    if (answer !== current) return;
    ways.replaceChildren(...offers.map((one) => element("li", {}, linkOf(one))));
    indexes.classList.toggle("offered", !found.length);
  };
  const linkOf = ({ text, values, href, state }) => {
    const link = element("a", { href: state ? addressOf(state) : box.dataset.root + href, textContent: fill(texts[text], values) });
    if (state) {
      link.onclick = (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        go(state);
        form.elements.q.focus();
      };
    }
    return link;
  };

  // What the boxes of the filters offer: whatever was met in the answers so far.
  const offer = (name, values) => {
    const list = document.getElementById(`known-${name}`);
    const known = new Set([...list.options].map((option) => option.value));
    for (const value of values) if (!known.has(value)) list.append(element("option", { value }));
  };

  // A day as it is written everywhere else; a year, a month or a guess as it is.
  const dateOf = (date) =>
    /^\d{4}-\d\d-\d\d$/.test(date)
      ? element("time", { dateTime: date, textContent: new Date(`${date}T00:00`).toLocaleDateString(document.documentElement.lang, { dateStyle: "long" }) })
      : date || texts.undated;
  // Who is credited, each once; whoever has no part in the text is called by what it was.
  const creditsOf = (people) => {
    const byName = new Map();
    for (const [name, role] of people) if (!byName.has(name) || byName.get(name) in PICTURES) byName.set(name, role);
    return [...byName].map(([name, role]) => (role in PICTURES ? roman(texts.roles, `${name}/${role}`) : name)).join("、");
  };
  const marked = (runs) => runs.map(([text, hit]) => (hit ? element("mark", { textContent: text }) : text));
  const entryOf = (found) => {
    const { doc, fields, hits } = found;
    const { runs, anchor } = finder.snippet(found);
    const forms = finder.forms(found);
    const way = `${box.dataset.root}${doc.address}${forms.length ? `?hl=${encodeURIComponent(forms.join("|"))}` : ""}`;
    const title = element("a", { className: "title", href: way + (anchor ? `#${anchor}` : "") });
    title.append(...marked(finder.runsOf(doc.title, hits[0])));
    const entry = element("li");
    if (doc.kicker) entry.append(element("span", { className: "kicker" }, ...marked(finder.runsOf(doc.kicker, hits[1] ?? []))));
    entry.append(title);
    if (runs.length) entry.append(element("p", { className: "excerpt" }, ...marked(runs)));
    const names = creditsOf(doc.people);
    const place = [dateOf(doc.date), doc.page && fill(texts.page, { page: doc.page }), doc.section, doc.continues && fill(texts.continues, { page: doc.continues }), names];
    entry.append(element("p", { className: "meta" }, ...place.filter(Boolean).flatMap((part) => [element("span", {}, part), " "])));
    return entry;
  };

  // --- facets: counts of what was looked into, each a narrower search

  const facetOf = (label, name, counts, state, exact, text = (key) => key) => {
    const rows = [...counts].slice(0, LONGEST_FACET);
    if (rows.length < 2 && !state[name]) return null;
    const buttons = rows.map(([key, count]) => {
      const isOn = state[name] === key;
      const button = element("button", { type: "button", className: "plain" }, text(key), " ", element("small", { textContent: exact ? local(count) : `≤${local(count)}` }));
      button.setAttribute("aria-pressed", isOn);
      button.dataset.key = `${name}=${key}`;
      button.onclick = () => {
        pressed = button.dataset.key;
        go({ ...state, [name]: isOn ? "" : key });
      };
      return element("li", {}, button);
    });
    const list = element("ul", {}, ...buttons);
    list.setAttribute("aria-label", label);
    return element("div", {}, element("b", { textContent: label }), list);
  };
  const byCount = (counts) => [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const showFacets = (answer, state, exact) => {
    const { years, pages, sections } = answer.facets();
    const known = facets.querySelector("[data-people]");
    facets.replaceChildren();
    narrow.hidden = !answer.opened.some(({ docs }) => docs.length) || (answer.total.exact && !answer.total.count);
    if (narrow.hidden) return;
    offer("section", sections.keys());
    offer("page", [...pages.keys()].sort());
    const newest = [...years].sort((a, b) => (a[0] < b[0] ? 1 : -1));
    const label = (key) => (key === "undated" ? texts.undated : key);
    for (const one of [
      facetOf(texts.years, "year", newest, state, exact, label),
      facetOf(texts.sections, "section", byCount(sections), state, exact),
      facetOf(texts.pages, "page", byCount(pages), state, exact),
    ]) {
      if (one) facets.append(one);
    }
    if (known?.answer === answer) facets.append(known);
    else facets.append(element("p", {}, countPeople(answer, state)));
    if (pressed && document.activeElement === document.body) facets.querySelector(`[data-key="${CSS.escape(pressed)}"]`)?.focus();
  };
  const countPeople = (answer, state) => {
    const button = element("button", { type: "button", className: "plain", textContent: texts.countPeople });
    button.onclick = async () => {
      const exact = answer.total.exact;
      const counts = byCount(await answer.people());
      if (answer !== current) return;
      offer("person", new Set(counts.map(([key]) => key.split("/")[0])));
      const buttons = counts.slice(0, LONGEST_FACET).map(([key, count]) => {
        const [person, role] = key.split("/");
        const narrow = element("button", { type: "button", className: "plain" }, roman(texts.roles, key), " ", element("small", { textContent: exact ? local(count) : `≤${local(count)}` }));
        narrow.onclick = () => go({ ...state, person, role });
        return element("li", {}, narrow);
      });
      const block = element("div", { answer }, element("b", { textContent: texts.people }), element("ul", {}, ...buttons));
      block.dataset.people = "";
      button.parentElement.replaceWith(block);
    };
    return button;
  };

  form.addEventListener("submit", (event) => {
    pressed = "";
    event.preventDefault();
    if (read().q) box.querySelector(".how").open = false; // on a phone the answers would begin below the fold
    go(read());
  });
  form.addEventListener("change", ({ target }) => {
    if (target.name !== "q" && read().q) go(read());
  });
  clear.onclick = () => {
    const { q, order } = read();
    go({ q, order });
    form.elements.q.focus();
  };
  more.onclick = async () => {
    const last = results.lastElementChild;
    await step(current, stateOf(location.search));
    history.replaceState({ count: results.children.length }, "");
    (last?.nextElementSibling ?? results.lastElementChild)?.querySelector("a").focus();
  };
  const restore = () => {
    const state = stateOf(location.search);
    show(state);
    run(state, { count: Math.max(STEP, history.state?.count ?? 0) });
  };
  addEventListener("popstate", restore);
  // The box in the head of other pages has this key; this page has a box of its own.
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (document.documentElement.dataset.keys === "off" || event.target.closest("input, select, textarea")) return;
    event.preventDefault();
    form.elements.q.focus();
  });
  restore();
  // Open from the start, or hidden by the style until it is closed here: opened later it would push the page down.
  box.querySelector(".how").open = !location.search;
  document.documentElement.classList.remove("asked");
  if (!location.search && matchMedia("(pointer: fine)").matches) form.elements.q.focus();
}
