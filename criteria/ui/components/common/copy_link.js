// Copies the page's address with the present scenario; where the browser forbids it, the whole address stands selected below the button.
export default function (component) {
  const { data, parentElement } = component
  const button = parentElement.querySelector(".copy")
  // The address bar is written first of all when a slider is let go; where it is still bare, the verdict carries the scenario.
  const present = () => {
    const here = window.location.search.slice(1)
    if (new URLSearchParams(here).has("v")) return here
    return document.querySelector("[data-query]")?.dataset.query ?? data.query
  }
  const address = () => (data.place || window.location.origin + window.location.pathname) + "?" + present()
  const shown = parentElement.querySelector(".by-hand")
  if (shown && shown.value !== address()) shown.remove() // it is of the scenario before
  if (!button.shownUntil || performance.now() > button.shownUntil) button.textContent = data.words.copy
  button.onclick = async () => {
    const link = address()
    try {
      await navigator.clipboard.writeText(link)
    } catch {
      byHand(button, data.words.by_hand, link)
      return
    }
    button.textContent = data.words.copied
    button.shownUntil = performance.now() + 1600
    setTimeout(() => { button.textContent = data.words.copy }, 1650)
  }
}

function byHand(button, words, address) {
  let field = button.parentElement.querySelector("textarea")
  if (!field) {
    field = document.createElement("textarea")
    field.className = "by-hand"
    field.readOnly = true
    field.rows = 4
    button.after(field)
  }
  field.setAttribute("aria-label", words)
  field.title = words
  field.value = address
  field.focus()
  field.select()
}
