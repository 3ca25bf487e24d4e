import { readFile } from 'node:fs/promises'
import type { OnLoadArgs, Plugin } from 'esbuild'

/** Whose written forms we know; numbers from elsewhere come with their country's code and keep their digits. */
const countries = ['ID', 'MY', 'SG', 'BN', 'TL', 'PH', 'TH', 'VN', 'HK', 'TW', 'SA', 'AE', 'BR']

interface Metadata {
  version: number
  country_calling_codes: Record<string, string[]>
  countries: Record<string, unknown[]>
}

/** Where a country's entry keeps how its numbers are grouped for reading, which is the browser's business. */
const formats = 4

async function fewCountries({ path }: OnLoadArgs) {
  const source = await readFile(path.replace(/\.js$/, ''), 'utf8')
  const { version, country_calling_codes, countries: all } = JSON.parse(source) as Metadata
  const kept = {
    version,
    country_calling_codes: Object.fromEntries(
      Object.entries(country_calling_codes).filter(([, of]) =>
        of.some((it) => countries.includes(it)),
      ),
    ),
    countries: Object.fromEntries(
      countries.map((country) => [country, all[country]?.with(formats, 0)]),
    ),
  }
  return { contents: `export default ${JSON.stringify(kept)}` }
}

/** Leaves of libphonenumber what reads a number (functions/domain/phone.ts): a fifth of it. */
export const trimPhone: Plugin = {
  name: 'trim-phone',
  setup(build) {
    build.onLoad({ filter: /libphonenumber-js.metadata\.min\.json\.js$/ }, fewCountries)
    build.onLoad({ filter: /libphonenumber-js.core.es6.index\.js$/ }, () => ({
      contents: `export { default } from '../../es6-modern/parsePhoneNumber.js'`,
    }))
    build.onLoad(
      {
        filter:
          /libphonenumber-js.es6-modern.(format|isPossible|isValid|helpers.getNumberType)\.js$/,
      },
      () => ({
        contents: 'export default () => undefined; export const isPossibleNumber = () => undefined',
      }),
    )
  },
}
