import * as z from 'zod/mini'
import type { Media } from '../../../../shared/content.ts'
import { Anything, Count, compact, Flag, fieldsOf, Preview, Spoken, words } from './values.ts'

const File = z.object({
  id: words(200),
  mime_type: words(100),
  filename: words(255),
  file_name: words(255),
  file_size: Count,
  seconds: Count,
  width: Count,
  height: Count,
  page_count: Count,
  animated: Flag,
  view_once: Flag,
  preview: Preview,
})

/** What is told of a file; undefined when nothing is. */
export function mediaIn(content: unknown): Media | undefined {
  const file = fieldsOf(File, content)
  return compact({
    // The placeholder of a file that is not there yet.
    id: file.id === 'media_init' ? undefined : file.id,
    name: file.filename ?? file.file_name,
    mimeType: file.mime_type?.split(';')[0]?.trim().toLowerCase() || undefined,
    size: file.file_size,
    seconds: file.seconds,
    width: file.width || undefined,
    height: file.height || undefined,
    pages: file.page_count || undefined,
    animated: file.animated || undefined,
    viewOnce: file.view_once || undefined,
    preview: file.preview,
  })
}

const Captioned = z.object({ caption: Spoken, document: Anything })

/** A picture, a voice, a document: its caption, and the file. `documentWithCaption` may wrap the document. */
export function file(content: unknown) {
  const { caption, document } = fieldsOf(Captioned, content)
  const inner = fieldsOf(Captioned, document)
  return {
    text: caption || (inner.caption ?? ''),
    content: compact({ media: mediaIn(document) ?? mediaIn(content) }),
  }
}
