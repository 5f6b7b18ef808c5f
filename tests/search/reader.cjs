// Runs the reader's code in Node: node reader.cjs <scripts folder> <site folder> < queries.json > answers.json
// A query is {query, filters?, order?, limit?, people?}; an answer {found: [address], total, years, pages, files, bytes (texts among them), snippets, forms, people}.
const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const [scripts, site] = process.argv.slice(2);
globalThis.document = {};
for (const name of fs.readdirSync(scripts).sort()) {
  if (name < "70") vm.runInThisContext(fs.readFileSync(path.join(scripts, name), "utf8"), { filename: name });
}
const finder = vm.runInThisContext("finder");
finder.fetchFile = async (address) => {
  const file = fs.readFileSync(path.join(site, address.split("?")[0]));
  document.currentScript = {};
  vm.runInThisContext(new TextDecoder("utf-16le").decode(file), { filename: address });
  finder.traffic.files++;
  finder.traffic.bytes += file.length;
  if (address.startsWith("search/text/")) finder.traffic.texts = (finder.traffic.texts ?? 0) + file.length;
  return finder.unpack(document.currentScript.payload);
};

const ask = async ({ query, filters = {}, order = "newest", limit = Infinity, people = false }) => {
  const before = { ...finder.traffic };
  const answer = new finder.Answer(query, filters, order);
  const found = [];
  if (limit === Infinity) while (!answer.isDone) found.push(...(await answer.next(10)));
  else {
    // As the page does for its first answers.
    found.push(...(await answer.next(limit)));
    await answer.count();
  }
  return {
    found: found.map(({ doc }) => doc.address),
    total: answer.total,
    years: [...answer.facets().years],
    pages: [...answer.facets().pages],
    files: finder.traffic.files - before.files,
    bytes: finder.traffic.bytes - before.bytes,
    texts: (finder.traffic.texts ?? 0) - (before.texts ?? 0),
    snippets: found.map((one) => finder.snippet(one)),
    forms: found.map((one) => finder.forms(one)),
    people: people ? [...(await answer.people())] : [],
  };
};

(async () => {
  const answers = [];
  for (const query of JSON.parse(fs.readFileSync(0, "utf8"))) answers.push(await ask(query));
  process.stdout.write(JSON.stringify(answers));
})();
