/** For what has no room in the sidebar's narrow form. */
export const wide = 'max-xl:not-group-data-drawer/side:hidden'
