// What search takes to be the same, and what it takes to be one unit: the twin of src/wanbao/search/fold.py.
"use strict";
const finder = {};
{
  const DOUBLE_QUOTES = "\"“”„‟〝〞〟＂「」『』﹁﹂﹃﹄";
  const SINGLE_QUOTES = "'‘’‚‛＇";
  const DASHES = "-‐‑‒–—―−─━－﹘﹣";
  const MIDDLE_DOTS = "·•‧∙⋅・･";
  const SPACE = /[\t\n\v\f\r \x85\xa0\xad\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]/;
  const THOUSANDS = /(^|[^0-9])([0-9]{1,3}(?:,[0-9]{3})+)(?![0-9])/g; // no look-behind: older Safari has none
  const OLD_POINT = /([0-9])·(?=[0-9])/g;
  const LETTER = "0-9a-z\u00df-\u00f6\u00f8-\u024f\u0370-\u03ff\u0400-\u052f\u066c";
  const WORD = new RegExp(`[${LETTER}]+(?:\\.[0-9]+)*%?`, "g");
  const IS_LETTER = new RegExp(`[${LETTER}]`);
  const IN_WORD = new RegExp(`[${LETTER}.%]`);
  const MARKS = /[^\u3005-\u3007\u3021-\u3029\u3041-\u3096\u30a1-\u30fa\u30fc\u3105-\u312f\u31a0-\u31bf\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\ud800-\udfff\ue000-\uf8ff]+/g;
  const FIRST_CODE = 0xe000;
  const CODES = 6400;

  const simplified = new Map();
  const known = new Map();

  // Most readers never meet a traditional character. `isStrange`: whether a query has one that the table might know, which
  // is any Han character outside of GB 2312, and the few in it that are traditional in some uses.
  const UNUSUAL = /[\u2e80-\u2fff\u3200-\u9fff\uf900-\ufaff\ud800-\udfff]/g;
  const plain = new Set();
  const isStrange = (text) => {
    if (!plain.size) {
      const rows = Uint8Array.from({ length: 72 * 94 * 2 }, (_, i) => (i % 2 ? 0xa1 + ((i >> 1) % 94) : 0xb0 + Math.floor(i / 188)));
      for (const character of new TextDecoder("gb2312").decode(rows)) plain.add(character);
      for (const character of "乾吒夥後徵拚捱摺於榘菸薹袷醣麴麽") plain.delete(character);
    }
    return (text.match(UNUSUAL) ?? []).some((character) => !plain.has(character));
  };

  // The table of traditional characters: their code points, and those of their simplified forms.
  const learn = (traditional, simple) => {
    traditional.forEach((point, i) => simplified.set(String.fromCharCode(point), String.fromCharCode(simple[i])));
    known.clear();
  };

  const foldCharacter = (character) => {
    if (DOUBLE_QUOTES.includes(character)) return '"';
    if (SINGLE_QUOTES.includes(character)) return "'";
    if (SPACE.test(character)) return " ";
    if (DASHES.includes(character)) return "-";
    if (MIDDLE_DOTS.includes(character)) return "·";
    if (character >= "\ue000" && character < "\uf900" && character.length === 1) return "\ufffd";
    let folded = "";
    for (const c of character.normalize("NFKC").toLowerCase()) folded += simplified.get(c) ?? c;
    return folded;
  };

  // The folded text, and for each of its characters where in `text` it comes from. Quotation marks go unless kept.
  const foldWithPlaces = (text, quotes = false) => {
    if (text.includes(",")) text = text.replace(THOUSANDS, (_, before, number) => before + number.replaceAll(",", "\u066c"));
    let folded = "";
    const places = [];
    let gap = -1;
    let at = 0;
    for (const character of text) {
      let parts = known.get(character);
      if (parts === undefined) known.set(character, (parts = foldCharacter(character)));
      if (!quotes && (parts === '"' || parts === "'")) parts = " ";
      for (let i = 0; i < parts.length; i++) {
        const part = parts[i];
        if (part === " ") {
          gap = gap < 0 ? at : gap;
          continue;
        }
        if (gap >= 0 && folded && IS_LETTER.test(part) && IS_LETTER.test(folded[folded.length - 1])) {
          folded += " ";
          places.push(gap);
        }
        gap = -1;
        folded += part;
        places.push(at);
      }
      at += character.length;
    }
    return { folded: folded.replace(OLD_POINT, "$1."), places };
  };
  const fold = (text, quotes = false) => foldWithPlaces(text, quotes).folded;

  const words = (folded) => folded.match(WORD) ?? [];
  const code = (word) => {
    let number = 0;
    for (const c of word) number = (number * 31 + c.codePointAt(0)) & 0xffffff;
    return String.fromCharCode(FIRST_CODE + (number % CODES));
  };
  const isCode = (unit) => unit >= FIRST_CODE && unit < FIRST_CODE + CODES;

  // A folded text as one character for each unit, runs of marks as \0.
  const units = (folded) => folded.replace(WORD, code).replaceAll(" ", "").replace(MARKS, "\0");

  // Whether neither end of a place cuts a word.
  const isWhole = (folded, start, end, prefix) => {
    let from = start;
    while (from > 0 && IN_WORD.test(folded[from - 1])) from--;
    const word = new RegExp(WORD);
    word.lastIndex = from;
    for (let found; (found = word.exec(folded)) && found.index < end; ) {
      const stop = found.index + found[0].length;
      if ((found.index < start && start < stop) || (!prefix && found.index < end && end < stop)) return false;
    }
    return true;
  };

  // Where a folded text contains a folded term, beginning and ending at the ends of units.
  const places = (folded, term, prefix = false) => {
    const found = [];
    const guarded = term.search(WORD) >= 0;
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + 1)) {
      if (!guarded || isWhole(folded, at, at + term.length, prefix)) found.push(at);
    }
    return found;
  };

  // Where a word that begins at or before `end` and reaches over it stops: the end of a place of a prefix.
  const wordEnd = (folded, end) => {
    while (end < folded.length && IN_WORD.test(folded[end])) end++;
    return end;
  };

  Object.assign(finder, { DOUBLE_QUOTES, SPACE, WORD, isStrange, learn, fold, foldWithPlaces, words, code, isCode, units, places, wordEnd });
}
