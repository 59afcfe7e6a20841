// The importance panel. Python owns the scenario; this shows it, and sends points while a slider moves.
// `percentText` and `exactSum` are those of ../common/percent.js, `put` and `say` those of ../common/rewrite.js, which are sent in front of
// this; panel_code.js, sent behind it, hands it over.
// One message is under way at a time: the next one waits until the page has answered the last.

const WAIT_AT_MOST = 1500 // ms, in case an answer never comes
const DOUBT_AFTER = 4000 // ms without an answer, after which the page asks for a whole run
const LEFT_EVERY = 200 // ms after which an unanswered panel looks whether its page was left
const REST = 120 // ms without a move, after which a slider that is dragged rests
const FOLLOW = 1000 // ms after which the whole page follows a slider that does not rest, where there is no headline alone
const FOLLOW_ALONE = 400 // ms after which the headline does
const HEADLINE_WITHIN = 250 // ms for which a finished move waits for its headline
const LOOK_EVERY = 50 // ms
const SETTLED_AFTER = 1500 // ms, in which the address bar follows an answer
const KEPT = "criteria-unanswered"

function drawImportancePanel({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector(".panel")
  const panel = root.panel || (root.panel = createPanel(root))
  panel.send = (move) => setStateValue("move", move)
  panel.update(data)
}

function createPanel(root) {
  const panel = { rows: new Map(), nodes: [], count: 0, sentAt: 0, pending: null, revision: null, dragging: false, open: new Set(), held: false, askedAt: 0, movedAt: 0 }
  const player = createPlayer()
  const headline = createHeadline()

  panel.update = (data) => {
    panel.words = data.words
    panel.ack = data.ack
    const shape = data.nodes.map((node) => [node.id, node.parent, node.title].join("\u0000")).join("\u0001") + data.top
    const other = data.session !== panel.session // a new session counts anew, and has what was kept already
    if (other) Object.assign(panel, { session: data.session, count: 0, pending: null })
    panel.most = data.most
    panel.query = data.query
    panel.problem = data.problem
    panel.profile = data.profile
    if (shape !== panel.shape) {
      panel.shape = shape
      panel.top = data.top
      panel.nodes = data.nodes.map((node) => ({ ...node }))
      panel.revision = data.revision
      build()
    } else if (other || data.revision !== panel.revision) {
      panel.revision = data.revision
      panel.pending = null
      data.nodes.forEach((node, index) => Object.assign(panel.nodes[index], node))
    } else {
      data.nodes.forEach((node, index) => { panel.nodes[index].base = node.base })
    }
    // The page counts from before this panel was drawn anew; go on from there.
    panel.count = Math.max(panel.count, panel.ack)
    paint()
    settle()
    const heard = panel.count <= panel.ack ? panel.sentAt : -1
    flush()
    player.heard(heard)
    if (!panel.waiting && !unanswered()) window.criteriaLive?.settle()
  }

  // --- a move is kept in the tab until its answer has reached the address bar ---------------------------------------------------
  panel.state = () => document.querySelector('[data-place="verdict"]')?.dataset.of
  const moving = () => panel.dragging && performance.now() - panel.movedAt < REST

  // made: the address at which somebody moved; `address` is that of now.
  function keep(made = location.search) {
    const held = { address: location.search, made, problem: panel.problem, profile: panel.profile, points: points() }
    panel.kept = held
    try {
      sessionStorage.setItem(KEPT, JSON.stringify(held))
    } catch { /* a browser that forbids storage: the move is sent all the same */ }
  }

  function settle() {
    clearTimeout(panel.settling)
    if (panel.pending || panel.count > panel.ack || panel.dragging) {
      if (panel.kept && panel.kept.address !== location.search) keep(panel.kept.made)
      return
    }
    clearTimeout(panel.doubt)
    if (panel.kept && panel.kept.address !== location.search) return drop() // the address has followed, or somebody went Back
    panel.settling = setTimeout(() => {
      if (panel.pending || panel.count > panel.ack || panel.dragging) return
      if (!answered()) return settle()
      drop()
    }, SETTLED_AFTER)
  }

  function drop() {
    clearTimeout(panel.settling)
    panel.kept = null
    try { sessionStorage.removeItem(KEPT) } catch { /* nothing was kept */ }
  }

  // The address follows the panel's answer: a line that was cut between the two has not brought it.
  function answered() {
    const app = document.querySelector("[data-test-connection-state]")?.dataset
    return !app || (app.testConnectionState === "CONNECTED" && app.testScriptState === "notRunning")
  }

  // Long computations may take their time; a server that is idle and has not answered does not know this panel. Where its page was left
  // in the same instant, the page that is there now brings the move along.
  function doubt(since = performance.now()) {
    clearTimeout(panel.doubt)
    panel.doubt = setTimeout(() => {
      if (panel.count <= panel.ack) return
      const left = !root.isConnected && answered()
      const long = performance.now() - since > DOUBT_AFTER
      if (left || long) document.dispatchEvent(new CustomEvent("criteria-unanswered"))
      if (!left) doubt(long ? undefined : since)
    }, LEFT_EVERY)
  }

  // --- the only arithmetic: the share of each node, as the engine computes it -----------------------------------------
  function shares() {
    const children = (id) => panel.nodes.filter((node) => node.parent === id)
    const counted = (node) => (node.leaf || children(node.id).some((child) => counted(child) > 0) ? node.points : 0)
    const found = new Map()
    const share = (id, weight) => {
      const siblings = children(id)
      const counts = siblings.map(counted)
      const largest = Math.max(...counts)
      const parts = counts.map((count) => (largest > 0 ? count / largest : 0))
      const total = exactSum(parts)
      siblings.forEach((node, index) => {
        const mine = total > 0 ? (weight * parts[index]) / total : 0
        found.set(node.id, mine)
        if (!node.leaf) share(node.id, mine)
      })
    }
    share("", 1)
    return found
  }

  // --- drawing ------------------------------------------------------------------------------------------------------------
  function element(name, className, text) {
    const made = document.createElement(name)
    if (className) made.className = className
    if (text !== undefined) made.textContent = text
    return made
  }

  function build() {
    root.replaceChildren()
    panel.rows.clear()
    const head = element("div", "head")
    head.append(element("span", "heading", panel.words.heading))
    panel.changed = element("span", "changed")
    panel.reset = element("button", "reset", panel.words.reset)
    panel.reset.type = "button"
    panel.reset.addEventListener("click", () => {
      if (panel.reset.getAttribute("aria-disabled") === "true") return
      panel.nodes.forEach((node) => { node.points = node.base })
      paint()
      queue(true)
    })
    const right = element("span", "right")
    panel.steps = historySteps(panel.words, false)
    right.append(panel.changed, ...panel.steps.buttons, panel.reset)
    head.append(right)
    root.append(head)
    panel.offline = element("div", "nothing", panel.words.offline)
    panel.offline.setAttribute("role", "status")
    panel.offline.hidden = true
    root.append(panel.offline)
    panel.nothing = element("div", "nothing", panel.words.nothing)
    panel.nothing.setAttribute("role", "status")
    root.append(panel.nothing)
    panel.nodes.forEach((node) => root.append(row(node)))
  }

  function row(node) {
    const box = element("div", "row depth" + Math.min(node.depth, 3))
    box.style.setProperty("--group", node.colour)
    box.title = node.title
    const line = element("div", "line")
    if (!node.leaf) {
      const toggle = element("button", "toggle")
      toggle.type = "button"
      toggle.setAttribute("aria-label", panel.words.open.replace("{name}", node.name))
      toggle.addEventListener("click", () => {
        panel.open.has(node.id) ? panel.open.delete(node.id) : panel.open.add(node.id)
        paint()
      })
      line.append(toggle)
      box.toggle = toggle
    }
    const name = element("span", "name", node.name)
    const percent = element("span", "percent")
    const typed = element("input", "typed")
    typed.type = "number"
    typed.min = "0"
    typed.max = String(panel.most)
    typed.step = "any"
    typed.setAttribute("aria-label", panel.words.points.replace("{name}", node.name))
    line.append(name, percent, typed)
    const track = element("div", "track")
    const tick = element("span", "tick")
    const slider = element("input", "slider")
    slider.type = "range"
    slider.min = "0"
    slider.max = String(panel.top)
    slider.step = "1"
    slider.setAttribute("aria-label", node.name)
    track.append(tick, slider)
    box.append(line, track)

    slider.addEventListener("pointerenter", () => { if (!panel.dragging) player.want(node.id, points()) })
    slider.addEventListener("pointerleave", () => player.leave())
    slider.addEventListener("focus", () => player.want(node.id, points(), true))
    slider.addEventListener("pointerdown", () => {
      panel.dragging = true
      player.want(node.id, points(), true)
    })
    slider.addEventListener("input", () => {
      node.points = Number(slider.value)
      panel.last = node.id
      panel.undrawn = true
      later()
    })
    slider.addEventListener("change", () => {
      panel.dragging = false
      node.points = Number(slider.value)
      draw()
      queue(true)
    })
    typed.addEventListener("change", () => {
      const value = Number(typed.value)
      if (typed.value.trim() !== "" && Number.isFinite(value) && value >= 0 && value <= panel.most) node.points = value
      paint(true)
      queue(true)
    })
    panel.rows.set(node.id, { box, percent, typed, slider, tick })
    return box
  }

  function hide(place, hidden) {
    if (place.hidden !== hidden) place.hidden = hidden
  }

  function style(place, name, value) {
    if (place.style.getPropertyValue(name) !== value) place.style.setProperty(name, value)
  }

  // While a slider is dragged once a frame, however many moves come before it. A key press is drawn by "change", which follows at once.
  function later() {
    if (panel.dragging) panel.frame ??= requestAnimationFrame(draw)
    else setTimeout(() => { if (panel.undrawn) draw() })
  }

  // Streamlit hands a finished move on a moment after "change": what is drawn at once does not hold it up, and is in the next frame.
  function draw() {
    cancelAnimationFrame(panel.frame)
    panel.frame = null
    panel.undrawn = false
    paint()
    const played = play()
    if (!played && panel.last !== undefined) player.missed(panel.last, points())
    // A key press is a finished move, which "change" has sent.
    if (panel.dragging && played) hold()
    else if (panel.dragging) queue(false)
  }

  function paint(rewrite) {
    const share = shares()
    const byId = new Map(panel.nodes.map((node) => [node.id, node]))
    let changed = 0
    for (const node of panel.nodes) {
      const row = panel.rows.get(node.id)
      const moved = node.points !== node.base
      changed += moved ? 1 : 0
      say(row.percent, percentText(share.get(node.id)))
      const shown = String(node.points)
      if (row.typed.value !== shown && (rewrite || root.getRootNode().activeElement !== row.typed)) row.typed.value = shown
      const onSlider = Math.min(node.points, panel.top)
      if (Number(row.slider.value) !== onSlider) row.slider.value = String(onSlider)
      style(row.slider, "--filled", (100 * onSlider) / panel.top + "%")
      put(row.slider, "aria-valuetext", shown + ", " + row.percent.textContent)
      style(row.tick, "--at", String(Math.min(node.base, panel.top) / panel.top))
      row.box.classList.toggle("moved", moved)
      let hidden = false
      for (let up = node.parent; up; up = byId.get(up).parent) hidden = hidden || !panel.open.has(up)
      hide(row.box, hidden)
      if (row.box.toggle) put(row.box.toggle, "aria-expanded", String(panel.open.has(node.id)))
    }
    say(panel.changed, changed ? panel.words.changed.replace("{count}", String(changed)) : "")
    // Not hidden and not disabled: either would take the focus away from somebody who just pressed it.
    put(panel.reset, "aria-disabled", String(changed === 0))
    panel.steps?.see()
    hide(panel.nothing, [...share.values()].some((value) => value > 0))
  }

  window.navigation?.addEventListener("currententrychange", () => { panel.steps?.see(); if (panel.kept) settle() })
  hearOffers(root, (id, points) => {
    const byId = new Map(panel.nodes.map((one) => [one.id, one]))
    const node = byId.get(id)
    if (!node) return false
    node.points = points
    for (let up = node.parent; up; up = byId.get(up).parent) panel.open.add(up) // the slider that moved is in sight
    paint(true)
    queue(true)
    return true
  }, WAIT_AT_MOST)
  document.addEventListener("criteria-connection", (event) => { if (panel.offline) panel.offline.hidden = event.detail })

  // --- playing back what the slider's steps draw, ahead of the server's answer ---------------------------------------------------
  function points() {
    return Object.fromEntries(panel.nodes.map((node) => [node.id, node.points]))
  }

  function play() {
    const played = panel.last !== undefined && player.play(panel.last, points())
    if (played) told(false)
    if (played && !panel.ahead) {
      panel.ahead = true
      // What is of an earlier step steps back, in the frame after that of the bars.
      inNextFrame(() => document.documentElement.toggleAttribute("data-ahead", panel.ahead))
      setTimeout(followed, LOOK_EVERY)
    }
    return played
  }

  const unanswered = () => Boolean(panel.held || panel.pending || panel.count > panel.ack)

  // After what is there by now is painted.
  const inNextFrame = (act) => requestAnimationFrame(() => setTimeout(act))

  // Until headline and shares are of these importances as well.
  function followed() {
    const verdict = document.querySelector(".c-verdict")
    if (root.isConnected && (unanswered() || (verdict && verdict.dataset.query !== panel.query))) return setTimeout(followed, LOOK_EVERY)
    panel.ahead = false
    document.documentElement.toggleAttribute("data-ahead", false)
    told(false)
  }

  // Whether the headline is of what the bars show, ahead of all else.
  function told(is) {
    if (panel.told !== is) document.documentElement.toggleAttribute("data-told", (panel.told = is))
  }

  // --- the headline of what the bars play back, asked for alone -----------------------------------------------------------------
  const alone = () => player.has(panel.last, points()) && headline.has(panel.session, panel.state())

  async function askHeadline() {
    panel.askedAt = performance.now()
    const asked = JSON.stringify(points())
    const still = () => unanswered() && JSON.stringify(points()) === asked
    const shown = await headline.ask({ session: panel.session, revision: panel.revision, points: points(), of: panel.state() }, still)
    if (shown) panel.shownFor = asked
    if (shown && still() && !moving()) told(true)
  }

  // While the bars play back, the headline is asked for again and again, and the whole page when the slider rests, or once a second where there
  // is no headline alone: headline and bars must not speak of two importances for long.
  function hold() {
    panel.held = true
    keep()
    clearTimeout(panel.resting)
    panel.movedAt = performance.now()
    if (alone()) {
      if (panel.movedAt - panel.askedAt > FOLLOW_ALONE) askHeadline()
    } else if (panel.movedAt - panel.sentAt > FOLLOW) return queue(false)
    panel.resting = setTimeout(() => queue(false), REST)
  }

  player.replaced = () => { if (panel.ahead && !player.answered(points())) play() }
  player.arrived = (node) => {
    root.dataset.travel = node
    if (panel.dragging || panel.count > panel.ack) play()
  }

  // --- sending ------------------------------------------------------------------------------------------------------------
  function queue(committed) {
    // A finished move must not be overtaken by an unfinished one that was still waiting.
    clearTimeout(panel.resting)
    panel.held = false
    keep()
    panel.pending = { committed: committed || Boolean(panel.pending && panel.pending.committed && !panel.dragging) }
    if (!alone()) return handOver()
    // The browser paints the headline by itself, before the answer of the whole page keeps it busy.
    panel.waiting ??= setTimeout(handOver, HEADLINE_WITHIN)
    inNextFrame(async () => {
      if (!panel.waiting) return
      await askHeadline()
      if (panel.waiting) handOver()
    })
  }

  function handOver() {
    clearTimeout(panel.waiting)
    panel.waiting = null
    flush()
  }

  // Who goes on to something else has moved before: the page hears of it first.
  const elsewhere = (event) => {
    if (!root.isConnected) return hearElsewhere("removeEventListener")
    if (panel.waiting && !event.composedPath().includes(root)) handOver()
  }
  function hearElsewhere(how) {
    for (const kind of ["pointerover", "pointerdown", "keydown", "focusin", "click"]) document[how](kind, elsewhere, true)
  }
  hearElsewhere("addEventListener")

  function flush() {
    if (!panel.pending) return
    const waited = performance.now() - panel.sentAt
    if (panel.count > panel.ack && waited < WAIT_AT_MOST) {
      clearTimeout(panel.timer)
      panel.timer = setTimeout(flush, WAIT_AT_MOST - waited + 1)
      return
    }
    const { committed } = panel.pending
    panel.pending = null
    panel.count += 1
    panel.sentAt = performance.now()
    player.sent(panel.sentAt)
    doubt()
    panel.send({ session: panel.session, revision: panel.revision, count: panel.count, committed, played: player.has(panel.last, points()), told: panel.shownFor === JSON.stringify(points()), points: points() })
  }

  return panel
}
