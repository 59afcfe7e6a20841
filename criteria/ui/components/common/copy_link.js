// Copies the page's address with the present scenario; where the browser forbids it, shows the address to copy by hand.
export default function (component) {
  const { data, parentElement } = component
  const button = parentElement.querySelector(".copy")
  // The address bar is written first of all when a slider is let go; where it is still bare, the verdict carries the scenario.
  const present = () => {
    const here = window.location.search.slice(1)
    if (new URLSearchParams(here).has("v")) return here
    return document.querySelector("[data-query]")?.dataset.query ?? data.query
  }
  if (!button.shownUntil || performance.now() > button.shownUntil) button.textContent = data.words.copy
  button.onclick = async () => {
    const address = (data.place || window.location.origin + window.location.pathname) + "?" + present()
    try {
      await navigator.clipboard.writeText(address)
    } catch {
      window.prompt(data.words.by_hand, address)
      return
    }
    button.textContent = data.words.copied
    button.shownUntil = performance.now() + 1600
    setTimeout(() => { button.textContent = data.words.copy }, 1650)
  }
}
