/** What a device is told about the app before it installs it. */
export const manifest = {
  id: '/',
  name: 'Balas',
  short_name: 'Balas',
  description: 'The team inbox for WhatsApp',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  theme_color: '#0c1a17',
  background_color: '#0c1a17',
  icons: [
    { src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml' },
    { src: '/icons/192.png', sizes: '192x192', type: 'image/png' },
    { src: '/icons/512.png', sizes: '512x512', type: 'image/png' },
    { src: '/icons/maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
}
