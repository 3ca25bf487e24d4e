/** Where the local engine answers; `undefined` in every bundle that is meant for AWS (infra/bundle.ts). */
declare const __LOCAL_ENGINE__: string | undefined
