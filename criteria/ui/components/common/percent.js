// A share as per cent, sign for sign as `percent` of `criteria/model/number.py` writes it, and the exactly rounded sum of Python's `math.fsum`:
// a test runs both sides over many shares.

function percentText(share) {
  const value = 100 * share
  if (value === 0 || value === 100) return value + "%"
  if (value >= 99.5) return "> 99%"
  if (value >= 9.95) return fixed(value, 0) + "%"
  return value >= 0.05 ? fixed(value, 1) + "%" : "< 0.1%"
}

// The value with so many decimals. `toFixed` rounds an exact half up; Python rounds it to the even digit.
function fixed(value, digits) {
  const rounded = value.toFixed(digits)
  const rest = value.toFixed(80).split(".")[1].slice(digits) // 80 decimals hold every share exactly
  if (!/^50*$/.test(rest) || Number(rounded.at(-1)) % 2 === 0) return rounded
  return (value - 0.5 / 10 ** digits).toFixed(digits)
}

// Shewchuk (1997): the partial sums do not overlap, so that together they hold the sum exactly.
function exactSum(values) {
  const partials = []
  for (const value of values) {
    let x = value
    let kept = 0
    for (let y of partials) {
      if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x]
      const high = x + y
      const low = y - (high - x)
      if (low) partials[kept++] = low
      x = high
    }
    partials.splice(kept, partials.length, x)
  }
  let high = partials.pop() ?? 0
  while (partials.length) {
    const x = high
    const y = partials.pop()
    high = x + y
    const low = y - (high - x)
    if (!low) continue
    // A half is rounded the way that what lies below it points.
    const below = partials.at(-1) ?? 0
    const rounded = high + 2 * low
    if (low * below > 0 && rounded - high === 2 * low) high = rounded
    break
  }
  return high
}
