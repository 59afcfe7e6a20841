// The drawer at the side: it takes the focus when a candidate is opened, Escape closes it, and the focus goes back to that candidate. Where
// it is as wide as the page, the focus stays in it. For screen readers it is a region beside the page, and a dialog where it covers the page; its
// name is what stands on top of it.
const DRAWN_WITHIN = 20000, HELD_FOR = 2000 // milliseconds; the first is for a busy server

function tendDrawer() {
  const drawer = () => document.querySelector(".st-key-drawer:has(.c-drawer.open)")
  const title = () => document.querySelector(".c-drawer.open")
  const left = () => !document.activeElement || document.activeElement === document.body // what had the focus was drawn anew
  const free = () => left() || Boolean(document.activeElement.closest(".st-key-drawer")) // nobody has moved on elsewhere
  const inFront = () => document.querySelector('[role="listbox"], [data-testid="stPopoverBody"], [role="dialog"]:not(.st-key-drawer)')
  let last = ""

  const once = (ready, act, until) => {
    if (ready()) return act()
    if (performance.now() < until) setTimeout(() => once(ready, act, until), 60)
  }

  const name = () => {
    const box = document.querySelector(".st-key-drawer"), open = drawer()
    if (!box) return
    const covers = Boolean(open) && open.getBoundingClientRect().width >= innerWidth - 1
    box.setAttribute("role", covers ? "dialog" : "complementary")
    covers ? box.setAttribute("aria-modal", "true") : box.removeAttribute("aria-modal")
    box.setAttribute("aria-labelledby", "c-drawer-name")
  }
  once(title, name, performance.now() + DRAWN_WITHIN) // opened by a link
  once(() => document.querySelector("#c-drawer-name"), name, performance.now() + DRAWN_WITHIN)

  const opened = (candidate) => {
    last = candidate
    once(
      () => title()?.dataset.looked.split(" ").includes(candidate),
      () => { if (left() || document.activeElement.dataset.candidate) title().querySelector("h2").focus({ preventScroll: true }) },
      performance.now() + DRAWN_WITHIN,
    )
  }

  // The bars may be drawn anew after the drawer is gone, and be missing for a moment: their focus is given back until nothing more is
  // drawn, or a person moves on.
  const held = (candidate, until, end) => {
    const bar = document.querySelector('.c-ranked [data-candidate="' + CSS.escape(candidate) + '"]')
    if (free()) bar?.focus({ preventScroll: true })
    const drawing = document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState === "running"
    const longer = drawing ? performance.now() + HELD_FOR : until
    const mine = free() || document.activeElement === bar
    if (mine && performance.now() < Math.min(longer, end)) setTimeout(() => held(candidate, longer, end), 60)
  }

  const closed = () => {
    const back = title()?.dataset.looked.split(" ")[0] || last
    once(() => !drawer(), () => {
      if (free()) held(back, performance.now() + HELD_FOR, performance.now() + DRAWN_WITHIN)
    }, performance.now() + DRAWN_WITHIN)
  }

  const clicked = (event) => { if (event.target.closest?.(".st-key-close-drawer button")) closed() }
  const pressed = (event) => {
    const open = drawer(), at = document.activeElement
    if (!open || event.defaultPrevented || inFront()) return
    if (event.key === "Escape" && (left() || open.contains(at) || at.dataset.candidate)) open.querySelector(".st-key-close-drawer button")?.click()
    if (event.key !== "Tab" || open.getBoundingClientRect().width < innerWidth - 1) return
    const stops = [...open.querySelectorAll('button, input, summary, a[href], [tabindex="0"]')].filter((one) => one.checkVisibility() && !one.disabled)
    const [first, end] = [stops[0], stops.at(-1)]
    const leaves = !open.contains(at) || (event.shiftKey ? at === first || at.tabIndex < 0 : at === end)
    if (!leaves) return
    event.preventDefault()
    ;(event.shiftKey ? end : first)?.focus()
  }
  document.addEventListener("click", clicked, true)
  document.addEventListener("keydown", pressed)
  document.addEventListener("focusin", name)
  globalThis.addEventListener?.("resize", name)
  const stop = () => {
    document.removeEventListener("click", clicked, true)
    document.removeEventListener("keydown", pressed)
    document.removeEventListener("focusin", name)
    globalThis.removeEventListener?.("resize", name)
  }
  return { opened, stop }
}
