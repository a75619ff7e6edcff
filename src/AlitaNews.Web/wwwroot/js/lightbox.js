// Shows a picture large, over its story. The dialog element brings Escape, the focus and the way back; without this the link opens the file.
const links = [...document.querySelectorAll('a[data-lightbox]')];
let dialog, shown = 0;

function show(index) {
  shown = (index + links.length) % links.length;
  const link = links[shown];
  const picture = document.createElement('img');
  picture.src = link.href;
  picture.alt = link.querySelector('img').alt;
  const caption = link.closest('figure')?.querySelector('figcaption')?.cloneNode(true);
  const words = document.createElement('div');
  words.append(...(caption ? caption.childNodes : []));
  dialog.querySelector('.lightbox-picture').replaceChildren(picture, words);
}

function build() {
  dialog = document.createElement('dialog');
  dialog.className = 'lightbox';
  dialog.setAttribute('aria-label', 'Picture');
  dialog.innerHTML = '<form method="dialog"><button autofocus>Close</button></form><div class="lightbox-picture"></div>';
  dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener('keydown', event => {
    if (event.key === 'ArrowRight') show(shown + 1);
    if (event.key === 'ArrowLeft') show(shown - 1);
  });
  dialog.addEventListener('close', () => links[shown].focus());
  document.body.append(dialog);
}

links.forEach((link, index) => link.addEventListener('click', event => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  if (!dialog) build();
  show(index);
  dialog.showModal();
}));
