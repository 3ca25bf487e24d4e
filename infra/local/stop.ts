import { askToEnd } from './supervision/control.ts'

console.log((await askToEnd()) ? 'Balas has ended; its data is kept.' : 'Balas is not running.')
