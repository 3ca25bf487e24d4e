/** A frame comes sooner; where nothing is drawn, none comes at all. Of many news, a screen is drawn so often. */
const mostMs = 100

/**
 * Hands over what came within one frame, in its order. While more keeps coming, that is done ten times a second:
 * a screen is drawn once for all of it.
 */
export function gather<News>(take: (news: News[]) => void): (one: News) => void {
  let waiting: News[] = []
  let handedAt = Number.NEGATIVE_INFINITY
  const hand = () => {
    if (waiting.length === 0) return
    const news = waiting
    waiting = []
    handedAt = performance.now()
    take(news)
  }
  return (one) => {
    waiting.push(one)
    if (waiting.length > 1) return
    const restMs = handedAt + mostMs - performance.now()
    if (restMs <= 0) requestAnimationFrame(hand)
    setTimeout(hand, restMs > 0 ? restMs : mostMs)
  }
}
