// The search page: what was asked is in the address, answers come bit by bit, and every state can be gone back to.
{
  const box = document.querySelector(".finder");
  const texts = JSON.parse(box.dataset.texts);
  const form = box.querySelector("form");
  const status = box.querySelector(".status");
  const results = box.querySelector(".results");
  const facets = box.querySelector(".facets");
  const more = box.querySelector("[data-do=more]");
  const way = box.querySelector(".way");
  const STEP = 10;
  const LONGEST_FACET = 20;
  const FILTERS = ["since", "until", "year", "section", "page", "person", "role"];
  finder.setRoot(box.dataset.root);

  let current = null;
  let pressed = ""; // the facet that was pressed last: the keyboard stays on it while the facets are drawn afresh

  const element = (name, properties = {}, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name].toLocaleString());
  const numberOf = (text) => String(Number(text)).padStart(2, "0");
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
    if (FILTERS.some((name) => state[name])) form.querySelector(".filters").open = true;
  };
  const read = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
  const go = (state) => {
    if (addressOf(state) !== location.pathname + location.search) history.pushState(null, "", addressOf(state));
    show(state);
    run(state);
  };

  // --- answering

  const run = async (state, again = true) => {
    const { q = "", order = "newest", ...filters } = state;
    const answer = new finder.Answer(q, filters, order);
    current = answer;
    results.replaceChildren();
    facets.replaceChildren();
    more.hidden = true;
    status.textContent = "";
    way.hidden = true;
    if (answer.isEmpty) return;
    status.textContent = texts.working;
    await step(answer, state, again);
  };
  const step = async (answer, state, again) => {
    results.setAttribute("aria-busy", "true");
    more.disabled = true;
    try {
      const found = await answer.next(STEP);
      if (answer !== current) return;
      results.append(...found.map(entryOf));
      tell(answer, state);
      await showWay(answer, state);
      await answer.count();
      if (answer === current) tell(answer, state);
    } catch {
      if (answer !== current) return;
      // A new edition may have been published since this page was opened: ask once more, with a fresh list of segments.
      finder.refresh();
      if (again && !results.children.length) return run(state, false);
      status.textContent = texts.failed;
    } finally {
      results.removeAttribute("aria-busy");
      more.disabled = false;
    }
  };
  const tell = (answer, state) => {
    const { count, exact, most } = answer.total;
    let text = fill(texts.found, { n: count });
    if (!exact && most === Infinity) text = fill(texts.moreThan, { n: count });
    else if (!exact) text = fill(texts.atMost, { n: count, most });
    if (exact && !count) text = nothing(state);
    if (status.textContent !== text) status.textContent = text;
    more.hidden = answer.isDone;
    showFacets(answer, state, exact);
  };

  // Why nothing was found: dates the wrong way round, the filters that are set, or else the words.
  const nothing = (state) => {
    if (state.since && state.until && state.since > state.until) return texts.crossed;
    const set = [...FILTERS, "headline"].filter((name) => state[name]).map((name) => nameOf(form.elements[name], state[name]));
    return set.length ? fill(texts.filtered, { filters: set.join("、") }) : texts.nothing;
  };
  const nameOf = (field, value) => {
    const label = field.closest("label")?.firstChild.textContent.trim();
    if (field.type === "checkbox") return field.closest("label").textContent.trim();
    if (!label) return value === "undated" ? texts.undated : value;
    return `${label} ${field.selectedOptions?.[0]?.textContent ?? value}`;
  };
  // Who looks for a date may want the paper of that day: the calendar of its year, or all years' papers of that day.
  const DATE = /^\s*(?:(\d{4})\s*[-./年]\s*)?(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?\s*$/;
  const showWay = async (answer, { q = "" }) => {
    const [, year, month, day] = DATE.exec(q.normalize("NFKC")) ?? [];
    if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return;
    const { segments, years } = await finder.openHead();
    const isKnown = year ? years.some(([known]) => known === year) : segments.some((segment) => !segment.undated);
    if (answer !== current || !isKnown) return;
    const href = `${box.dataset.root}${year ?? "days"}/index.html#m-${numberOf(month)}`;
    const text = (year ? texts.toYear : texts.toDay).replace(/\{(\w+)\}/g, (_, name) => ({ year, month: Number(month), day: Number(day) })[name]);
    way.replaceChildren(element("a", { href, textContent: text }));
    way.hidden = false;
  };

  // What the boxes of the filters offer: whatever was met in the answers so far.
  const offer = (name, values) => {
    const list = document.getElementById(`known-${name}`);
    const known = new Set([...list.options].map((option) => option.value));
    for (const value of values) if (!known.has(value)) list.append(element("option", { value }));
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
    const names = [...new Set(doc.people.map(([name]) => name))].join("、");
    const place = [doc.date || texts.undated, doc.page && fill(texts.page, { page: doc.page }), doc.section, names];
    entry.append(element("p", { className: "meta" }, ...place.filter(Boolean).flatMap((text) => [element("span", { textContent: text }), " "])));
    return entry;
  };

  // --- facets: counts of what was looked into, each a narrower search

  const facetOf = (label, name, counts, state, exact, text = (key) => key) => {
    const rows = [...counts].slice(0, LONGEST_FACET);
    if (rows.length < 2 && !state[name]) return null;
    const buttons = rows.map(([key, count]) => {
      const isOn = state[name] === key;
      const button = element("button", { type: "button", className: "plain" }, text(key), " ", element("small", { textContent: exact ? count.toLocaleString() : `≤${count.toLocaleString()}` }));
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
    if (!answer.total.count) return;
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
      offer("person", counts.map(([key]) => key.split("/")[0]));
      const buttons = counts.slice(0, LONGEST_FACET).map(([key, count]) => {
        const [person, role] = key.split("/");
        const narrow = element("button", { type: "button", className: "plain" }, roman(texts.roles, key), " ", element("small", { textContent: exact ? count.toLocaleString() : `≤${count.toLocaleString()}` }));
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
    go(read());
  });
  form.addEventListener("change", ({ target }) => {
    if (target.name !== "q" && read().q) go(read());
  });
  form.querySelector("[data-do=clear]").onclick = () => {
    const { q, order } = read();
    go({ q, order });
  };
  more.onclick = async () => {
    const last = results.lastElementChild;
    await step(current, stateOf(location.search), false);
    (last?.nextElementSibling ?? results.lastElementChild)?.querySelector("a").focus();
  };
  const restore = () => {
    const state = stateOf(location.search);
    show(state);
    run(state);
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
  if (!location.search && matchMedia("(pointer: fine)").matches) form.elements.q.focus();
}
