// 历史上的今天: the site is built without a clock, so the reader's own clock picks the day.
{
  const link = $("[data-days]");
  if (link) {
    const now = new Date();
    const day = `${now.getMonth() + 1}`.padStart(2, "0") + "-" + `${now.getDate()}`.padStart(2, "0");
    const shown = now.toLocaleDateString(wanbao.root.lang, { month: "long", day: "numeric" });
    if (link.dataset.days.split(" ").includes(day)) {
      link.href = link.href.replace("index.html", `${day}.html`);
      link.append(" · ", shown);
    }
  }
}
