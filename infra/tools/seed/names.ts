/** Common Indonesian names, put together at random: whoever comes out is nobody. */
export const firstNames =
  'Ayu Sari Dewi Rina Maya Putri Intan Wulan Fitri Nadia Ratna Citra Lestari Indah Mega Yuni Tika Laras Kirana Melati Nia Rosa Siti Vina Zahra Agus Budi Joko Andi Rizky Dimas Bayu Hendra Yusuf Eko Fajar Gilang Hadi Irfan Krisna Made Wayan Ketut Nyoman Putu Rudi Surya Teguh Wahyu Yoga Bagas Arif Dedi Farhan'.split(
    ' ',
  )
export const lastNames =
  'Wulandari Santoso Kartika Susilo Lestari Pratama Hidayat Saputra Nugroho Wijaya Permata Maharani Setiawan Kusuma Anggraini Rahmawati Utami Handayani Firmansyah Ramadhan Siregar Simanjuntak Nasution Lubis Hutapea Situmorang Ginting Suryani Puspita Safitri Hartono Gunawan Halim Tanjung Harahap Yulianti Astuti Purnama Mahendra Prasetyo'.split(
    ' ',
  )

export const groupNames = [
  'Reseller Bandung',
  'Arisan RT 05',
  'Dropship Jawa Timur',
  'Kelas Jahit Minggu Pagi',
  'Panitia Bazar Sekolah',
  'Reseller Makassar',
]

/**
 * A number nobody can have: no Indonesian network's mobile numbers begin with 084. `n` from 0 up to a
 * hundred million.
 */
export const numberOf = (n: number) => `6284${String(n).padStart(9, '0')}`
