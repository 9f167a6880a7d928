// A page that comes out of the browser's memory (Back) may belong to somebody who has signed out since.

addEventListener('pageshow', async (event) => {
  if (!event.persisted) return
  const answer = await fetch(location.href, { method: 'HEAD', redirect: 'manual', cache: 'no-store' }).catch(() => null)
  if (answer && (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403)) location.reload()
})
