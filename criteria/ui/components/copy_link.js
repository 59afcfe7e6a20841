// Copies the page's address with the present scenario; where the browser forbids it, shows the address to copy by hand.
export default function (component) {
  const { data, parentElement } = component
  const button = parentElement.querySelector(".copy")
  const address = window.location.origin + window.location.pathname + "?" + data.query
  if (!button.shownUntil || performance.now() > button.shownUntil) button.textContent = data.words.copy
  button.onclick = async () => {
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
