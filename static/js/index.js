/* Narrows a list while one types, and sorts it by name, frequency or last mention; a click on a dot of a map leads to its
   place. The page is complete without it. */
(() => {
  'use strict';
  document.addEventListener('click', (event) => {
    const dot = event.target.closest && event.target.closest('[data-href]');
    if (dot) location.href = dot.dataset.href;
  });
  const list = document.querySelector('[data-list]');
  if (!list) return;
  const field = document.querySelector('[data-filter]');
  const status = document.querySelector('.status');
  const letters = document.querySelector('.letters');
  const sections = [...list.children].map((section) => ({ section, items: [] }));

  /* Letters as a reader may type them: ü = ue = u, ß = ss, no accents, no case. */
  const fold = (text) => text.toLowerCase().replace(/ß/g, 'ss').replace(/æ/g, 'a').replace(/[øœ]/g, 'o').replace(/ł/g, 'l')
    .normalize('NFD').replace(/\p{M}/gu, '').replace(/([aou])e/g, '$1');
  const items = sections.flatMap((entry) => {
    entry.items = [...entry.section.querySelectorAll('li')].map((element) => ({ element, hay: '', shown: true, home: element.parentNode }));
    return entry.items;
  });

  const read = () => { if (!items[0].hay) for (const item of items) item.hay = fold(`${item.element.textContent} ${item.element.dataset.also || ''}`); };
  const narrow = () => {
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    read();
    let count = 0;
    for (const item of items) {
      const shown = words.every((word) => item.hay.includes(word));
      if (shown !== item.shown) item.element.hidden = !shown;
      item.shown = shown;
      count += shown;
    }
    for (const { section, items: own } of sections) section.hidden = !own.some((item) => item.shown);
    if (letters) letters.hidden = words.length > 0 || sorted.hidden === false;
    status.textContent = count ? '' : status.dataset.none;
  };

  /* By another order the letters say nothing, so all entries move into plain lists: several, for what is off screen is not
     laid out list by list. */
  const CHUNK = 100;
  const sorted = document.createElement('div');
  sorted.hidden = true;
  list.after(sorted);
  const KEYS = {
    count: (element) => +element.querySelector('data').value,
    last: (element) => +element.dataset.last.replace(/-/g, ''),
  };
  const buttons = document.querySelectorAll('[data-sort]');
  for (const button of buttons) {
    button.addEventListener('click', () => {
      for (const other of buttons) other.setAttribute('aria-pressed', other === button);
      const order = KEYS[button.dataset.sort];
      if (order) {
        for (const item of items) item.key = order(item.element);
        const ranked = [...items].sort((a, b) => b.key - a.key);
        const chunks = [];
        for (let start = 0; start < ranked.length; start += CHUNK) {
          const chunk = document.createElement('ol');
          chunk.className = 'entries chunk';
          chunk.append(...ranked.slice(start, start + CHUNK).map((item) => item.element));
          chunks.push(chunk);
        }
        sorted.replaceChildren(...chunks);
      } else for (const item of items) item.home.append(item.element);
      sorted.hidden = !order;
      list.hidden = !!order;
      if (letters) letters.hidden = !!order || field.value !== '';
    });
  }

  let waiting = 0;
  field.addEventListener('input', () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(narrow);
  });
  field.addEventListener('focus', read, { once: true });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && field.value) { field.value = ''; narrow(); event.preventDefault(); }
  });
  if (field.value) narrow();
})();
