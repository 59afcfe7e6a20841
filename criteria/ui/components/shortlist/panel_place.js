// Where the importance panel stands. Its code is that of panel_code.js, which may arrive after it.
export default function (component) {
  const draw = () => window.criteriaImportancePanel(component)
  if (window.criteriaImportancePanel) return draw()
  document.addEventListener("criteria-importance-panel", draw, { once: true })
  return () => document.removeEventListener("criteria-importance-panel", draw)
}
