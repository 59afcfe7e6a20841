// Sorts a table by the column whose head is pressed, and once more the other way round. A table that is drawn anew, as a slider moves, is
// sorted again as the reader wanted it. Those set apart stay last.
function sortTables() {
  let wanted = null // { head, down }
  const headOf = (th) => th.textContent.trim()
  const figure = (text) => {
    const found = text.replace(/\u2212/g, "-").replace(/[\u202f\s]/g, "").match(/-?\d+(\.\d+)?/)
    if (!found) return null
    const nudge = text.includes("<") ? -1e-9 : text.includes(">") ? 1e-9 : 0
    return (Number(found[0]) + nudge) * (text.includes("▼") ? -1 : 1)
  }

  function sort(table) {
    const heads = [...table.tHead.rows[0].cells]
    for (const th of heads) th.removeAttribute("aria-sort")
    const column = heads.findIndex((th) => wanted && headOf(th) === wanted.head)
    if (column < 0) return
    heads[column].setAttribute("aria-sort", wanted.down ? "descending" : "ascending")
    const rows = [...table.tBodies[0].rows]
    const text = (row) => row.cells[column]?.textContent.trim() ?? ""
    const inWords = heads[column].querySelector("[data-words]") !== null
    const before = (a, b) => {
      const apart = a.classList.contains("apart") - b.classList.contains("apart")
      if (apart) return apart
      const one = inWords ? null : figure(text(a)), other = inWords ? null : figure(text(b))
      const order = one !== null && other !== null ? one - other : (one === null) - (other === null) ||
        text(a).localeCompare(text(b), undefined, { numeric: true })
      return (wanted.down ? -order : order) || figure(a.cells[0].textContent) - figure(b.cells[0].textContent)
    }
    const sorted = [...rows].sort(before)
    if (sorted.some((row, k) => row !== rows[k])) table.tBodies[0].append(...sorted)
  }

  const all = () => { for (const table of document.querySelectorAll(".c-table.sortable")) if (wanted) sort(table) }
  const pressed = (event) => {
    const th = event.target.closest?.(".c-table.sortable th")
    if (!th || !event.target.closest("button")) return
    const head = headOf(th), again = wanted?.head === head
    // Figures begin with the largest, ranks and words with the first.
    const down = again ? !wanted.down : th.classList.contains("n") && th.cellIndex > 0
    wanted = { head, down }
    all()
  }
  const watcher = new MutationObserver((changes) => {
    if (wanted && changes.some((change) => change.target.nodeName !== "TBODY")) all()
  })
  watcher.observe(document.querySelector('[data-testid="stMain"]') ?? document.body, { childList: true, subtree: true })
  document.addEventListener("click", pressed)
  return () => {
    watcher.disconnect()
    document.removeEventListener("click", pressed)
  }
}
