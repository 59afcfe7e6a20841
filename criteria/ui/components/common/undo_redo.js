// Undo and redo as buttons with words. `historySteps` is that of history_steps.js, which is sent in front of this.
export default function (component) {
  const { data, parentElement } = component
  const root = parentElement.querySelector(".steps")
  if (!root.steps) {
    root.steps = historySteps(data, true)
    root.append(...root.steps.buttons)
  }
  const see = root.steps.see
  see()
  const later = setTimeout(see, 600) // where this is drawn before the listener that knows the history
  window.navigation?.addEventListener("currententrychange", see)
  return () => {
    clearTimeout(later)
    window.navigation?.removeEventListener("currententrychange", see)
  }
}
