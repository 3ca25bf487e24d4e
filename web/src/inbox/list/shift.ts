interface Named {
  id: string
}

/** So many lines are asked: one that itself moved to the top says nothing of the others. */
const asked = 9

/** By how many lines the first one from `at` on has moved that did not rise to the top itself. */
export function shiftOf(before: Named[], after: Named[], at: number): number {
  const places = new Map(before.slice(at, at + asked).map(({ id }, offset) => [id, at + offset]))
  const shifts: number[] = []
  for (const [place, { id }] of after.entries()) {
    const was = places.get(id)
    if (was !== undefined) shifts.push(place - was)
  }
  return shifts.length ? Math.max(...shifts) : 0
}
