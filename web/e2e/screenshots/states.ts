import type { Page, Route } from '@playwright/test'

const json = (status: number, body: object) => (route: Route) =>
  route.fulfill({ status, json: body })

const problem = (code: string) => ({ error: { code, message: code } })

/** The server's answers to this path are as given, until the page is left. */
export const answering = (page: Page, path: string, status: number, body: object) =>
  page.route(path, json(status, body))

export const failing = (page: Page, path: string) => answering(page, path, 500, problem('internal'))

export const refusing = (page: Page, path: string, status: number, code: string) =>
  answering(page, path, status, problem(code))

/** The answer never comes. */
export const hanging = (page: Page, path: string) => page.route(path, () => {})

/** The server's own answer, with some of it otherwise. */
export const changing = (page: Page, path: string, change: (body: never) => object) =>
  page.route(path, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, json: change((await response.json()) as never) })
  })
