// Keeps the page and the server of one mind: after a lost connection, a restart or a reload the page asks for a whole run, and brings
// along what its panel shows and nobody has answered. Undo and redo by keyboard.

const KEPT = "criteria-unanswered" // in the tab's own storage: the last move of the panel until its answer has reached the address bar
const LEAVING = "criteria-leaving" // the same, as it stood when the page was about to be left: its answer may come after that

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const root = parentElement.querySelector("span")
  const steady = root.steady || (root.steady = createSteady())
  steady.send = (value) => setTriggerValue("resume", value)
  steady.see = (value) => setTriggerValue("view", value)
  steady.update(data)
  return () => { if (!root.isConnected) steady.stop() }
}

function createSteady() {
  const steady = { token: null, left: false, moved: false }
  const besides = [preparePaper(), createAnnouncer(), followViews((view) => steady.see(view)), sortTables(), keepClicks()]
  const app = () => document.querySelector("[data-test-connection-state]")
  const connected = () => (app()?.dataset.testConnectionState ?? "CONNECTED") === "CONNECTED"

  function kept(name = KEPT) {
    try {
      return JSON.parse(sessionStorage.getItem(name))
    } catch {
      return null
    }
  }

  // The move that was made here; `left`: as the former self of a page that is loaded again had it, whose address came back without it.
  function resume(left) {
    const held = kept()
    const mine = held && held.address === location.search ? held : left ?? null
    if (held && mine !== held) sessionStorage.removeItem(KEPT)
    steady.send({ token: steady.token, address: location.search, moved: steady.moved, kept: mine })
  }

  steady.update = (data) => {
    const first = steady.token === null
    steady.token = data.token
    steady.moved = false
    // A page that was loaded again brings along the move that its former self could not hand over.
    if (!first) return
    const left = kept(LEAVING)
    if (left) sessionStorage.removeItem(LEAVING)
    const reloaded = performance.getEntriesByType("navigation")[0]?.type === "reload"
    const again = reloaded && left?.at.includes(location.search) ? left : null
    if (again || kept()?.address === location.search) setTimeout(resume, 0, again)
  }

  // The browser loads the address of this very moment, or of a moment before: one that the answer writes now is written too late.
  const leaving = () => {
    const held = kept()
    if (held) sessionStorage.setItem(LEAVING, JSON.stringify({ ...held, at: [held.made, location.search] }))
    else if (kept(LEAVING)) sessionStorage.removeItem(LEAVING)
  }

  // A move whose answer has reached the address bar is done: the former address, opened again, is that address alone.
  const hidden = () => {
    const held = kept()
    if (held && held.address !== location.search) sessionStorage.removeItem(KEPT)
  }

  // --- the connection -------------------------------------------------------------------------------------------------------
  const watcher = new MutationObserver(() => {
    const here = connected()
    if (here && steady.left) setTimeout(resume, 0)
    if (here === steady.left) document.dispatchEvent(new CustomEvent("criteria-connection", { detail: here }))
    steady.left = !here
  })
  if (app()) watcher.observe(app(), { attributes: true, attributeFilter: ["data-test-connection-state"] })
  const unanswered = () => {
    if (connected() && app()?.dataset.testScriptState !== "running") resume()
  }
  const travelled = () => { steady.moved = true }

  // --- undo and redo: the steps of the browser's own history that stay on this page ----------------------------------------------
  const entry = (by) => window.navigation?.entries()[window.navigation.currentEntry.index + by]
  const can = (by) => {
    const there = entry(by)
    return Boolean(there) && new URL(there.url).pathname === location.pathname && new URL(there.url).search !== location.search
  }
  window.criteriaHistory = { can, go: (by) => { if (can(by)) history.go(by) } }
  const key = (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return
    const field = event.composedPath()[0]
    const writes = field?.isContentEditable || field?.tagName === "TEXTAREA" ||
      (field?.tagName === "INPUT" && !["range", "checkbox", "radio", "button"].includes(field.type))
    // A menu keeps the focus after a choice: while its list is closed nothing is being typed there.
    const closed = field?.getAttribute?.("role") === "combobox" && field.getAttribute("aria-expanded") === "false"
    const typing = writes && !closed
    if (typing) return
    const name = event.key.toLowerCase()
    const by = name === "z" ? (event.shiftKey ? 1 : -1) : name === "y" && !event.shiftKey ? 1 : 0
    if (!by || !can(by)) return
    event.preventDefault()
    history.go(by)
  }
  document.addEventListener("criteria-unanswered", unanswered)
  window.addEventListener("popstate", travelled)
  window.addEventListener("beforeunload", leaving)
  window.addEventListener("pagehide", hidden)
  document.addEventListener("keydown", key)
  steady.stop = () => {
    besides.forEach((stop) => stop())
    watcher.disconnect()
    document.removeEventListener("criteria-unanswered", unanswered)
    window.removeEventListener("popstate", travelled)
    window.removeEventListener("beforeunload", leaving)
    window.removeEventListener("pagehide", hidden)
    document.removeEventListener("keydown", key)
  }
  return steady
}
