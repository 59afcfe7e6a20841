// Fills the places of the page with what letters bring. All of it is markup that the server has made and escaped; nothing in it can run, the
// page's policy forbids that.
function createLive() {
  const told = new Map() // the last that letters said of each place
  const ahead = new Map() // what a place shows ahead of its letter, as long as it holds
  const SPACE = "data-nothing" // at what Streamlit puts around a place: an empty one takes no room, and no gap

  function fill(box) {
    const sooner = ahead.get(box.dataset.place)
    const { of, html } = (sooner?.of === box.dataset.of && sooner.holds() ? sooner : told.get(box.dataset.place)) ?? {}
    const mine = of === box.dataset.of ? html : ""
    if (box.shown !== mine) {
      if (mine || box.shown) box.innerHTML = mine
      box.shown = mine
    }
    box.closest('[data-testid="stElementContainer"]')?.toggleAttribute(SPACE, !mine)
  }

  const places = (root) => root.querySelectorAll("[data-place]")
  // A place may be drawn after its letter has come, or once more: in a fold that is opened, on a page that somebody comes back to.
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const added of addedNodes) {
        if (added.nodeType !== Node.ELEMENT_NODE) continue
        if (added.matches("[data-place]")) fill(added)
        places(added).forEach(fill)
      }
    }
  }).observe(document.body, { childList: true, subtree: true })
  places(document).forEach(fill)

  const refill = (wanted) => places(document).forEach((box) => { if (wanted(box.dataset.place)) fill(box) })

  // A letter that was overtaken by a later one changes nothing any more; another session counts anew.
  function open({ session, number, of, filled }) {
    for (const [place, html] of Object.entries(filled)) {
      const before = told.get(place)
      if (before?.session === session && before.number > number) continue
      told.set(place, { session, number, of, html })
    }
    refill((place) => place in filled)
  }

  function forget({ session, number, filled }) {
    for (const place of Object.keys(filled)) {
      const known = told.get(place)
      if (known?.session === session && known.number === number) told.delete(place)
    }
  }

  // what: markup, what it is about, and a function that says whether it holds.
  function show(place, what) {
    ahead.set(place, what)
    refill((one) => one === place)
  }

  function settle() {
    if (!ahead.size) return
    ahead.clear()
    refill(() => true)
  }

  return { open, forget, show, settle }
}
