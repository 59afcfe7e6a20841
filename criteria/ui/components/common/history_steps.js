// Two buttons that go Back and Forward in the browser's own history, as the keys for undo and redo do. They are faint and not disabled where
// there is nothing to undo: disabled, the one that was just pressed would lose the focus.

function historySteps(words, withWords) {
  const buttons = [["undo", -1, "↶"], ["redo", 1, "↷"]].map(([name, by, sign]) => {
    const button = document.createElement("button")
    button.type = "button"
    button.className = "step"
    button.by = by
    button.textContent = withWords ? sign + " " + words[name] : sign
    button.title = words[name]
    button.setAttribute("aria-label", words[name])
    button.addEventListener("click", () => window.criteriaHistory?.go(by))
    return button
  })
  const see = () => {
    for (const button of buttons) {
      const disabled = String(!window.criteriaHistory?.can(button.by))
      if (button.getAttribute("aria-disabled") !== disabled) button.setAttribute("aria-disabled", disabled)
    }
  }
  return { buttons, see }
}
