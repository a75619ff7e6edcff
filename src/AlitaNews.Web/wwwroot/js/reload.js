// Development only: asks for the page again when an edition changed it.
const look = async () => {
  const answer = await fetch(location.href, { method: 'HEAD', cache: 'no-store' });
  return `${answer.status} ${answer.headers.get('etag')}`;
};
const shown = await look();
new EventSource('/reload').addEventListener('message', async () => {
  if (await look() !== shown) location.reload();
});
