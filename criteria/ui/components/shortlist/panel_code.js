// Brings the code and the style of the importance panel into the page, once: the panel itself comes anew with every move, and calls them.
export default function () {
  const style = new CSSStyleSheet()
  style.replaceSync(STYLE)
  window.criteriaImportancePanel = (component) => {
    component.parentElement.adoptedStyleSheets = [style]
    drawImportancePanel(component)
  }
  document.dispatchEvent(new Event("criteria-importance-panel"))
}
