/* Narrows the figures by words, unit and range, and turns their order; a click on a dot leads to its row. The page is complete without it. */
(() => {
  'use strict';
  const dots = new Map([...document.querySelectorAll('.dots circle')].map((dot) => [dot.dataset.target, dot]));
  document.addEventListener('click', (event) => {
    const target = event.target.dataset && event.target.closest('circle') && event.target.dataset.target;
    if (target) location.hash = target;
  });
  const lit = (event, on) => {
    const row = event.target.closest && event.target.closest('.figure-rows > li');
    const dot = row && dots.get(row.id);
    if (dot) dot.classList.toggle('lit', on);
  };
  document.addEventListener('mouseover', (event) => lit(event, true));
  document.addEventListener('mouseout', (event) => lit(event, false));

  const rows = [...document.querySelectorAll('.figure-rows > li')];
  const words = document.querySelector('[data-words]');
  if (!rows.length || !words) return;
  const unit = document.querySelector('[data-unit-choice]');
  const low = document.querySelector('[data-low]');
  const high = document.querySelector('[data-high]');
  const status = document.querySelector('.status');
  const boxes = [...document.querySelectorAll('.comparable, .chapter')];

  const fold = (text) => text.toLowerCase().replace(/ß/g, 'ss').normalize('NFD').replace(/\p{M}/gu, '').replace(/([aou])e/g, '$1');
  const items = rows.map((element) => ({
    element, hay: '', number: 'number' in element.dataset ? +element.dataset.number : NaN, unit: element.dataset.unit || '', shown: true,
  }));

  const narrow = () => {
    const wanted = fold(words.value).split(/\s+/).filter(Boolean);
    const least = low.value === '' ? -Infinity : +low.value;
    const most = high.value === '' ? Infinity : +high.value;
    const ranged = low.value !== '' || high.value !== '';
    let count = 0;
    for (const item of items) {
      if (wanted.length && !item.hay) item.hay = fold(item.element.textContent);
      const shown = (!unit || !unit.value || item.unit === unit.value) &&
        (!ranged || (item.number >= least && item.number <= most)) && wanted.every((word) => item.hay.includes(word));
      if (shown !== item.shown) {
        item.element.hidden = !shown;
        const dot = dots.get(item.element.id);
        if (dot) dot.classList.toggle('faint', !shown);
      }
      item.shown = shown;
      count += shown;
    }
    for (const box of boxes) box.hidden = !box.querySelector('.figure-rows > li:not([hidden])');
    const all = count === items.length;
    status.textContent = all ? '' : count ? status.dataset.some.replace('{shown}', count).replace('{all}', items.length) : status.dataset.none;
  };

  /* A long kind has several pages: what is asked goes along to the others, in their addresses. */
  const fields = Object.entries({ words, unit, from: low, to: high }).filter(([, field]) => field);
  const others = [...document.querySelectorAll('.parts a')];
  const carry = () => {
    const asked = new URLSearchParams(fields.filter(([, field]) => field.value).map(([name, field]) => [name, field.value]));
    for (const other of others) other.search = asked;
  };
  if (others.length) {
    const asked = new URLSearchParams(location.search);
    for (const [name, field] of fields) if (asked.has(name)) field.value = asked.get(name);
    /* A unit that this part lacks is none of its choices. */
    if (unit && unit.selectedIndex < 0) unit.value = '';
  }

  let waiting = 0;
  for (const [, field] of fields) {
    field.addEventListener('input', () => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(narrow);
      carry();
    });
  }
  /* Rows come from small to large; the other order is that turned round. Those without a number stay last. */
  const lists = [...document.querySelectorAll('.figure-rows')].map((list) => {
    const numbered = [...list.children].filter((row) => 'number' in row.dataset);
    return { list, numbered, others: [...list.children].filter((row) => !numbered.includes(row)) };
  });
  const orders = [...document.querySelectorAll('[data-order]')];
  for (const button of orders) button.addEventListener('click', () => {
    if (button.getAttribute('aria-pressed') === 'true') return;
    for (const other of orders) other.setAttribute('aria-pressed', other === button);
    for (const { list, numbered, others } of lists) list.append(...numbered.reverse(), ...others);
  });

  if (fields.some(([, field]) => field.value)) { narrow(); carry(); }
})();
