import { outputs } from './outputs.ts'

/** Numbers that nobody has. */
export const phoneOf = (n: number) => `6281200000${String(n).padStart(3, '0')}`

export const chats = [
  { from: phoneOf(4), name: 'Rina Kartika', text: 'Makasih kak, barangnya sudah sampai 🙏' },
  { from: phoneOf(3), name: 'Joko Susilo', text: 'Buka jam berapa hari Sabtu?' },
  {
    from: phoneOf(2),
    name: 'Dewi Lestari',
    text: 'Mau bicara dengan admin, pesanan saya belum datang',
  },
  { from: phoneOf(1), name: 'Budi Santoso', text: 'Berapa harga kaos polos ukuran L?' },
  { from: phoneOf(5), name: 'Maya', text: 'Hello, do you ship to Singapore?' },
  { from: phoneOf(0), name: 'Sari Wulandari', text: 'Halo kak, kaos XL masih ada?' },
]

/** A customer of the simulated phone writes. */
export async function write(message: { from: string; name: string; text: string }): Promise<void> {
  const response = await fetch(`${outputs.whapiUrl}/sim/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
  })
  if (!response.ok) throw new Error(`The simulated phone answered ${response.status}`)
}
