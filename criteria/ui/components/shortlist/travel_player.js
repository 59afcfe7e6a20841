// Plays the travel of a slider back: writes into the bars what the server computed for the step at which the slider stands.
// It chooses among rows that were sent, and computes nothing. `put` and `say` are those of ../common/rewrite.js, which is sent in front of this.

const WISH_AFTER = 120 // ms that the pointer rests on a slider
const WISH_AGAIN = 3000 // ms after which an unanswered wish is sent again
const APART = 40 // ms: what two parts of the page say at once goes in one message, and only one of the parts gets its answer
const GLIDE = 140 // ms

function createPlayer() {
  let travel = null
  let wish = null // when a travel was asked for, until the answer comes
  let wished = null // what was asked for last
  let next = null // what has to wait for it: one travel is computed at a time
  let refused = null // the slider that has none, and for which bars
  let timer = 0
  let sentAt = -APART // when the last move was sent
  let shownAt = -GLIDE // when the last step was shown
  const ranked = () => document.querySelector(".c-ranked[data-state]")
  const watcher = new MutationObserver(() => player.replaced())
  let watched = null

  const player = { replaced: () => {}, arrived: (_node) => {} }

  // Whether the travel that is here is that of this slider, with all other importances as they are.
  const fits = (node, points) => travel !== null && travel.node === node && travel.state === ranked()?.dataset.state
    && Object.entries(travel.others).every(([name, value]) => points[name] === value)

  // Whether what the bars show with these points is here.
  player.has = (node, points) => fits(node, points) && Boolean(travel.frames[points[node]])

  // Whether the server's markup is of these points: then it stands, and nothing is played back over it.
  player.answered = (points) => Object.entries(JSON.parse(ranked()?.dataset.points || "{}")).every(([name, value]) => points[name] === value)

  // soon: the slider has the focus; a pointer may only be passing by.
  player.want = (node, points, soon) => {
    clearTimeout(timer)
    next = null
    refused = null // what stood in the way may be gone
    if (fits(node, points)) return
    timer = setTimeout(() => wishFor(node, points), soon ? 0 : WISH_AFTER)
  }
  // A slider moves and nothing is played: the answer may have been lost, or the bars are others now.
  player.missed = (node, points) => { if (!fits(node, points)) wishFor(node, points) }
  player.leave = () => { clearTimeout(timer); next = null }

  // A move sent at `since` is answered. A wish from before it that is not was lost: the move's run took the place of the wish's.
  player.heard = (since) => {
    if (wish === null || wish > since) return
    wish = null
    next ??= wished
    ask()
  }
  player.sent = (at) => { sentAt = at }

  function wishFor(node, points) {
    if (!ranked()) return
    next = { node, points }
    ask()
  }

  function ask() {
    if (next !== null && refused?.node === next.node && refused.state === ranked()?.dataset.state) next = null
    if (next === null || (wish !== null && performance.now() - wish < WISH_AGAIN)) return
    clearTimeout(timer)
    const early = APART - (performance.now() - sentAt)
    if (early > 0) return void (timer = setTimeout(ask, early))
    wish = performance.now()
    wished = next
    next = null
    document.dispatchEvent(new CustomEvent("criteria-travel-wanted", { detail: wished }))
  }

  // Show the step at which the slider stands; false where it is not here, and the server has to be asked.
  player.play = (node, points) => {
    if (!fits(node, points)) return false
    const frame = travel.frames[points[node]]
    const box = ranked()
    const rows = box.querySelectorAll(":scope > .row")
    if (!frame || rows.length !== frame.length - 2) return false
    show(rows, points[node])
    watch(box)
    return true
  }

  function show(rows, step) {
    const [overLast, unsplit, ...bars] = travel.frames[step]
    const looked = new Set([...rows].filter((row) => row.hasAttribute("aria-current")).map((row) => row.dataset.candidate))
    const before = new Map([...rows].map((row, place) => [row.dataset.candidate, place]))
    bars.forEach((who, place) => write(rows[place], who, travel.columns[who].map((field) => field[step]), overLast, unsplit, looked))
    glide(rows, before)
  }

  function write(row, who, [rank, figure, change, at, mark, ...rest], overLast, unsplit, looked) {
    const apart = change === "apart"
    const words = travel.words
    const said = apart
      ? filled(words.apart, { name: travel.labels[who], said: figure })
      : filled(words.ranked, { name: travel.labels[who], rank, score: figure })
    const parts = apart ? [travel.aside] : unsplit ? [travel.score] : travel.parts
    put(row, "aria-current", looked.has(who) ? "true" : null)
    put(row, "class", "row" + (looked.has(who) ? " looked" : "") + (apart ? " apart" : ""))
    put(row, "data-candidate", who)
    put(row, "aria-label", said)
    const [name, place, axis] = row.children
    say(name, travel.names[who])
    say(place, rank)
    const piece = axis.querySelector("i")
    let end = null
    const places = parts.map(([_label, colour], k) => {
      const both = rest[k].split(" ")
      const start = both.length > 1 ? both[0] : end
      end = both.at(-1)
      return [start, `transparent 0 ${start}%,${colour} 0 calc(${end}% - 1.5px),`]
    })
    const stops = places.sort(([one], [other]) => one - other).map(([_start, said]) => said).join("")
    put(piece, "style", `background-image:linear-gradient(90deg,${stops}transparent 0)`)
    put(piece, "title", parts.map(([label], k) => {
      const amount = rest[parts.length + k]
      return apart ? label : !unsplit && overLast ? filled(words.over_last, { part: label, amount }) : `${label}: ${amount}`
    }).join("\n"))
    let diamond = axis.querySelector("b")
    const shown = axis.querySelector(".figure")
    if (mark && !diamond) diamond = axis.insertBefore(document.createElement("b"), shown)
    if (mark) put(diamond, "style", `--at:${mark}%`)
    else diamond?.remove()
    put(shown, "style", `--at:${at || end}%`)
    if (apart) return text(shown, figure)
    const arrow = change ? `${change > 0 ? "▲" : "▼"} ${Math.abs(change)}` : ""
    const [strong, em] = shown.children
    // Of one width both stay; otherwise they are made anew: an arrow that stayed would be pushed about by its figure.
    if (strong?.textContent.length === figure.length && Boolean(em) === Boolean(arrow)) {
      text(strong, figure)
      if (arrow) sayChange(em)
      return
    }
    const made = document.createElement("strong")
    text(made, figure)
    shown.replaceChildren(made)
    if (arrow) sayChange(shown.appendChild(document.createElement("em")))

    function sayChange(place) {
      put(place, "class", change > 0 ? "c-up" : "c-down")
      text(place, arrow)
    }
  }

  // A row that took another one's place comes from where it was. Where one step follows the other it stands there at once: it would not
  // arrive before it has to go on. Ways are in heights of a row: to measure one makes the browser lay the whole page out.
  function glide(rows, before) {
    const now = performance.now()
    const alone = now - shownAt > GLIDE
    shownAt = now
    if (!alone || matchMedia("(prefers-reduced-motion: reduce)").matches) return
    rows.forEach((row, place) => {
      const from = before.get(row.dataset.candidate)
      if (from === undefined || from === place) return
      row.animate([{ transform: `translateY(${100 * (from - place)}%)` }, { transform: "none" }], { duration: GLIDE, easing: "ease-out" })
    })
  }

  // A text that is there is changed: putting another one in its place makes the browser lay out more than the row.
  function text(element, value) {
    const only = element.childNodes.length === 1 ? element.firstChild : null
    if (only?.nodeType === Node.TEXT_NODE) {
      if (only.data !== value) only.data = value
    } else if (element.textContent !== value) element.textContent = value
  }

  // Names are filled in once: what they hold is never taken for a place to fill.
  function filled(template, values) {
    return template.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all)
  }

  // The server's markup may be that of an earlier step: the player is told as soon as it is in place, before it is painted.
  function watch(box) {
    const place = box.closest(".st-key-ranking") ?? box.parentElement
    if (place !== watched) {
      watcher.disconnect()
      watcher.observe(place, { childList: true, subtree: true })
      watched = place
    }
    watcher.takeRecords()
  }

  async function unpacked(letters) {
    const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0))
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))
    return JSON.parse(await new Response(stream).text())
  }

  document.addEventListener("criteria-travel", async (event) => {
    if (event.detail === null) return // drawn anew without a wish
    wish = null
    const { packed, ...told } = event.detail
    // An older browser asks the server for every step, and so does this one where there is no travel.
    if (!packed || typeof DecompressionStream === "undefined") {
      refused = { node: told.node, state: ranked()?.dataset.state }
      return ask()
    }
    travel = { ...told, ...(await unpacked(packed)) }
    if (next !== null && fits(next.node, next.points)) next = null
    ask()
    player.arrived(travel.node)
  })

  return player
}
