// Hears clicks on the bars of any plotly chart of the page that carry an identifier, and passes it on.
export default function (component) {
  const { setTriggerValue } = component
  const listen = (event) => {
    const chart = event.target.closest ? event.target.closest(".js-plotly-plot") : null
    if (!chart || !chart.on) return
    if (chart.passOn) chart.removeListener("plotly_click", chart.passOn)
    chart.passOn = (click) => {
      const carried = click.points[0] && click.points[0].customdata
      if (carried && carried[0]) setTriggerValue("candidate", String(carried[0]))
    }
    chart.on("plotly_click", chart.passOn)
  }
  // A chart may be drawn anew at any time: the listener goes onto it when the pointer comes down.
  document.addEventListener("pointerdown", listen, true)
  return () => document.removeEventListener("pointerdown", listen, true)
}
