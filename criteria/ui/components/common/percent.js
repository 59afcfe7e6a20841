// A share as per cent, sign for sign as `criteria/explain/numbers.py` writes it: a test runs both over many shares.

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
