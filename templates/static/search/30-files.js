// The files of the index: loaded by <script>, so that a folder opened from disk can be searched, and unpacked here.
// The layout is told in src/wanbao/search/pack.py; inflating follows RFC 1951.
{
  const SPECIAL = '!"\\\n\r\u2028\u2029\ufeff';
  const ESCAPE = 0x21;

  // The bytes of a payload: two to a character, stand-ins undone.
  const bytesOf = (payload) => {
    const bytes = new Uint8Array(payload.length * 2);
    let size = 0;
    for (let i = 1; i < payload.length; i++) {
      let unit = payload.charCodeAt(i);
      if (unit === ESCAPE) {
        const safe = payload.charCodeAt(++i);
        unit = safe < 0x5000 ? safe - 0x4000 + 0xd800 : SPECIAL.charCodeAt(safe - 0x5000);
      }
      bytes[size++] = unit & 255;
      bytes[size++] = unit >> 8;
    }
    return bytes.subarray(0, size - Number(payload[0]));
  };

  // A Huffman code from the lengths of its symbols: how many of each length, the symbols in order, and for what the next
  // eight bits begin with its symbol and length (0: a longer code).
  const QUICK = 8;
  const codeOf = (lengths) => {
    const counts = new Uint16Array(16);
    for (const length of lengths) counts[length]++;
    counts[0] = 0;
    const starts = new Uint16Array(16);
    for (let n = 1; n < 16; n++) starts[n] = starts[n - 1] + counts[n - 1];
    const symbols = new Uint16Array(lengths.length);
    lengths.forEach((length, symbol) => {
      if (length) symbols[starts[length]++] = symbol;
    });
    const quick = new Uint16Array(1 << QUICK);
    for (let length = 1, code = 0, index = 0; length <= QUICK; length++, code <<= 1) {
      for (let n = counts[length]; n; n--, code++, index++) {
        let first = 0;
        for (let bit = 0; bit < length; bit++) first |= ((code >> bit) & 1) << (length - 1 - bit);
        for (; first < 1 << QUICK; first += 1 << length) quick[first] = (symbols[index] << 4) | length;
      }
    }
    return { counts, symbols, quick };
  };
  const LENGTHS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
  const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
  const STEPS = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];
  const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
  const FIXED = [
    codeOf(Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8))),
    codeOf(new Array(30).fill(5)),
  ];

  const inflate = (bytes) => {
    let out = new Uint8Array(bytes.length * 4 + 256);
    let size = 0;
    let at = 0;
    let held = 0;
    let count = 0;
    const bits = (wanted) => {
      while (count < wanted) {
        if (at >= bytes.length) throw new Error("a file of the search index is damaged");
        held |= bytes[at++] << count;
        count += 8;
      }
      const value = held & ((1 << wanted) - 1);
      held >>>= wanted;
      count -= wanted;
      return value;
    };
    const symbolOf = ({ counts, symbols, quick }) => {
      for (; count < QUICK && at < bytes.length; count += 8) held |= bytes[at++] << count;
      const short = quick[held & ((1 << QUICK) - 1)];
      const size = short & 15;
      if (size && size <= count) {
        held >>>= size;
        count -= size;
        return short >> 4;
      }
      let code = 0;
      let first = 0;
      let index = 0;
      for (let length = 1; length < 16; length++) {
        code |= bits(1);
        const n = counts[length];
        if (code - n < first) return symbols[index + code - first];
        index += n;
        first = (first + n) << 1;
        code <<= 1;
      }
      throw new Error("a file of the search index is damaged");
    };
    const room = (more) => {
      if (size + more <= out.length) return;
      const larger = new Uint8Array((size + more) * 2);
      larger.set(out);
      out = larger;
    };
    const readCodes = () => {
      const literals = bits(5) + 257;
      const distances = bits(5) + 1;
      const used = bits(4) + 4;
      const small = new Array(19).fill(0);
      for (let i = 0; i < used; i++) small[ORDER[i]] = bits(3);
      const code = codeOf(small);
      const lengths = [];
      while (lengths.length < literals + distances) {
        const symbol = symbolOf(code);
        if (symbol < 16) lengths.push(symbol);
        else if (symbol === 16) for (let n = bits(2) + 3; n; n--) lengths.push(lengths.at(-1));
        else for (let n = symbol === 17 ? bits(3) + 3 : bits(7) + 11; n; n--) lengths.push(0);
      }
      return [codeOf(lengths.slice(0, literals)), codeOf(lengths.slice(literals))];
    };
    const copyStored = () => {
      at -= count >> 3; // whole bytes that were read ahead
      held = count = 0;
      const length = bytes[at] | (bytes[at + 1] << 8);
      room(length);
      out.set(bytes.subarray(at + 4, at + 4 + length), size);
      at += 4 + length;
      size += length;
    };
    const unfold = ([literal, distance]) => {
      for (let symbol; (symbol = symbolOf(literal)) !== 256; ) {
        room(258);
        if (symbol < 256) {
          out[size++] = symbol;
          continue;
        }
        const length = LENGTHS[symbol - 257] + bits(LENGTH_BITS[symbol - 257]);
        const far = symbolOf(distance);
        const step = STEPS[far] + bits(far < 2 ? 0 : (far >> 1) - 1);
        for (let i = 0; i < length; i++, size++) out[size] = out[size - step];
      }
    };
    for (let last = 0; !last; ) {
      last = bits(1);
      const kind = bits(2);
      if (kind === 0) copyStored();
      else unfold(kind === 1 ? FIXED : readCodes());
    }
    return out.subarray(0, size);
  };

  const unpack = (payload) => inflate(bytesOf(payload));

  let root = "";
  const loaded = new Map();
  const traffic = { files: 0, bytes: 0 };
  // Every file of the index is one call of this function; the script that is running says which file it is.
  globalThis.wb = (payload) => {
    document.currentScript.payload = payload;
  };
  const fetchFile = (address) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = root + address;
      script.onload = () => {
        script.remove();
        if (script.payload === undefined) return reject(new Error(address));
        traffic.files++;
        traffic.bytes += script.payload.length * 2;
        resolve(unpack(script.payload));
      };
      script.onerror = () => {
        script.remove();
        reject(new Error(address));
      };
      document.head.append(script);
    });

  // The content of a file below the site's root; asked for once.
  const load = (address) => {
    if (!loaded.has(address)) {
      const content = finder.fetchFile(address);
      content.catch(() => loaded.delete(address));
      loaded.set(address, content);
    }
    return loaded.get(address);
  };
  const forget = (address) => loaded.delete(address);
  const setRoot = (way) => (root = way);

  Object.assign(finder, { bytesOf, inflate, unpack, load, forget, fetchFile, setRoot, traffic });
}
