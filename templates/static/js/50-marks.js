// An article opened from a search (`?hl=甲|乙#p3`): every hit is marked, the printed forms being told by the search page.
{
  const forms = (new URLSearchParams(location.search).get("hl") ?? "").split("|").filter(Boolean).slice(0, 24);

  // Marks one stretch of an element's text, which may run through several text nodes.
  const markStretch = (nodes, start, end) => {
    let at = 0;
    for (const node of nodes) {
      const size = node.data.length;
      const from = Math.max(start - at, 0);
      const to = Math.min(end - at, size);
      // Between the cells of a table stands a blank that has no place of its own.
      if (from < to && node.data.trim()) {
        const range = document.createRange();
        range.setStart(node, from);
        range.setEnd(node, to);
        range.surroundContents(document.createElement("mark"));
      }
      at += size;
    }
  };
  const nodesOf = (element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  };
  const markAll = (element) => {
    const text = nodesOf(element).map((node) => node.data).join("");
    const places = [];
    for (const form of forms) {
      for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) places.push([at, at + form.length]);
    }
    // From the end, so that places before stay where they are; what lies in a longer hit is marked with it.
    places.sort((a, b) => b[0] - a[0] || b[1] - a[1]);
    let before = Infinity;
    for (const [start, end] of places) {
      if (end > before) continue;
      markStretch(nodesOf(element), start, end);
      before = start;
    }
  };

  if (forms.length) {
    for (const element of $$(".article h1, .article .kicker, .article .deck, .article .credits, .body > *")) markAll(element);
    const target = location.hash && document.getElementById(location.hash.slice(1));
    (target || $("mark"))?.scrollIntoView({ block: "center" });
  }
}
