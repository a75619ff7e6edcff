// Suggests names while somebody types: a list below the field, which stays what it is without this. Arrow keys move, Enter goes there, Escape
// puts the list away.
const field = document.querySelector('#q');
const list = document.createElement('ul');
let found = [], at = -1, asking, waiting;

list.id = 'suggestions';
list.className = 'suggestions';
list.hidden = true;
list.setAttribute('role', 'listbox');
list.setAttribute('aria-label', 'Suggestions');
field.closest('.search-box').append(list);
field.autocomplete = 'off';
for (const [name, value] of [['role', 'combobox'], ['aria-autocomplete', 'list'], ['aria-controls', list.id], ['aria-expanded', 'false']]) field.setAttribute(name, value);

function mark(index) {
  at = index;
  [...list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === at)));
  if (at < 0) field.removeAttribute('aria-activedescendant');
  else field.setAttribute('aria-activedescendant', list.children[at].id);
}

function show(names, kinds, addresses) {
  found = addresses;
  list.replaceChildren(...names.map((name, i) => {
    const option = document.createElement('li'), kind = document.createElement('span');
    option.id = `suggestion-${i}`;
    option.setAttribute('role', 'option');
    kind.textContent = kinds[i];
    option.append(name, ' ', kind);
    return option;
  }));
  list.hidden = names.length === 0;
  field.setAttribute('aria-expanded', String(!list.hidden));
  mark(-1);
}

async function ask() {
  asking?.abort();
  asking = new AbortController();
  const typed = field.value.trim();
  if (typed.length < 2) return show([], [], []);
  try {
    const answer = await fetch(`/search/suggestions?q=${encodeURIComponent(typed)}`, { signal: asking.signal });
    if (answer.ok) show(...(await answer.json()).slice(1));
  } catch {
    // The next letter asks again, and the form works all the while.
  }
}

field.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(ask, 150);
});
field.addEventListener('keydown', event => {
  if (list.hidden) return;
  const count = list.children.length;
  if (event.key === 'ArrowDown') mark((at + 1) % count);
  else if (event.key === 'ArrowUp') mark(at < 1 ? count - 1 : at - 1);
  else if (event.key === 'Escape') show([], [], []);
  else if (event.key === 'Enter' && at >= 0) location.assign(new URL(found[at]).pathname);
  else return;
  event.preventDefault();
});
field.addEventListener('blur', () => show([], [], []));
// Before the field loses the focus.
list.addEventListener('pointerdown', event => {
  const option = event.target.closest('[role=option]');
  event.preventDefault();
  if (option) location.assign(new URL(found[[...list.children].indexOf(option)]).pathname);
});
