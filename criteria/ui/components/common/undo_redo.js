// Undo and redo go through the browser's own history, as the keys do. Not disabled where there is nothing to undo: that would take the focus
// away from the button that was just pressed.
export default function (component) {
  const { data, parentElement } = component
  const root = parentElement.querySelector(".steps")
  if (!root.made) {
    root.made = [["undo", -1, "↶"], ["redo", 1, "↷"]].map(([name, by, sign]) => {
      const button = document.createElement("button")
      button.type = "button"
      button.className = "step"
      button.by = by
      button.append(sign + " " + data[name])
      button.setAttribute("aria-label", data[name])
      button.addEventListener("click", () => window.criteriaHistory?.go(by))
      root.append(button)
      return button
    })
  }
  const see = () => {
    for (const button of root.made) button.setAttribute("aria-disabled", String(!window.criteriaHistory?.can(button.by)))
  }
  see()
  const later = setTimeout(see, 600) // where this is drawn before the listener that knows the history
  window.navigation?.addEventListener("currententrychange", see)
  return () => {
    clearTimeout(later)
    window.navigation?.removeEventListener("currententrychange", see)
  }
}
