// One comparison at a time, and all of them at a glance. Python holds the answers; this asks, and passes on what was chosen.

const READING = 1100 // ms for which the words of a tap stand before the next question; the answer itself is sent at once
const LEVELS = [9, 8, 7, 6, 5, 4, 3, 2, 1, -2, -3, -4, -5, -6, -7, -8, -9]

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const root = parentElement.querySelector(".ask")
  root.send = (answer) => setTriggerValue("answer", { ...answer, who: root.data.who, node: root.data.node, pair: root.data.pair })
  root.next = data
  const rest = (root.heldUntil ?? 0) - performance.now()
  clearTimeout(root.holding)
  if (rest > 0) root.holding = setTimeout(() => show(root), rest)
  else show(root)
}

function show(root) {
  const data = root.next
  // Drawn only when something changed: whoever is on the scale with the keyboard stays where they are.
  const shape = JSON.stringify(data)
  if (root.shape === shape) return
  const first = root.shape === undefined
  root.shape = shape
  root.data = data
  draw(root, data)
  if (first) bringIntoView(root)
}

// Whoever chose this way below the question finds it on the screen; at the top of the page nothing moves.
function bringIntoView(root) {
  const { top, bottom } = root.getBoundingClientRect()
  root.style.scrollMarginTop = "5rem" // the head of the page lies over what is scrolled
  if (bottom < 0 || top > innerHeight || top < 0) root.scrollIntoView({ block: "start" })
}

function element(name, className, text) {
  const made = document.createElement(name)
  if (className) made.className = className
  if (text !== undefined) made.textContent = text
  return made
}

function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (_, name) => (name in values ? values[name] : ""))
}

// The more important one is named first.
function inWords(words, level, first, second) {
  if (level === 1) return fill(words.equal, { first, second })
  const strength = words.levels[Math.abs(level)]
  return level > 1 ? fill(words.more, { first, second, strength }) : fill(words.more, { first: second, second: first, strength })
}

function draw(root, data) {
  const held = root.getRootNode().activeElement
  const focus = held && root.contains(held) ? held.dataset.focus : null
  const { words } = data
  root.replaceChildren()
  root.style.setProperty("--first", data.first.colour)
  root.style.setProperty("--second", data.second.colour)

  const top = element("div", "top")
  top.append(element("span", "count", data.progress))
  const bar = element("div", "bar")
  bar.setAttribute("role", "progressbar")
  bar.setAttribute("aria-label", data.progress)
  bar.setAttribute("aria-valuemin", "0")
  bar.setAttribute("aria-valuemax", String(data.total))
  bar.setAttribute("aria-valuenow", String(data.answered))
  const done = element("i")
  done.style.width = (100 * data.answered) / Math.max(data.total, 1) + "%"
  bar.append(done)
  top.append(bar)
  root.append(top, element("h3", "question", data.question))

  const sides = element("div", "sides")
  for (const [name, side] of [["first", data.first], ["second", data.second]]) {
    const box = element("div", "side " + name)
    box.append(element("b", "", side.name))
    if (side.hint) box.append(element("small", "", side.hint))
    sides.append(box)
    if (name === "first") sides.append(element("span", "or", words.or))
  }
  root.append(sides)

  const scale = element("div", "scale")
  scale.setAttribute("role", "radiogroup")
  scale.setAttribute("aria-label", data.question)
  const said = element("p", "said")
  said.setAttribute("role", "status")
  const present = data.level === null ? (data.other || words.blank) : inWords(words, data.level, data.first.name, data.second.name)
  said.textContent = present
  const buttons = LEVELS.map((level) => {
    const button = element("button", "level " + (level > 1 ? "first" : level < 0 ? "second" : "equal"))
    button.append(element("span", "", String(Math.abs(level))))
    const degree = words.degrees[Math.abs(level)]
    if (degree) button.append(element("small", "", degree))
    button.type = "button"
    button.dataset.focus = "level"
    button.dataset.level = String(level)
    button.setAttribute("role", "radio")
    button.setAttribute("aria-checked", String(data.level === level))
    button.setAttribute("aria-label", inWords(words, level, data.first.name, data.second.name))
    button.tabIndex = data.level === level || (data.level === null && level === 1) ? 0 : -1
    button.addEventListener("click", (event) => {
      root.restX = event.clientX
      root.restY = event.clientY
      if (root.tapped) chosen(button)
      root.send({ act: "judge", level })
    })
    const tried = () => {
      const sentence = button.getAttribute("aria-label")
      said.textContent = level === data.level ? present : fill(data.level === null && !data.other ? words.untried : words.trial, { sentence })
      said.classList.add("trial")
    }
    button.addEventListener("pointerdown", (event) => { root.tapped = event.pointerType === "touch" })
    button.addEventListener("focus", () => { if (!root.restoring) tried() })
    // A pointer that rests where the last answer was given has chosen nothing in this question.
    button.addEventListener("pointermove", (event) => { if (event.clientX !== root.restX || event.clientY !== root.restY) tried() })
    button.addEventListener("pointerleave", () => { said.textContent = present; said.classList.remove("trial") })
    return button
  })
  // A finger sees no words before it taps. They stand for a moment; another tap meanwhile corrects this same answer.
  const chosen = (button) => {
    root.heldUntil = performance.now() + READING
    buttons.forEach((one) => one.setAttribute("aria-checked", String(one === button)))
    said.textContent = fill(words.taken, { sentence: button.getAttribute("aria-label") })
    said.classList.remove("trial")
    said.classList.add("taken")
  }
  scale.addEventListener("keydown", (event) => {
    root.tapped = false
    const step = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key]
    const here = buttons.indexOf(event.target)
    if (step && here >= 0) {
      event.preventDefault()
      const next = buttons[Math.min(Math.max(here + step, 0), buttons.length - 1)]
      buttons.forEach((button) => { button.tabIndex = button === next ? 0 : -1 })
      next.focus()
    }
  })
  const side = (name, about) => {
    const title = element("div", "end " + name, fill(words.end, { name: about.name }))
    title.setAttribute("aria-hidden", "true") // each button's own name says it whole
    return title
  }
  const middle = LEVELS.indexOf(1)
  scale.append(side("first", data.first), ...buttons.slice(0, middle + 1), side("second", data.second), ...buttons.slice(middle + 1))
  const ends = element("div", "ends")
  ends.append(element("span", "", fill(words.end, { name: data.first.name })), element("span", "", fill(words.end, { name: data.second.name })))
  const degrees = element("div", "degrees")
  degrees.setAttribute("aria-hidden", "true")
  for (const level of LEVELS.filter((one) => one % 2)) degrees.append(element("span", "", words.degrees[Math.abs(level)]))
  root.append(scale, degrees, ends, said)

  const acts = element("div", "acts")
  for (const [act, label, usable] of [
    ["back", words.back, data.number > 1],
    ["skip", data.level === null && !data.other ? words.skip : words.next, data.number < data.total],
    ["clear", words.clear, data.level !== null || Boolean(data.other)],
  ]) {
    const button = element("button", "act", label)
    button.type = "button"
    button.dataset.focus = act
    button.disabled = !usable
    button.addEventListener("click", () => { root.heldUntil = 0; root.send({ act }) })
    acts.append(button)
  }
  root.append(acts)
  if (data.matrix) root.append(matrix(root, data))

  if (focus) {
    const again = focus === "level" ? buttons.find((button) => button.tabIndex === 0) : root.querySelector(`[data-focus="${focus}"]`)
    root.restoring = true  // the focus goes back to where it was; nobody has tried a button of this question yet
    if (again && !again.disabled) again.focus()
    root.restoring = false
  }
}

function matrix(root, data) {
  const box = element("details", "all")
  box.open = root.matrixOpen !== undefined ? root.matrixOpen : true
  box.addEventListener("toggle", () => { root.matrixOpen = box.open })
  box.append(element("summary", "", data.words.glance))
  const scroll = element("div", "scroll")
  const table = element("table")
  const head = element("tr")
  head.append(element("td"))
  data.matrix.names.forEach((name, j) => {
    const cell = element("th", "", String(j + 1))
    cell.scope = "col"
    cell.title = name
    head.append(cell)
  })
  table.append(head)
  data.matrix.rows.forEach((row, i) => {
    const line = element("tr")
    const name = element("th", "name", i + 1 + " " + data.matrix.names[i])
    name.scope = "row"
    line.append(name)
    row.forEach((cell, j) => {
      const place = element("td")
      if (cell.pair === null) {
        place.textContent = "1"
        place.className = "diagonal"
      } else {
        const button = element("button", "cell" + (cell.misfit ? " misfit" : "") + (cell.pair === data.number - 1 ? " here" : "") + (cell.blank ? " blank" : ""), cell.text)
        button.type = "button"
        button.dataset.focus = "cell-" + i + "-" + j
        button.setAttribute("aria-label", fill(data.words.goto, { first: data.matrix.names[i], second: data.matrix.names[j], value: cell.text }))
        button.addEventListener("click", () => { root.heldUntil = 0; root.send({ act: "go", to: cell.pair }) })
        place.append(button)
      }
      line.append(place)
    })
    table.append(line)
  })
  scroll.append(table)
  box.append(scroll)
  return box
}
