/** The installation secret of every test. */
export const testSecret = Buffer.from('a secret of thirty-two bytes that only tests use')
