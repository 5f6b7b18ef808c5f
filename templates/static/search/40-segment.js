// One segment of the index, opened: who holds a pair, a unit, a word. The twin of Index in src/wanbao/search/reader.py.
{
  const ANY = 0xffff;
  const TEXTS = 2; // articles to a text file
  const DIGEST = 2; // bytes of a digest in the name of a shard
  const utf8 = new TextDecoder();
  const gb18030 = new TextDecoder("gb18030");

  class Reader {
    constructor(data) {
      this.data = data;
      this.at = 0;
    }
    number() {
      let value = 0;
      for (let scale = 1; ; scale *= 128) {
        const byte = this.data[this.at++];
        value += (byte & 127) * scale;
        if (byte < 128) return value;
      }
    }
    bytes(count) {
      this.at += count;
      return this.data.subarray(this.at - count, this.at);
    }
    numbers(count) {
      return Array.from({ length: count }, () => this.number());
    }
    // `count` rising numbers: the first and the steps between.
    rising(count) {
      const numbers = new Array(count);
      for (let i = 0, last = 0; i < count; i++) numbers[i] = last += this.number();
      return numbers;
    }
    skip(count) {
      for (let left = count; left; this.at++) if (this.data[this.at] < 128) left--;
    }
    // Numbers that go up and down: twice the step, or twice the step less one for a step down.
    wavering(count) {
      let last = 0;
      return this.numbers(count).map((n) => (last += n % 2 ? -(n + 1) / 2 : n / 2));
    }
    lists(keys) {
      return new Lists(this, keys, this.numbers(keys.length));
    }
    digest() {
      return Array.from(this.bytes(DIGEST), (byte) => byte.toString(16).padStart(2, "0")).join("");
    }
    // Where each shard of pairs begins, and what it is called.
    directory(letter, count) {
      const firsts = this.rising(count);
      const high = this.bytes(count);
      const low = this.bytes(count);
      const starts = firsts.map((first, i) => first * 0x10000 + high[i] * 256 + low[i]);
      return { starts, names: starts.map((start) => `${letter}${start.toString(16).padStart(8, "0")}-${this.digest()}`) };
    }
  }

  // The lists of a shard by their keys. A query wants one or two of hundreds, so only those are read.
  class Lists {
    constructor(reader, keys, sizes) {
      this.reader = reader;
      this.places = new Map();
      keys.forEach((key, i) => {
        this.places.set(key, [reader.at, sizes[i]]);
        reader.skip(sizes[i]);
      });
    }
    get(key) {
      const place = this.places.get(key);
      return place && this.read(...place);
    }
    read(at, size) {
      this.reader.at = at;
      return this.reader.rising(size);
    }
    *[Symbol.iterator]() {
      for (const [key, place] of this.places) yield [key, this.read(...place)];
    }
  }

  // Words are ordered by code points, which is not the order of JavaScript's strings.
  const compare = (a, b) => {
    const [one, two] = [[...a], [...b]];
    for (let i = 0; i < one.length && i < two.length; i++) {
      if (one[i] !== two[i]) return one[i].codePointAt(0) - two[i].codePointAt(0);
    }
    return one.length - two.length;
  };
  const order = (a, b) => (typeof a === "number" ? a - b : compare(a, b));
  // How many of `sorted` are not above `key`.
  const rank = (sorted, key) => {
    let low = 0;
    for (let high = sorted.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (order(sorted[middle], key) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const union = (lists) => [...new Set(lists.flat())].sort((a, b) => a - b);

  class Segment {
    constructor(name, meta) {
      this.isUndated = name.startsWith("undated");
      this.folder = `search/${name.slice(0, name.indexOf("/"))}`;
      const end = meta.indexOf(10);
      const head = JSON.parse(utf8.decode(meta.subarray(0, end)));
      this.issues = [];
      this.places = [];
      this.issueOf = [];
      for (const [key, date, digest, stretches] of head.issues) {
        const isDate = /^[0-9]/.test(key);
        const issue = { key, date: date || (isDate ? key : ""), folder: `search/text/${key.replaceAll("+", "-")}`, digest, first: this.places.length };
        for (let i = 0; i < stretches.length; i += 2) {
          for (let n = 0; n < stretches[i + 1]; n++) {
            this.places.push(head.places[stretches[i]]);
            this.issueOf.push(this.issues.length);
          }
        }
        this.issues.push(issue);
      }
      this.numbers = head.numbers ?? [];
      this.words = head.words;
      this.traditional = head.traditional;
      const reader = new Reader(meta.subarray(end + 1));
      this.shards = { p: reader.directory("p", head.shards[0]), t: reader.directory("t", head.shards[1]) };
      this.wordShards = Array.from({ length: this.words.length + 1 }, (_, number) => `w${number}-${reader.digest()}`);
      this.opened = new Map();
    }
    static async open(name) {
      return new Segment(name, await finder.load(`search/${name}.js`));
    }

    // The issues of a running number: they rise by one from issue to issue, but for where `numbers` says otherwise.
    ofNumber(number) {
      const { numbers, issues } = this;
      const found = [];
      for (let i = 0; i < numbers.length; i += 2) {
        const at = numbers[i] + number - numbers[i + 1];
        if (numbers[i + 1] && at >= numbers[i] && at < (numbers[i + 2] ?? issues.length)) found.push(issues[at]);
      }
      return found;
    }

    // A shard as Map(key → articles); `read` makes it of the bytes.
    shard(name, read) {
      if (!this.opened.has(name)) {
        const content = finder.load(`${this.folder}/${name}.js`).then((data) => read(new Reader(data)));
        content.catch(() => this.opened.delete(name));
        this.opened.set(name, content);
      }
      return this.opened.get(name);
    }
    pairShard(letter, number) {
      if (number < 0) return new Map();
      return this.shard(this.shards[letter].names[number], (reader) => reader.lists(reader.rising(reader.number())));
    }
    wordShard(number) {
      return this.shard(this.wordShards[number], (reader) => {
        const count = reader.number();
        const words = utf8.decode(reader.bytes(reader.number())).split("\n");
        return reader.lists(words.slice(0, count));
      });
    }

    async pair(letter, pair) {
      const shard = await this.pairShard(letter, rank(this.shards[letter].starts, pair) - 1);
      return shard.get(pair) ?? [];
    }
    async lone(letter, unit) {
      const { starts } = this.shards[letter];
      const first = unit * 0x10000;
      const last = rank(starts, first + ANY) - 1;
      const listed = (await this.pairShard(letter, last)).get(first + ANY);
      if (listed) return listed;
      const shards = [];
      for (let n = Math.max(0, rank(starts, first) - 1); n <= last; n++) shards.push(this.pairShard(letter, n));
      const lists = [];
      for (const shard of await Promise.all(shards)) {
        for (const [pair, docs] of shard) if (pair >= first && pair < first + ANY) lists.push(docs);
      }
      return union(lists);
    }
    async word(word) {
      const number = rank(this.words, word) - 1;
      return number < 0 ? [] : ((await this.wordShard(number)).get(word) ?? []);
    }
    async prefix(start) {
      const shards = [];
      const fits = (n) => order(this.words[n], start) <= 0 || this.words[n].startsWith(start);
      for (let n = Math.max(0, rank(this.words, start) - 1); n < this.words.length && fits(n); n++) shards.push(this.wordShard(n));
      const lists = [];
      for (const shard of await Promise.all(shards)) {
        for (const [word, docs] of shard) if (word.startsWith(start)) lists.push(docs);
      }
      return union(lists);
    }
    // `name/role` → articles, of every contributor.
    people() {
      return this.wordShard(this.words.length);
    }
    async role(role) {
      const lists = [...(await this.people())].filter(([key]) => key.endsWith(`/${role}`));
      return union(lists.map(([, docs]) => docs));
    }

    date(doc) {
      return this.issues[this.issueOf[doc]].date;
    }
    // The text of an article, as src/wanbao/search/documents.py writes it.
    async text(doc) {
      const issue = this.issues[this.issueOf[doc]];
      const number = doc - issue.first;
      // The file is always called so, because an edit of one article must not move the others; what follows tells caches
      // that it may be another than they know.
      const data = await finder.load(`${issue.folder}/${Math.floor(number / TEXTS)}.js?${issue.digest}`);
      if (this.traditional) await learnTable();
      const row = JSON.parse(gb18030.decode(data))[number % TEXTS];
      const [address, title, kicker, deck, byline, body, variants, date, page, section, people, series = [], continues = ""] = row;
      return { address, title, kicker, deck, byline, body, variants, date, page, section, people, series, continues };
    }
  }

  // The table of traditional characters, needed before texts that have some are folded.
  let learning = null;
  const learnTable = () => {
    learning ??= finder.load("search/simplified.js").then((table) => {
      const reader = new Reader(table);
      const size = reader.number();
      finder.learn(reader.rising(size), reader.wavering(size));
    });
    learning.catch(() => (learning = null));
    return learning;
  };

  Object.assign(finder, { Reader, Segment, learnTable });
}
