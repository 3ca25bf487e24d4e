/** Who hears of others at the same chat says so again this often. */
export const viewingEveryMs = 15_000

/** Who has not said so for so long looks no more: with the next word of the others, within 45 s, that shows. */
export const viewingLastsMs = 28_000
