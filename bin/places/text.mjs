/** A line for each outward code: `AB10 1=31:205 6=31:244,32:3`. A sector that is nowhere on the map is there without districts. */
export function asSectors(rows, districtAt) {
  const lines = new Map()
  for (const { postcode_sector: sector, district_code: code, postcodes } of rows) {
    const [outward, digit] = sector.split(' ')
    const sectors = lines.get(outward) ?? lines.set(outward, new Map()).get(outward)
    const found = sectors.get(digit) ?? sectors.set(digit, []).get(digit)
    if (code) found.push(`${districtAt.get(code)}:${postcodes}`)
  }
  const sorted = [...lines].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `${sorted.map(asLine).join('\n')}\n`
}

function asLine([outward, sectors]) {
  return [outward, ...[...sectors].map(([digit, found]) => `${digit}=${found.join()}`)].join(' ')
}

/** JSON with a line for each row, so that a change of the data can be read as one. */
export function asLines(lists) {
  return `{\n${Object.entries(lists).map(asList).join(',\n')}\n}\n`
}

function asList([name, rows]) {
  return `"${name}": [\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`
}
