// Hears clicks, Enter and the space bar on whatever carries a candidate's identifier, and passes it on. A run draws the bars anew: one
// that was pressed by keyboard gets the focus back.
const DRAWN_WITHIN = 5000 // milliseconds

export default function (component) {
  const { setTriggerValue } = component
  const listen = (event) => {
    const row = event.target.closest ? event.target.closest("[data-candidate]") : null
    if (row) setTriggerValue("candidate", row.dataset.candidate)
  }
  const pressed = (event) => {
    if ((event.key !== "Enter" && event.key !== " ") || !event.target.matches?.("[data-candidate]")) return
    event.preventDefault()
    listen(event)
    keepFocus(event.target.dataset.candidate, performance.now() + DRAWN_WITHIN)
  }
  document.addEventListener("click", listen, true)
  document.addEventListener("keydown", pressed, true)
  return () => {
    document.removeEventListener("click", listen, true)
    document.removeEventListener("keydown", pressed, true)
  }
}

function keepFocus(candidate, until) {
  const now = document.activeElement
  if (now && now !== document.body && now.dataset.candidate !== candidate) return // the reader went on
  if (!now || now === document.body) document.querySelector('[data-candidate="' + CSS.escape(candidate) + '"]')?.focus()
  if (performance.now() < until) setTimeout(() => keepFocus(candidate, until), 100)
}
