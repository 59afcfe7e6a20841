// Carries the travel of a slider from the server to the panel, and the panel's wish for one to the server. `travel_player.js` plays it back.
export default function (component) {
  const { data, setTriggerValue } = component
  const wanted = (event) => setTriggerValue("wanted", event.detail)
  document.addEventListener("criteria-travel-wanted", wanted)
  document.dispatchEvent(new CustomEvent("criteria-travel", { detail: data ?? null }))
  return () => document.removeEventListener("criteria-travel-wanted", wanted)
}
