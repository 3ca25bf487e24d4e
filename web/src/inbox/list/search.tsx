import { SearchIcon, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { hrefOf, usePlace } from '../../place.ts'
import { useText } from '../../text/language.ts'
import { IconButton } from '../../ui/button.tsx'
import { Input } from '../../ui/field.tsx'

const typingMs = 300

/** Searches on the server, once the typing rests. */
export function Search() {
  const { list } = useText()
  const place = usePlace()
  const [, navigate] = useLocation()
  const { q = '' } = place.filter
  const [typed, setTyped] = useState(q)
  const asked = useRef(q)

  const go = (wanted: string) => {
    asked.current = wanted.trim()
    const filter = { ...place.filter, q: asked.current || undefined }
    navigate(hrefOf({ ...place, filter }), { replace: true })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing starts a search
  useEffect(() => {
    if (typed.trim() === q) return
    const timer = setTimeout(() => go(typed), typingMs)
    return () => clearTimeout(timer)
  }, [typed])

  // Somebody went elsewhere, or asked by another way.
  useEffect(() => {
    if (q === asked.current) return
    asked.current = q
    setTyped(q)
  }, [q])

  return (
    <search className="relative block min-w-0 flex-1">
      <SearchIcon
        aria-hidden
        className="pointer-events-none absolute top-2.5 left-3 size-4 text-muted"
      />
      <Input
        type="search"
        aria-label={list.search}
        placeholder={list.searchHere}
        maxLength={100}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        className="h-9! border-transparent! bg-hover! pr-9! pl-9! text-sm! [&::-webkit-search-cancel-button]:hidden"
      />
      {typed && (
        <IconButton
          label={list.clear}
          className="absolute top-0 right-0"
          onClick={() => {
            setTyped('')
            go('')
          }}
        >
          <X className="size-4" />
        </IconButton>
      )}
    </search>
  )
}
