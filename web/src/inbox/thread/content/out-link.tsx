import type { ComponentProps } from 'react'

/** Leads away from here, and tells nobody where from. */
export function OutLink(props: ComponentProps<'a'> & { href: string }) {
  return <a target="_blank" rel="noopener noreferrer nofollow" {...props} />
}
