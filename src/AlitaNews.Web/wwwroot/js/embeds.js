// Loads a video in place of its facade, once, when the reader asks for it. Without this the link leads there.
for (const facade of document.querySelectorAll('[data-embed-src]')) {
  facade.addEventListener('click', event => {
    const link = event.target.closest('.embed-title a');
    if ((!link && event.target !== facade) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const frame = document.createElement('iframe');
    frame.src = facade.dataset.embedSrc;
    frame.title = facade.querySelector('.embed-title').textContent;
    frame.allowFullscreen = true;
    frame.referrerPolicy = 'strict-origin-when-cross-origin';
    facade.replaceChildren(frame);
    frame.focus();
  });
}
