// A press on a button that moves while it is pressed still counts. What is drawn above it can push it away from under the pointer between
// pressing and releasing; the browser then clicks on nothing, and the act is lost although the person aimed well.
function keepClicks() {
  const CLICKED = 'button, a[href], summary, label, [role="button"], [role="radio"], [role="tab"], [role="option"], input[type="checkbox"], input[type="radio"]'
  const STILL = 4 // pixels that a hand may tremble
  let pressed = null // { target, x, y, top, left }
  const place = (element) => element.getBoundingClientRect()

  const down = (event) => {
    const target = event.button === 0 ? event.composedPath()[0].closest?.(CLICKED) : null
    pressed = target && { target, x: event.clientX, y: event.clientY, top: place(target).top, left: place(target).left }
  }
  const up = (event) => {
    const was = pressed
    pressed = null
    if (!was || event.button !== 0 || !was.target.isConnected) return
    if (event.composedPath().includes(was.target)) return // the browser clicks by itself
    if (Math.abs(event.clientX - was.x) > STILL || Math.abs(event.clientY - was.y) > STILL) return // let go elsewhere on purpose
    const now = place(was.target)
    if (now.top === was.top && now.left === was.left) return // something was laid over it
    setTimeout(() => was.target.click(), 0)
  }
  document.addEventListener("mousedown", down, true)
  document.addEventListener("mouseup", up, true)
  return () => {
    document.removeEventListener("mousedown", down, true)
    document.removeEventListener("mouseup", up, true)
  }
}
