// Brings the code of the live places, and code and style of the importance panel, into the page, once: letters and panel come anew with every
// move, and call them.
export default function () {
  window.criteriaLive ??= createLive()
  document.dispatchEvent(new Event("criteria-live"))
  const style = new CSSStyleSheet()
  style.replaceSync(STYLE)
  window.criteriaImportancePanel = (component) => {
    component.parentElement.adoptedStyleSheets = [style]
    drawImportancePanel(component)
  }
  document.dispatchEvent(new Event("criteria-importance-panel"))
}
