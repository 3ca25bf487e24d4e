const size = 64
const icon = () => document.querySelector<HTMLLinkElement>('link[rel=icon]')
const plain = '/favicon.svg'

let logo: Promise<HTMLImageElement> | undefined
let wanted = 0

function loadLogo(): Promise<HTMLImageElement> {
  const image = new Image(size, size)
  image.src = plain
  return image.decode().then(() => image)
}

function drawn(image: HTMLImageElement, count: number): string | undefined {
  const canvas = document.createElement('canvas')
  canvas.width = size
  canvas.height = size
  const pen = canvas.getContext('2d')
  if (!pen) return undefined
  pen.drawImage(image, 0, 0, size, size)
  const said = count > 9 ? '9+' : String(count)
  const radius = 21
  pen.fillStyle = '#d92d20'
  pen.beginPath()
  pen.roundRect(
    said.length > 1 ? size - 54 : size - 2 * radius,
    0,
    said.length > 1 ? 54 : 2 * radius,
    2 * radius,
    radius,
  )
  pen.fill()
  pen.fillStyle = '#fff'
  pen.font = 'bold 34px system-ui, sans-serif'
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(said, said.length > 1 ? size - 27 : size - radius, radius + 2)
  return canvas.toDataURL()
}

/** How many chats wait to be read, on the tab's picture and on the installed app's. */
export async function showBadge(count: number): Promise<void> {
  wanted = count
  void navigator.setAppBadge?.(count).catch(() => {})
  const link = icon()
  if (!link) return
  if (count === 0) {
    link.type = 'image/svg+xml'
    link.href = plain
    return
  }
  logo ??= loadLogo()
  const picture = drawn(await logo, count)
  if (!picture || wanted !== count) return
  link.type = 'image/png'
  link.href = picture
}
