// Suggests names below the search field, which works without this: arrow keys move, Enter goes there, Escape puts the list away.
const field = document.querySelector('#q'), list = document.createElement('ul');
let found = [], at = -1, asking, waiting;

Object.assign(list, { id: 'suggestions', className: 'suggestions', hidden: true, role: 'listbox', ariaLabel: 'Suggestions' });
Object.assign(field, { autocomplete: 'off', role: 'combobox', ariaAutoComplete: 'list', ariaExpanded: 'false' });
field.setAttribute('aria-controls', list.id);
field.closest('.search-box').append(list);
const put = () => show([], [], []), go = index => location.assign(new URL(found[index]).pathname);

function mark(index) {
  at = index;
  [...list.children].forEach((option, i) => option.ariaSelected = String(i === at));
  if (at < 0) field.removeAttribute('aria-activedescendant');
  else field.setAttribute('aria-activedescendant', list.children[at].id);
}

function show(names, kinds, addresses) {
  found = addresses;
  list.replaceChildren(...names.map((name, i) => {
    const option = document.createElement('li'), kind = document.createElement('span');
    Object.assign(option, { id: `suggestion-${i}`, role: 'option' });
    kind.textContent = kinds[i];
    option.append(name, ' ', kind);
    return option;
  }));
  list.hidden = names.length === 0;
  field.ariaExpanded = String(!list.hidden);
  mark(-1);
}

async function ask() {
  asking?.abort();
  asking = new AbortController();
  const typed = field.value.trim();
  if (typed.length < 2) return put();
  try {
    const answer = await fetch(`/search/suggestions?q=${encodeURIComponent(typed)}`, { signal: asking.signal });
    if (answer.ok) show(...(await answer.json()).slice(1));
  } catch { /* The next letter asks again. */ }
}

field.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(ask, 150); });
field.addEventListener('keydown', event => {
  if (list.hidden) return;
  if (event.key === 'ArrowDown') mark((at + 1) % found.length);
  else if (event.key === 'ArrowUp') mark((at < 1 ? found.length : at) - 1);
  else if (event.key === 'Escape') put();
  else if (event.key === 'Enter' && at >= 0) go(at);
  else return;
  event.preventDefault();
});
field.addEventListener('blur', put);
// Before the field loses the focus.
list.addEventListener('pointerdown', event => {
  event.preventDefault();
  const index = [...list.children].indexOf(event.target.closest('li'));
  if (index >= 0) go(index);
});
