/** A stack of the tests' own, beside the one a person may be using. Imported before whatever asks where it is. */
process.env.BALAS_DIR = process.env.BALAS_TEST_DIR ?? '.local/test'
process.env.OPENAI = 'simulated'
delete process.env.WHAPI_ADMINS
delete process.env.AWS_ENDPOINT_URL
