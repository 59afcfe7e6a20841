// Hears presses on what opens a view of the page Robustness, and passes the name of the view on, so that the session goes along. A link
// that is opened in another tab gets the address of the present scenario when it is pointed at.
function followViews(send) {
  const link = (event) => event.target.closest?.("a[data-view]")
  const pressed = (event) => {
    const here = link(event)
    if (!here || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button) return
    event.preventDefault()
    send(here.dataset.view)
  }
  const pointed = (event) => {
    const here = link(event)
    const query = here?.closest("[data-query]")?.dataset.query
    if (query) here.href = "robustness?" + query + "&view=" + encodeURIComponent(here.dataset.view)
  }
  const events = [["click", pressed], ["pointerover", pointed], ["focusin", pointed]]
  for (const [name, heard] of events) document.addEventListener(name, heard)
  return () => { for (const [name, heard] of events) document.removeEventListener(name, heard) }
}
