/** A place of its own, and nothing of the AWS this shell may know. Imported before whatever asks where it is. */
process.env.BALAS_DIR = '.local/deploy-test'
for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name]
