// Before printing: figures are fitted into the width of the paper, what is folded and belongs on paper is opened, the date is today's.
// After it everything is as it was.
function preparePaper() {
  const figures = () => document.querySelectorAll(".js-plotly-plot .svg-container")
  const opened = []

  const before = () => {
    for (const figure of figures()) {
      const { offsetWidth: width, offsetHeight: height } = figure
      if (!width || !height) continue
      figure.style.setProperty("--paper-width", width + "px")
      figure.style.setProperty("--paper-ratio", width + " / " + height)
      for (const drawing of figure.querySelectorAll(":scope > .main-svg")) {
        drawing.setAttribute("viewBox", "0 0 " + width + " " + height)
        drawing.setAttribute("preserveAspectRatio", "none")
      }
    }
    for (const fold of document.querySelectorAll("details.c-fold:not([open]), [class*='st-key-on-paper'] details:not([open])")) {
      fold.open = true
      opened.push(fold)
    }
    const now = new Date()
    const two = (number) => String(number).padStart(2, "0")
    const today = now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate())
    for (const date of document.querySelectorAll(".c-paper time")) date.textContent = today
  }
  const after = () => {
    for (const drawing of document.querySelectorAll(".js-plotly-plot .main-svg")) drawing.removeAttribute("viewBox")
    while (opened.length) opened.pop().open = false
  }
  const asked = (event) => { if (event.target.closest?.("[data-print]")) setTimeout(() => window.print(), 0) }
  document.addEventListener("click", asked)
  window.addEventListener("beforeprint", before)
  window.addEventListener("afterprint", after)
  return () => {
    document.removeEventListener("click", asked)
    window.removeEventListener("beforeprint", before)
    window.removeEventListener("afterprint", after)
  }
}
