// A query answered bit by bit: newest segment first, no more files than what is shown needs, totals never guessed.
// The meaning is that of src/wanbao/search/reader.py; the order of loading is the reader's own affair.
{
  const { Segment, findTerms, score } = finder;
  const FORMAT = 3; // of the files; src/wanbao/search/__init__.py tells it
  const LONGEST = 24; // pairs of a term that are looked up
  const ENOUGH = 12; // so few candidates are settled by their texts sooner than by more lists
  const POOL = 40; // how many of the likeliest are compared when the best come first
  const FEW = 6; // so few that are left are read at once, for a true total
  const MOST = 30; // texts read for one page of answers: a phrase of common pairs may have many false candidates
  const BUDGET = 24_000; // bytes spent on a true total once there is enough to show,
  const LESS = 6_000; // and on a limit where a true total would need the texts: in segments
  const SMALL = 2_000; // of so few articles that this costs little

  let head = null;
  const openHead = async () => {
    if (!head) {
      head = JSON.parse(new TextDecoder().decode(await finder.load("search/head.js")));
      if (head.format !== FORMAT) throw new Error(`the search index has format ${head.format}, not ${FORMAT}`);
      head.segments = head.segments.map(([name, first, last, docs, least, most]) => ({ name, first, last, docs, least, most, undated: name.startsWith("undated") }));
    }
    return head;
  };

  const isOutside = ({ undated, first, last }, { since, until, year }) => {
    if (undated) return Boolean(since || until || (year && year !== "undated"));
    if (year && !(first.slice(0, 4) <= year && year <= last.slice(0, 4))) return true;
    return Boolean((since && last < since) || (until && first > `${until}~`));
  };
  const isInside = (segment, doc, { since, until, year, page, section }) => {
    const date = segment.date(doc);
    const [itsPage, itsSection] = segment.places[doc];
    if (year && year !== "undated" && date.slice(0, 4) !== year) return false;
    if ((since && date < since) || (until && date > `${until}~`)) return false;
    return (!page || page === itsPage) && (!section || section === itsSection);
  };
  const intersect = (a, b) => {
    const [few, many] = a.length < b.length ? [new Set(a), b] : [new Set(b), a];
    return many.filter((doc) => few.has(doc));
  };

  class Answer {
    // filters: {since, until, year, page, section, person, role, headline}; order: newest, oldest, best.
    constructor(query, filters = {}, order = "newest") {
      this.query = query;
      this.filters = filters;
      this.order = order;
      this.isEmpty = !finder.parse(query).length && !Object.values(filters).some(Boolean);
      this.waiting = []; // segments not yet looked into
      this.opened = []; // {segment, docs, wrong} of those that were, `wrong` being the candidates whose texts gave no answer
      this.queue = []; // candidates not yet read
      this.ready = []; // answers not yet handed out
      this.found = 0;
      this.isFirst = true;
      this.started = false;
    }
    async start() {
      const [{ segments }] = await Promise.all([openHead(), finder.isStrange(this.query) && finder.learnTable()]);
      this.cut();
      const fits = segments.filter((segment) => !isOutside(segment, this.filters));
      const dated = fits.filter((segment) => !segment.undated);
      const undated = fits.filter((segment) => segment.undated);
      this.waiting = this.isEmpty ? [] : [...(this.order === "oldest" ? dated : dated.reverse()), ...undated];
      this.started = true;
    }
    // What is to be looked up for the query.
    cut() {
      const { headline, person, role } = this.filters;
      const letter = headline ? "t" : "p";
      this.terms = finder.parse(this.query);
      const wanted = this.terms.map((term) => ({ term, need: finder.needs(term) }));
      const isCertain = ({ need }) => need.certain && !(headline && (need.words.length || need.prefix));
      const lookups = (some) => some.flatMap(({ need }) => lookupsOf(need, letter));
      this.certain = wanted.every(isCertain);
      this.lookups = lookups(wanted.filter(({ term }) => !term.negative));
      this.refused = lookups(wanted.filter((one) => one.term.negative && isCertain(one)));
      if (person) this.lookups.push(lookup("word", role ? `@${person}/${role}` : `@${person}`));
      else if (role) this.lookups.push(lookup("role", role));
    }

    // How many articles answer: {count, exact}; where not exact, `most` is the limit, or Infinity while segments wait.
    get total() {
      const open = this.certain ? 0 : this.queue.length;
      const count = this.certain ? this.opened.reduce((sum, { docs }) => sum + docs.length, 0) : this.found;
      const exact = !this.waiting.length && !open;
      return { count, exact, most: this.waiting.length ? Infinity : count + open };
    }
    get isDone() {
      return this.started && !this.ready.length && !this.queue.length && !this.waiting.length;
    }

    // The next answers, about `count` of them: [{doc, hits, fields, segment, number}]. At most so many texts are tried.
    async next(count, most = MOST) {
      if (!this.started) await this.start();
      const out = this.ready.splice(0, count);
      if (this.order === "best") await this.gather(POOL);
      for (let tried = 0; out.length < count && tried < most && !this.isDone; ) {
        if (!this.queue.length) await this.look(this.opened.length ? 2 : 1);
        const batch = this.queue.splice(0, this.order === "best" && this.isFirst ? POOL : count - out.length);
        this.isFirst = false;
        tried += batch.length;
        out.push(...(await this.readAll(batch)));
      }
      this.ready.push(...out.splice(count));
      return out;
    }
    async readAll(batch) {
      const read = (await Promise.all(batch.map((candidate) => this.read(candidate)))).filter(Boolean);
      this.found += read.length;
      return this.order === "best" ? this.ranked(read) : read;
    }
    // Look into older segments for the total alone, as far as the budget goes, and settle the last few candidates.
    async count() {
      const from = finder.traffic.bytes;
      const isCheap = ({ docs }) => this.certain || docs < SMALL;
      const budget = this.certain ? BUDGET : LESS;
      while (this.waiting.length && isCheap(this.waiting[0]) && finder.traffic.bytes - from < budget) await this.look(1);
      if (!this.certain && !this.waiting.length && this.queue.length <= FEW) {
        this.ready.push(...(await this.readAll(this.queue.splice(0))));
      }
    }
    async gather(size) {
      while (this.waiting.length && this.queue.length < size) await this.look(1);
    }

    async look(segments) {
      const opened = await Promise.all(this.waiting.splice(0, segments).map((segment) => this.lookInto(segment)));
      for (const one of opened) {
        this.opened.push(one);
        for (const doc of one.docs) this.queue.push({ ...one, doc, inHeadline: one.headlines?.has(doc) });
      }
      if (this.order === "best") this.queue.sort((a, b) => Boolean(b.inHeadline) - Boolean(a.inHeadline));
    }
    async lookInto({ name }) {
      const segment = await Segment.open(name);
      let docs = this.lookups.length ? await this.meet(segment) : segment.places.map((_, doc) => doc);
      for (const one of docs.length ? this.refused : []) {
        const without = new Set(await one.run(segment));
        docs = docs.filter((doc) => !without.has(doc));
      }
      docs = docs.filter((doc) => isInside(segment, doc, this.filters));
      const sign = this.order === "oldest" ? 1 : -1;
      docs.sort((a, b) => sign * (segment.issueOf[a] - segment.issueOf[b]) || a - b);
      const headlines = this.order === "best" && !this.filters.headline && docs.length > ENOUGH ? await this.headlines(segment) : null;
      return { segment, docs, wrong: new Set(), headlines };
    }
    // The articles that hold all that is looked for. What was rare in one segment is asked first in the next; lists that
    // overlap with others are only asked for where the others leave many articles.
    async meet(segment) {
      const known = this.lookups.every((one) => one.size !== undefined);
      const sorted = known ? [...this.lookups].sort((a, b) => a.size - b.size) : this.lookups;
      const early = sorted.filter((one) => !one.spare);
      const spare = sorted.filter((one) => one.spare);
      let docs = null;
      const ask = async (some) => {
        const lists = await Promise.all(some.map((one) => one.run(segment)));
        some.forEach((one, i) => (one.size = (one.size ?? 0) + lists[i].length));
        for (const list of lists) docs = docs ? intersect(docs, list) : list;
      };
      if (known && early.length > 1) await ask(early.splice(0, 1));
      if (early.length && docs?.length !== 0) await ask(early);
      for (; spare.length && docs.length > ENOUGH; ) await ask(spare.splice(0, known ? 1 : spare.length));
      return [...docs].sort((a, b) => a - b);
    }
    async headlines(segment) {
      const lists = await Promise.all(this.lookups.filter((one) => one.letter === "p").map((one) => one.run(segment, "t")));
      return new Set(lists.length ? lists.reduce(intersect) : []);
    }

    async read({ segment, doc: number, wrong }) {
      const doc = await segment.text(number).catch(() => null);
      const found = doc && findTerms(doc, this.terms, this.filters.headline);
      if (!found && !this.certain) wrong.add(number);
      return found && { doc, segment, number, ...found };
    }
    ranked(answers) {
      const all = this.opened.reduce((sum, { segment }) => sum + segment.places.length, 0);
      const weights = new Map();
      this.terms.forEach((term, i) => {
        const often = answers.filter(({ hits }) => hits.some((row) => row.some((hit) => hit.term === i))).length;
        if (!term.negative) weights.set(i, Math.log(1 + all / (often + 1)));
      });
      return answers
        .map((answer, i) => ({ answer, i, worth: score(answer, weights) }))
        .sort((a, b) => b.worth - a.worth || a.i - b.i)
        .map(({ answer }) => answer);
    }

    // How many candidates each value has, those apart that were read and are no answers: of years, pages and sections,
    // and (on demand) of contributors. Where the total is exact, all were read, and so are these counts.
    facets() {
      const years = new Map();
      const pages = new Map();
      const sections = new Map();
      const add = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
      for (const { segment, docs, wrong } of this.opened) {
        for (const doc of docs) {
          if (wrong.has(doc)) continue;
          add(years, segment.isUndated ? "undated" : segment.date(doc).slice(0, 4));
          const [page, section] = segment.places[doc];
          if (page) add(pages, page);
          if (section) add(sections, section);
        }
      }
      return { years, pages, sections };
    }
    async people() {
      const counts = new Map();
      for (const { segment, docs, wrong } of this.opened) {
        const among = new Set(docs.filter((doc) => !wrong.has(doc)));
        for (const [key, list] of await segment.people()) {
          const count = list.filter((doc) => among.has(doc)).length;
          if (count) counts.set(key.slice(1), (counts.get(key.slice(1)) ?? 0) + count);
        }
      }
      return counts;
    }
  }

  const lookup = (kind, key, letter, spare = false) => ({
    letter,
    spare,
    run: (segment, other) => (letter ? segment[kind](other ?? letter, key) : segment[kind](key)),
  });
  // Every second pair of a long run of pairs covers all its units; the others are spare. So are pairs with a word, which
  // is looked up itself. Of a very long term, some pairs do.
  const someOf = (pairs) => pairs.filter((_, i) => pairs.length <= LONGEST || i % Math.ceil(pairs.length / LONGEST) === 0);
  const isSpare = (pair) => finder.isCode(Math.floor(pair / 0x10000)) || finder.isCode(pair % 0x10000);
  const lookupsOf = (need, letter) => [
    ...someOf(need.pairs).map((pair, i) => lookup("pair", pair, letter, isSpare(pair) || (need.pairs.length > 2 && i % 2 === 1 && i + 1 < need.pairs.length))),
    ...need.lone.map((unit) => lookup("lone", unit, letter)),
    ...need.words.map((word) => lookup("word", word)),
    ...(need.prefix ? [lookup("prefix", need.prefix)] : []),
  ];

  // Forget what was loaded: a new edition was published while this page was open.
  const refresh = () => {
    head = null;
    finder.forget("search/head.js");
  };

  Object.assign(finder, { Answer, openHead, refresh });
}
