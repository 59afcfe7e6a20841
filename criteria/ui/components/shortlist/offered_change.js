// Hears presses of the buttons under the headline, each a move of one slider, for as long as the panel is on the page.
// move: takes the identifier of a criterion and its points; returns whether that slider is here.
function hearOffers(root, move, patience) {
  const pressed = (event) => {
    if (!root.isConnected) return document.removeEventListener("click", pressed)
    const button = event.target.closest?.("[data-importance]")
    if (button && move(button.dataset.importance, Number(button.dataset.points))) keepFocus(button, patience)
  }
  document.addEventListener("click", pressed)
}

// The headline is drawn anew with other buttons: the keyboard stays where it was.
function keepFocus(button, patience) {
  if (document.activeElement !== button) return
  const began = performance.now()
  const look = () => {
    const lost = document.activeElement === document.body || document.activeElement === null
    const next = document.querySelector("button[data-importance]")
    if (next && lost) return next.focus()
    const waiting = lost || document.activeElement === button
    if (waiting && performance.now() - began < patience) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
