import * as z from 'zod/mini'

/** A file as the message tells of it; the file itself is not here. */
export const Media = z.object({
  /** Where the provider keeps it. */
  id: z.optional(z.string()),
  name: z.optional(z.string()),
  mimeType: z.optional(z.string()),
  /** Bytes. */
  size: z.optional(z.number()),
  seconds: z.optional(z.number()),
  width: z.optional(z.number()),
  height: z.optional(z.number()),
  pages: z.optional(z.number()),
  animated: z.optional(z.boolean()),
  viewOnce: z.optional(z.boolean()),
  /** A small picture as a `data:image/…;base64,` address. */
  preview: z.optional(z.string()),
})
export type Media = z.infer<typeof Media>

/** What a message carries besides its words. Which parts it has follows from its kind. */
export const Content = z.object({
  media: z.optional(Media),
  location: z.optional(
    z.object({
      latitude: z.number(),
      longitude: z.number(),
      name: z.optional(z.string()),
      address: z.optional(z.string()),
      live: z.optional(z.boolean()),
    }),
  ),
  contacts: z.optional(z.array(z.object({ name: z.string(), phones: z.array(z.string()) }))),
  poll: z.optional(
    z.object({
      options: z.array(z.object({ name: z.string(), votes: z.int() })),
      /** How many may be chosen; 0: any number. */
      limit: z.optional(z.int()),
    }),
  ),
  /** What can be tapped: buttons, or the rows of a list. */
  choices: z.optional(z.array(z.string())),
  /** Small print under a template or a list. */
  footer: z.optional(z.string()),
  link: z.optional(
    z.object({
      url: z.string(),
      title: z.optional(z.string()),
      description: z.optional(z.string()),
      preview: z.optional(z.string()),
    }),
  ),
  order: z.optional(
    z.object({
      id: z.string(),
      items: z.optional(z.int()),
      total: z.optional(z.number()),
      currency: z.optional(z.string()),
      status: z.optional(z.string()),
    }),
  ),
  event: z.optional(
    z.object({
      startsAt: z.optional(z.string()),
      description: z.optional(z.string()),
      link: z.optional(z.string()),
      canceled: z.optional(z.boolean()),
    }),
  ),
  call: z.optional(z.object({ status: z.string(), video: z.boolean() })),
})
export type Content = z.infer<typeof Content>
