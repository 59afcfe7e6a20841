// Copies the page's address with the present scenario; where the browser forbids it, shows the address to copy by hand.
export default function (component) {
  const { data, parentElement } = component
  const button = parentElement.querySelector(".copy")
  // The verdict carries the present scenario; it follows the sliders, which this button is not told of.
  const present = () => document.querySelector("[data-query]")?.dataset.query ?? data.query
  if (!button.shownUntil || performance.now() > button.shownUntil) button.textContent = data.words.copy
  button.onclick = async () => {
    const address = window.location.origin + window.location.pathname + "?" + present()
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
