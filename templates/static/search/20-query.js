// What a reader asks, cut into terms, and what the index must hold of each: the twin of src/wanbao/search/query.py.
{
  const { DOUBLE_QUOTES, SPACE, WORD, fold, isCode, units, words } = finder;
  const END = 0;

  const wordEnd = (text, at) => {
    while (at < text.length && !SPACE.test(text[at])) at++;
    return at;
  };
  // The quotation mark that closes the one at `at`: the next that ends a term; 0 for none.
  const closing = (text, at) => {
    for (let i = at + 2; i < text.length; i++) {
      if (DOUBLE_QUOTES.includes(text[i]) && (i + 1 === text.length || SPACE.test(text[i + 1]))) return i;
    }
    return 0;
  };
  const termOf = (raw, exact, negative) => {
    const bare = exact ? raw : raw.replace(/[*＊]+$/, "");
    const folded = fold(bare, exact);
    const last = words(folded).at(-1);
    return { folded, exact, negative, prefix: bare.length < raw.length && last !== undefined && folded.endsWith(last), text: raw };
  };

  // The terms of a query, in order, each once, with the `text` that the reader wrote; terms of nothing but marks are left out.
  const parse = (query) => {
    const text = query.normalize("NFC");
    const terms = new Map();
    for (let at = 0; at < text.length; at++) {
      if (SPACE.test(text[at])) continue;
      const negative = "-－".includes(text[at]) && at + 1 < text.length && !SPACE.test(text[at + 1]);
      if (negative) at++;
      const close = DOUBLE_QUOTES.includes(text[at]) ? closing(text, at) : 0;
      const end = close || wordEnd(text, at);
      const term = termOf(text.slice(close ? at + 1 : at, end), Boolean(close), negative);
      if (/[^\0]/.test(units(fold(term.folded)))) terms.set(JSON.stringify({ ...term, text: "" }), term);
      at = end;
    }
    return [...terms.values()];
  };

  const points = (run) => Array.from({ length: run.length }, (_, i) => run.charCodeAt(i));
  const isCoded = (unit) => isCode(unit.charCodeAt(0));

  // What to look up for a term. `certain`: an article that has it all surely contains the term.
  const needs = (term) => {
    const folded = fold(term.folded);
    const sequence = units(folded);
    const found = words(folded);
    const prefix = term.prefix ? found.pop() : "";
    const runs = (prefix ? sequence.slice(0, -1) : sequence).split("\0");
    const pairs = new Set();
    let lone = [];
    runs.forEach((run, number) => {
      const row = points(run);
      const last = number + 1 === runs.length;
      if (row.length === 1 && last && !isCode(row[0])) lone.push(row[0]);
      else {
        if (!last && row.length) row.push(END);
        for (let i = 1; i < row.length; i++) pairs.add(row[i - 1] * 0x10000 + row[i]);
      }
    });
    if (prefix) lone = [];
    const plain = !sequence.includes("\0") && !(term.exact && /["']/.test(term.folded));
    const short = sequence.length === 2 && !term.exact && ![...sequence].some(isCoded);
    const one = [...sequence].length === 1;
    return { pairs: [...pairs], lone, words: [...new Set(found)], prefix, certain: plain && (one || short) };
  };

  Object.assign(finder, { parse, needs });
}
