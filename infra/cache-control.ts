/** For files whose names change with what is in them: a browser that has one need never ask again. */
export const forever = 'public, max-age=31536000, immutable'
