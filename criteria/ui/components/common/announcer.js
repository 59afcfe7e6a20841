// One announcement for each move: a region that stays in place says the headline once it has been quiet for a moment, so that a screen
// reader says the outcome of a drag and not every step of it. A region whose markup is replaced is not read, hence one of our own.
const QUIET = 700 // milliseconds without a change before the headline is said

function createAnnouncer() {
  const region = document.createElement("div")
  region.className = "c-hidden"
  region.setAttribute("role", "status")
  region.setAttribute("aria-atomic", "true")
  document.body.append(region)
  let said = null
  let timer = 0

  const headline = () => document.querySelector(".c-verdict h1")?.innerText.replace(/\s+/g, " ").trim() ?? ""
  const heard = () => {
    clearTimeout(timer)
    said ??= headline() || null // what the page opened with is not news
    timer = setTimeout(() => {
      const now = headline()
      if (now && now !== said) region.textContent = said = now
    }, QUIET)
  }
  const watcher = new MutationObserver(heard)
  watcher.observe(document.querySelector('[data-testid="stMain"]') ?? document.body, { childList: true, subtree: true, characterData: true })
  heard()

  // --- what opens above the page takes the focus to its content, and gives it back when it closes -----------------------------------
  const CONTENT = 'input, button, select, textarea, a[href], [tabindex="0"]'
  let opener = null
  const pressed = (event) => {
    const button = event.target.closest?.(".stPopover button, [data-testid='stPopoverButton']")
    if (!button) return
    opener = button
    setTimeout(() => {
      const body = document.querySelector('[data-testid="stPopoverBody"]')
      if (!body || body.contains(document.activeElement)) return
      const first = body.querySelector(CONTENT)
      if (!first) body.tabIndex = -1
      ;(first ?? body).focus()
    }, 250)
  }
  const closed = (event) => {
    if (event.key !== "Escape" || !opener || !document.querySelector('[data-testid="stPopoverBody"]')) return
    const back = opener
    opener = null
    setTimeout(() => { if (document.activeElement === document.body || !document.activeElement) back.focus() }, 100)
  }
  document.addEventListener("click", pressed)
  document.addEventListener("keydown", closed, true)

  return () => {
    watcher.disconnect()
    clearTimeout(timer)
    region.remove()
    document.removeEventListener("click", pressed)
    document.removeEventListener("keydown", closed, true)
  }
}
