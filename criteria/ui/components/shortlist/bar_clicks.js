// Hears clicks on whatever carries a candidate's identifier, and passes it on.
export default function (component) {
  const { setTriggerValue } = component
  const listen = (event) => {
    const row = event.target.closest ? event.target.closest("[data-candidate]") : null
    if (row) setTriggerValue("candidate", row.dataset.candidate)
  }
  document.addEventListener("click", listen, true)
  return () => document.removeEventListener("click", listen, true)
}
