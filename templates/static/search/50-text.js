// An article's text against a query: whether it answers, how well, and the snippet that shows it.
{
  const { foldWithPlaces, places, wordEnd } = finder;
  const AROUND = 24;
  const LONGEST = 120;

  // The texts of an article, the title first, each with what it is called and where it can be opened.
  const fieldsOf = (doc) => {
    const heads = [doc.title, doc.kicker, doc.deck, ...doc.byline.split("\n")].map((text) => ({ text, parts: [] }));
    const flows = [];
    for (const [anchor, text, joined] of doc.body) {
      if (joined && flows.length) {
        const flow = flows.at(-1);
        flow.parts.push({ anchor, start: flow.text.length });
        flow.text += text;
      } else flows.push({ text, parts: [{ anchor, start: 0 }] });
    }
    return [...heads, ...flows, ...doc.variants.map((text) => ({ text, parts: [] }))];
  };

  // Where each positive term stands: [{start, end}] in every field's printed text; null where the article is no answer.
  const findTerms = (doc, terms, headline) => {
    const fields = fieldsOf(doc).slice(0, headline ? 1 : undefined);
    const folds = new Map();
    const foldOf = (field, exact) => {
      const key = `${field}${exact}`;
      if (!folds.has(key)) folds.set(key, foldWithPlaces(fields[field].text, exact));
      return folds.get(key);
    };
    const hits = fields.map(() => []);
    for (const [number, term] of terms.entries()) {
      let found = false;
      for (let field = 0; field < fields.length; field++) {
        const { folded, places: origin } = foldOf(field, term.exact);
        for (const at of places(folded, term.folded, term.prefix)) {
          found = true;
          if (term.negative) return null;
          const end = term.prefix ? wordEnd(folded, at + term.folded.length) : at + term.folded.length;
          hits[field].push({ term: number, start: origin[at], end: endOf(fields[field].text, origin, end) });
        }
      }
      if (!found && !term.negative) return null;
    }
    for (const row of hits) row.sort((a, b) => a.start - b.start || b.end - a.end);
    return { fields, hits };
  };

  // Where in the printed text the folded character before `end` stops.
  const endOf = (text, origin, end) => origin[end - 1] + (text.codePointAt(origin[end - 1]) > 0xffff ? 2 : 1);

  // How well an article answers: frequent, rare, early and close hits weigh (after BM25); the headline weighs most.
  const score = ({ fields, hits }, weights) => {
    const length = fields.reduce((sum, field) => sum + field.text.length, 0);
    let total = 0;
    for (const [term, weight] of weights) {
      const counts = hits.map((row) => row.filter((hit) => hit.term === term).length);
      const often = counts.reduce((a, b) => a + b, 0);
      total += weight * ((often * 2.2) / (often + 1.2 * (0.25 + (0.75 * length) / 1000)) + (counts[0] ? 3 : 0));
    }
    return total + (weights.size > 1 ? 2 / (1 + gapOf(hits, weights.size) / 20) : 0);
  };
  // The shortest stretch of one field that holds all terms.
  const gapOf = (hits, size) => {
    let best = Infinity;
    for (const row of hits) {
      for (let i = 0; i < row.length; i++) {
        const seen = new Set();
        for (let j = i; j < row.length && row[j].end - row[i].start < best; j++) {
          seen.add(row[j].term);
          if (seen.size === size) best = row[j].end - row[i].start;
        }
      }
    }
    return best;
  };

  const merged = (row) => {
    const out = [];
    for (const { start, end } of row) {
      if (out.length && start <= out.at(-1).end) out.at(-1).end = Math.max(out.at(-1).end, end);
      else out.push({ start, end });
    }
    return out;
  };
  // A text as runs [text, isHit].
  const runsOf = (text, row, from = 0, to = text.length) => {
    const runs = [];
    let at = from;
    for (const { start, end } of merged(row)) {
      if (end <= from || start >= to) continue;
      if (start > at) runs.push([text.slice(at, start), false]);
      runs.push([text.slice(Math.max(start, from), Math.min(end, to)), true]);
      at = Math.min(end, to);
    }
    if (at < to) runs.push([text.slice(at, to), false]);
    return runs;
  };

  // The place outside the headline where most terms meet; the beginning of the body where there is none.
  const bestPlace = ({ fields, hits }) => {
    let best = { worth: 0, field: fields.findIndex((field) => field.parts.length), start: 0 };
    for (let field = 1; field < fields.length; field++) {
      for (const { start } of hits[field]) {
        const near = hits[field].filter((hit) => hit.start >= start && hit.end <= start + LONGEST);
        const worth = new Set(near.map((hit) => hit.term)).size * 100 + Math.min(near.length, 9) + (fields[field].parts.length ? 10 : 0);
        if (worth > best.worth) best = { worth, field, start };
      }
    }
    return best;
  };
  // What a result shows of the text, as runs, and the anchor to open.
  const snippet = (found) => {
    const { field, start } = bestPlace(found);
    if (field < 0) return { runs: [], anchor: "" };
    const { text, parts } = found.fields[field];
    const from = start <= AROUND + 8 ? 0 : start - AROUND;
    const to = Math.min(text.length, from + LONGEST);
    const runs = runsOf(text, found.hits[field], from, to);
    if (from > 0) runs.unshift(["…", false]);
    if (to < text.length) runs.push(["…", false]);
    return { runs, anchor: parts.findLast((part) => part.start <= start)?.anchor ?? "" };
  };

  // The printed forms of what was found, each once: an article's page marks them without knowing how to fold.
  const forms = ({ fields, hits }) => {
    const found = new Set();
    hits.forEach((row, number) => {
      for (const { start, end } of row) found.add(fields[number].text.slice(start, end));
    });
    return [...found].filter((form) => !form.includes("|")).slice(0, 12);
  };

  Object.assign(finder, { fieldsOf, findTerms, score, runsOf, snippet, forms });
}
