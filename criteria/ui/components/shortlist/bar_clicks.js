// Hears clicks, Enter and the space bar on whatever carries a candidate's identifier, and passes it on; with Shift, Ctrl or ⌘ the one that is
// open is compared with it. `tendDrawer` is that of drawer.js, which is sent in front of this.
export default function (component) {
  const { setTriggerValue } = component
  const drawer = tendDrawer()
  const listen = (event) => {
    const row = event.target.closest ? event.target.closest("[data-candidate]") : null
    if (!row) return
    setTriggerValue(event.shiftKey || event.ctrlKey || event.metaKey ? "against" : "candidate", row.dataset.candidate)
    drawer.opened(row.dataset.candidate)
  }
  const pressed = (event) => {
    if ((event.key !== "Enter" && event.key !== " ") || !event.target.matches?.("[data-candidate]")) return
    event.preventDefault()
    listen(event)
  }
  document.addEventListener("click", listen, true)
  document.addEventListener("keydown", pressed, true)
  return () => {
    drawer.stop()
    document.removeEventListener("click", listen, true)
    document.removeEventListener("keydown", pressed, true)
  }
}
