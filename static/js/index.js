/* Narrows a list while one types, and sorts it by name, frequency or last mention; a click on a dot of a map leads to its
   place. The page is complete without it.

   The list itself is never touched: what fits is shown as copies in a list of its own, a window full at a time, and the list comes
   back as it was. So no key waits for thousands of lines, and emptying the field is the cheapest of all. */
(() => {
  'use strict';
  document.addEventListener('click', (event) => {
    const dot = event.target.closest && event.target.closest('[data-href]');
    if (dot) location.href = dot.dataset.href;
  });
  const list = document.querySelector('[data-list]'), field = document.querySelector('[data-filter]');
  if (!list || !field) return;
  const status = document.querySelector('.status');
  const letters = document.querySelector('.letters');
  const buttons = [...document.querySelectorAll('[data-sort]')];

  /* Letters as a reader may type them: ü = ue = u, ß = ss, no accents, no case. */
  const fold = (text) => text.toLowerCase().replace(/ß/g, 'ss').replace(/æ/g, 'a').replace(/[øœ]/g, 'o').replace(/ł/g, 'l')
    .normalize('NFD').replace(/\p{M}/gu, '').replace(/([aou])e/g, '$1');
  let items;
  const read = () => {
    items ||= [...list.querySelectorAll('li')].map((element) => ({ element, hay: fold(`${element.textContent} ${element.dataset.also || ''}`) }));
  };

  const KEYS = {
    count: (element) => +element.querySelector('data').value,
    last: (element) => +(element.dataset.last || '').replace(/-/g, ''),
  };
  const orders = {};
  const ordered = (name) => {
    const key = KEYS[name];
    if (!key) return items;
    return orders[name] ||= items.map((item) => [key(item.element), item]).sort((a, b) => b[0] - a[0]).map(([, item]) => item);
  };

  const FIRST = 30, CHUNK = 50;
  const found = document.createElement('div');
  found.className = 'found';
  found.hidden = true;
  list.after(found);
  const lines = (list.querySelector('ol') || list).className;
  const day = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium' });
  let waiting = 0, dated = false;
  /* Sorted by their last mention, the lines say when that was instead of how it compares with the others. */
  const copy = ({ element }) => {
    const made = element.cloneNode(true), { last } = element.dataset;
    if (dated) {
      made.querySelector('.bar')?.remove();
      if (last) made.append(Object.assign(document.createElement('time'), { dateTime: last, textContent: day.format(new Date(`${last}T12:00`)) }));
    }
    return made;
  };
  /* Shows copies of the items, the first window full at once, the others while nobody waits. */
  const fill = (shown, size = CHUNK) => {
    const chunk = document.createElement('ol');
    chunk.className = `${lines} chunk`;
    chunk.append(...shown.slice(0, size).map(copy));
    found.append(chunk);
    if (shown.length > size) waiting = setTimeout(fill, 0, shown.slice(size));
  };

  const show = () => {
    clearTimeout(waiting);
    const pressed = buttons.find((button) => button.getAttribute('aria-pressed') === 'true');
    const order = pressed ? pressed.dataset.sort : 'name';
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    const whole = !words.length && !KEYS[order];
    dated = order === 'last';
    const above = found.parentNode.getBoundingClientRect().top < 0;
    if (whole) status.textContent = '';
    else {
      read();
      const shown = ordered(order).filter((item) => words.every((word) => item.hay.includes(word)));
      found.replaceChildren();
      fill(shown, FIRST);
      status.textContent = !words.length ? '' : !shown.length ? status.dataset.none
        : status.dataset.some.replace('{n}', shown.length.toLocaleString(document.documentElement.lang)).replace('{all}', items.length.toLocaleString(document.documentElement.lang));
    }
    list.classList.toggle('away', !whole);
    found.hidden = whole;
    if (letters) letters.hidden = !whole;
    /* Who was far down the list is led to the first line that fits. */
    if (above && !whole) found.scrollIntoView({ block: 'start' });
    if (whole) waiting = setTimeout(() => found.replaceChildren(), 0);
  };

  for (const button of buttons) {
    button.addEventListener('click', () => {
      for (const other of buttons) other.setAttribute('aria-pressed', other === button);
      show();
    });
  }
  let frame = 0;
  field.addEventListener('input', () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(show);
  });
  field.addEventListener('focus', () => setTimeout(read, 0), { once: true });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && field.value) { field.value = ''; show(); event.preventDefault(); }
  });
  if (field.value) show();

  /* Of the letters, the one whose entries are at the top of the window is marked and brought into view. */
  const marks = new Map(Array.from(letters?.querySelectorAll('a') || [], (link) => [link.hash.slice(1), link]));
  if (!marks.size) return;
  const row = letters.querySelector('ul');
  let current;
  const seen = new IntersectionObserver((sections) => {
    for (const { isIntersecting, target } of sections) {
      const link = isIntersecting && marks.get(target.getAttribute('aria-labelledby'));
      if (!link) continue;
      current?.removeAttribute('aria-current');
      current = link;
      link.setAttribute('aria-current', 'true');
      row.scrollLeft += link.getBoundingClientRect().left - row.getBoundingClientRect().left - row.clientWidth / 2;
    }
  }, { rootMargin: '-30% 0px -69% 0px' });
  for (const section of list.querySelectorAll('section')) seen.observe(section);
})();
