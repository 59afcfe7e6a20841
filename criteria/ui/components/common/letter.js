// Hands a letter to the code that fills the places of the page, which may arrive after it. What it brought is forgotten when the page is left.
export default function ({ data, parentElement }) {
  const open = () => window.criteriaLive.open(data)
  if (window.criteriaLive) open()
  else document.addEventListener("criteria-live", open, { once: true })
  return () => {
    document.removeEventListener("criteria-live", open)
    if (!parentElement.isConnected) window.criteriaLive?.forget(data)
  }
}
