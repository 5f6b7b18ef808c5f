// What helps beyond the answers: ways to the papers of a date or running number and to the page of a person, section or column, and what to try
// where nothing is found.
{
  const { Answer, Segment, fold } = finder;
  const TERMS = 4; // of a query without answers, so many terms are asked for by themselves
  const LONGEST = 24; // so much of a term without answers is looked for in pieces,
  const READ = 4; // in so many articles of a segment
  const FEW = 12; // texts read to be sure that a query has an answer
  const MOST = 5; // people named
  const MANY = 100; // articles of an issue looked at for an id
  const SURNAMES =
    "王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓韩冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤柯冼区欧易阮招岑";
  const two = (number) => String(Number(number)).padStart(2, "0");

  // The date in a query and what else it asks: {year, month, day, rest}; null where there is none.
  const FORMS = [
    /(?<year>\d{4})\s*[-./年]\s*(?<month>\d{1,2})\s*[-./月]\s*(?<day>\d{1,2})(?!\d)\s*[日号]?/,
    /(?<before>^|\s)(?<year>(?:1[89]|20)\d\d)(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])(?!\S)/,
    /(?<year>\d{4})\s*[-/年]\s*(?<month>\d{1,2})(?!\d)\s*月?/,
    /(?<year>\d{4})\s*年|(?<before>^|\s)(?<alone>(?:1[6-9]|20)\d\d)(?!\S)/,
    /(?<before>^|\D)(?<month>\d{1,2})\s*月\s*(?<day>\d{1,2})(?!\d)\s*[日号]?|^(?<m>\d{1,2})[-./](?<d>\d{1,2})$/,
  ];
  const dateIn = (query) => {
    const text = query.normalize("NFKC").trim();
    for (const form of FORMS) {
      const found = form.exec(text);
      if (!found) continue;
      const { year, alone, month, m, day, d, before } = found.groups;
      const date = { year: year ?? alone ?? "", month: Number(month ?? m ?? 0), day: Number(day ?? d ?? 0) };
      if (date.month > 12 || date.day > 31 || (!date.year && !date.month)) continue;
      return { ...date, rest: text.replace(found[0], `${before ?? ""} `).replace(/\s+/g, " ").trim() };
    }
    return null;
  };

  // Links for a date: [{text, values, href} or {text, values, state}], `text` being the name of a text of the page.
  const waysOfDate = async (answer, state) => {
    const date = dateIn(state.q ?? "");
    if (!date) return [];
    const { year, month, day, rest } = date;
    const { segments, years } = await finder.openHead();
    if (!(year ? years.some(([known]) => known === year) : segments.some((segment) => !segment.undated))) return [];
    const values = { year, month, day, rest };
    if (!year) return [{ text: "toDay", values, href: `days/index.html#m-${two(month)}` }];
    if (!month) return [{ text: "toYear", values, href: `${year}/index.html` }, ...(rest ? [{ text: "within", values: { rest, span: year }, state: { ...state, q: rest, year } }] : [])];
    const whole = `${year}-${two(month)}`;
    const iso = `${whole}-${two(day)}`;
    const isKnown = day && answer.opened.some(({ segment }) => segment.issues.some(({ key }) => key === iso));
    const paper = isKnown ? { text: "toPaper", values, href: `${iso.replaceAll("-", "/")}/index.html` } : { text: "toMonth", values, href: `${year}/index.html#m-${two(month)}` };
    if (!rest) return [paper];
    const span = day ? [iso, iso] : [`${whole}-01`, `${whole}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`];
    return [paper, { text: "within", values: { rest, span: day ? iso : whole }, state: { ...state, q: rest, since: span[0], until: span[1] } }];
  };

  // The page of a contributor, by the code points of the name: as `person` in src/wanbao/urls.py.
  const pageOf = (name) => `people/${[...name].map((c) => c.codePointAt(0).toString(16)).join("-")}.html`;
  // Whether somebody signed so in any year; asked only where another spelling of the name (何静 for 何靜) is found.
  const hasSigned = async (name) => {
    for (const { name: key } of (await finder.openHead()).segments) if ((await (await Segment.open(key)).word(`@${name}`)).length) return true;
    return false;
  };
  // Links for a query that is, or is part of, the name of somebody who wrote what was found.
  const waysOfPeople = async (answer, found) => {
    const [term, ...others] = answer.terms;
    if (!term || others.length || term.negative || term.folded.length < 2) return [];
    const names = new Set(found.flatMap(({ doc }) => doc.people.map(([name]) => name)).filter((name) => fold(name).includes(term.folded)));
    const exact = [...names].filter((name) => fold(name) === term.folded);
    const name = term.text.replace(/\s/g, "");
    if (!exact.length && found.length && term.folded.length < 5 && SURNAMES.includes(term.folded[0])) {
      if ((await answer.opened[0].segment.word(`@${name}`)).length) exact.push(name);
    } else if (exact.length && !exact.includes(name) && (await hasSigned(name))) exact.unshift(name);
    return (exact.length ? exact : [...names]).slice(0, MOST).map((person) => ({ text: "toPerson", values: { name: person }, href: pageOf(person) }));
  };

  // Links to the issues of a running number: 第7012期, 总第7012号, No. 7012 or the number alone.
  const NUMBER = /^(?:[总總](?!0)|[总總]?第)?\s*(\d{1,9})\s*[期号號]?$|^no\.?\s*(\d{1,9})$/i;
  const waysOfNumber = async (query) => {
    const [, one, other] = NUMBER.exec(query.normalize("NFKC").trim().replace(/(\d),(?=\d{3})/g, "$1")) ?? [];
    const number = Number(one ?? other ?? 0);
    if (!number) return [];
    const ways = [];
    for (const { name, least, most } of (await finder.openHead()).segments) {
      if (!(least <= number && number <= most)) continue;
      for (const { key, date } of (await Segment.open(name)).ofNumber(number)) {
        ways.push({ text: date ? "toNumber" : "toNumberUndated", values: { n: number, date }, href: `${folderOf(key)}/index.html`, known: "knownNumber" });
      }
    }
    return ways.slice(0, MOST);
  };
  // The folder of an issue, as `issue_folder` in src/wanbao/urls.py has it.
  const folderOf = (key) => (key.startsWith("undated-") ? key.replace("-", "/") : `${key.slice(0, 10).replaceAll("-", "/")}${key.slice(10).replace("+", "-")}`);

  // The article whose permanent id a query is: `mmwb-20220518-A02-3`. It must be there: a link never leads nowhere.
  const waysOfId = async (query) => {
    const [, place, number] = /^[0-9a-z]+-([0-9a-z+-]+)-(\d{1,9})$/.exec(query.normalize("NFKC").trim().toLowerCase()) ?? [];
    if (!place) return [];
    const { segments } = await finder.openHead();
    const day = place.replace(/^(\d{4})(\d\d)(\d\d).*/, "$1-$2-$3");
    for (const { name, undated, first, last } of segments) {
      if (!undated && (day < first || last < day)) continue;
      const segment = await Segment.open(name);
      for (const [at, { key }] of segment.issues.entries()) {
        const issue = `${key.replace(/^undated-/, "")}-`.toLowerCase();
        const begin = undated ? issue : `${issue.replaceAll("-", "")}-`;
        if (!place.startsWith(begin)) continue;
        const found = await articleOf(segment, at, `/${place.slice(begin.length)}/${number}.html`, Number(number));
        if (found) return [{ text: "toId", values: { title: found.title }, href: found.address, known: "known" }];
      }
    }
    return [];
  };
  // The article of an issue whose address ends so; the one that stands there by its number is looked at first.
  const articleOf = async (segment, issue, ending, number) => {
    const docs = segment.issueOf.flatMap((its, doc) => (its === issue ? [doc] : []));
    const page = ending.split("/")[1];
    const there = docs.filter((doc) => segment.places[doc][0].toLowerCase() === page);
    const likely = there.slice(number - 1, number);
    for (const doc of new Set([...likely, ...(there.length ? there : docs).slice(0, MANY)])) {
      const article = await segment.text(doc);
      if (article.address.toLowerCase().endsWith(ending)) return article;
    }
    return null;
  };

  // Links for a query that is the name of a column or series of what was found, of a section or of a newspaper page.
  const waysOfLists = (answer, state, found) => {
    const [term, ...others] = answer.terms;
    if (!term || others.length || term.negative) return [];
    const isMeant = (name) => fold(name) === term.folded;
    const columns = new Map(found.flatMap(({ doc }) => doc.series).filter(([name]) => isMeant(name)));
    const places = answer.opened.flatMap(({ segment }) => segment.places);
    const sections = new Set(places.map(([, section]) => section).filter(isMeant));
    const forms = (page) => [page, `${page}版`, ...[page, ...(/0*([1-9]\d*)$/.exec(page) ?? [])].map((number) => `第${number}版`)];
    const pages = new Set(places.map(([page]) => page).filter((page) => page && forms(page).some(isMeant)));
    const { order } = state;
    return [
      ...[...columns].map(([name, href]) => ({ text: "toSeries", values: { name }, href })),
      ...[...sections].map((name) => ({ text: "toSection", values: { name }, ...wayOfSection(name, order) })),
      ...[...pages].map((page) => ({ text: "toPage", values: { page }, state: { order, page } })),
    ];
  };
  // The page of a section, as `section` in src/wanbao/urls.py has it; for names that are a digest there, the same articles.
  const wayOfSection = (section, order) =>
    /^[^ -~]{1,6}$/u.test(section)
      ? { href: `sections/u${[...section].map((c) => c.codePointAt(0).toString(16)).join("-")}.html` }
      : { state: { order, section } };

  // What to ask instead of a query that has no answer: [{text, values, state}] of queries that have some.
  const advice = async (answer, state) => {
    const positive = answer.terms.filter((term) => !term.negative);
    const ways = [];
    const offer = async (query, isSure = false) => {
      const other = new Answer(query, answer.filters, answer.order);
      const found = await other.next(1, FEW);
      if (!found.length && !isSure) return;
      const { count, exact } = other.total;
      ways.push({ text: exact ? "tryCounted" : "try", values: { query, n: count }, state: { ...state, q: query } });
    };
    const [term] = positive;
    if (!term) return ways;
    if (positive.length > 1) for (const one of positive.slice(0, TERMS)) await offer(one.exact ? `“${one.text}”` : one.text);
    else if (term.exact) await offer(term.text);
    else if (!term.prefix && finder.words(term.folded).some((word) => term.folded.endsWith(word))) await offer(`${term.text}*`);
    if (positive.length === 1) for (const spelling of numbersOtherwise(term.text)) await offer(spelling);
    // Of a date alone no piece is of use: whoever asks for one is shown the way to its papers.
    if (!ways.length && positive.length === 1 && dateIn(term.text)?.rest !== "") for (const piece of await pieces(answer, term)) await offer(piece, true);
    return ways;
  };
  // The same with its large numbers in the other spelling: 1256 as 1,256 and 1,256 as 1256, which to the index are two words.
  const numbersOtherwise = (text) => {
    const narrow = text.normalize("NFKC");
    const joined = narrow.replace(/(\d),(?=\d{3}(?!\d))/g, "$1");
    const parted = narrow.replace(/\d{4,}/g, (number) => number.replace(/\B(?=(?:\d{3})+$)/g, ","));
    return [joined, parted].filter((other) => other !== narrow);
  };
  // The longest pieces of a term that stand in the articles which hold most of its pairs.
  const pieces = async ({ opened, filters }, { folded }) => {
    const text = folded.slice(0, LONGEST);
    const texts = await Promise.all(opened.slice(0, 2).map(({ segment }) => alike(segment, text, filters.headline ? "t" : "p")));
    const fields = texts.flat();
    // Whether a piece parts no number, nor what is counted from its number.
    const isApart = (piece, from) => finder.places(text, piece).includes(from) && !(/^[年月日号时点分岁期版届]/.test(piece) && /[0-9]/.test(text[from - 1] ?? ""));
    const isWhole = (piece, from) => !/^\0|\0$/.test(finder.units(piece)) && isApart(piece, from) && fields.some((field) => finder.places(field, piece).length);
    const taken = [];
    for (let length = text.length - 1; length > 1 && taken.length < 2; length--) {
      for (let from = 0; from + length <= text.length; from++) {
        const isFree = taken.every((other) => other.to <= from || from + length <= other.from);
        if (isFree && isWhole(text.slice(from, from + length), from)) taken.push({ from, to: from + length });
      }
    }
    return taken.slice(0, 2).map(({ from, to }) => text.slice(from, to));
  };
  // The folded texts of the few articles of a segment that share most with a text.
  const alike = async (segment, text, letter) => {
    const pairs = finder.needs({ folded: text }).pairs;
    const counts = new Map();
    for (const docs of await Promise.all(pairs.map((pair) => segment.pair(letter, pair)))) for (const doc of docs) counts.set(doc, (counts.get(doc) ?? 0) + 1);
    const likely = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]).slice(0, READ);
    const docs = await Promise.all(likely.map(([doc]) => segment.text(doc)));
    return docs.flatMap((doc) => finder.fieldsOf(doc).slice(0, letter === "t" ? 1 : undefined).map((field) => fold(field.text)));
  };

  // Links to what a query names for certain.
  const waysOfNames = async (query) => [...(await waysOfId(query)), ...(await waysOfNumber(query))];

  Object.assign(finder, { dateIn, waysOfDate, waysOfPeople, waysOfLists, waysOfNames, advice, numbersOtherwise });
}
