/* The full text on the search page, where Pagefind made an index of it. Its index cannot be read from file://, so a page
   opened as a file says so. Results lead to the words by a text fragment. */
(() => {
  'use strict';
  const place = document.getElementById('full-text');
  const field = document.querySelector('#search input');
  if (!place || !field) return;
  const status = place.querySelector('.search-status'), list = place.querySelector('ol'), more = place.querySelector('button');
  const root = new URL('../', document.querySelector('.search-link').href);
  const words = place.dataset;
  let engine, asked = '', results = [], shown = 0;

  const tell = (text) => { status.textContent = text; };
  place.hidden = false;
  if (root.protocol === 'file:') { tell(words.file); return; }

  const start = () => (engine ||= import(`${root.href}pagefind/pagefind.js`).then(async (pagefind) => {
    await pagefind.options({ baseUrl: root.pathname, excerptLength: 25 });
    return pagefind;
  }));
  /* `prefix-,word`: the first word found with what stands before it, so that the browser scrolls there and marks it. */
  const fragment = (excerpt) => {
    const mark = excerpt.querySelector('mark');
    if (!mark) return '';
    const before = (mark.previousSibling?.textContent || '').trim().split(/\s+/).slice(-2).join(' ');
    const plain = (text) => encodeURIComponent(text.trim()).replace(/-/g, '%2D');
    return `#:~:text=${before ? `${plain(before)}-,` : ''}${plain(mark.textContent)}`;
  };
  const row = (found) => {
    const excerpt = new DOMParser().parseFromString(found.excerpt, 'text/html').body;
    const item = document.createElement('li'), link = document.createElement('a'), line = document.createElement('p');
    link.href = new URL(found.raw_url.replace(/^\//, ''), root).href + fragment(excerpt);
    link.textContent = found.meta.title;
    for (const node of excerpt.childNodes) {
      if (node.nodeName === 'MARK') line.append(Object.assign(document.createElement('mark'), { textContent: node.textContent }));
      else line.append(node.textContent);
    }
    item.append(link);
    if (found.meta.date) {
      const date = document.createElement('span');
      date.className = 'search-note';
      date.textContent = ` ${new Date(`${found.meta.date}T12:00`).toLocaleDateString(document.documentElement.lang, { dateStyle: 'long' })}`;
      item.append(date);
    }
    item.append(line);
    return item;
  };
  const show = async () => {
    const question = asked, some = await Promise.all(results.slice(shown, shown + 10).map((result) => result.data()));
    if (question !== asked) return;
    list.append(...some.map(row));
    shown += some.length;
    more.hidden = shown >= results.length;
  };
  const ask = async () => {
    const question = asked = field.value.trim();
    list.replaceChildren();
    more.hidden = true;
    tell('');
    if (question.length < 2) return;
    try {
      const found = await (await start()).debouncedSearch(question, {}, 250);
      if (!found || question !== asked) return;
      results = found.results;
      shown = 0;
      tell(results.length ? words.hits.replace('{n}', results.length.toLocaleString(document.documentElement.lang)) : words.none);
      await show();
    } catch (error) { tell(words.failed); }
  };
  more.addEventListener('click', show);
  field.addEventListener('input', ask);
  if (new URLSearchParams(location.search).get('q')) ask();
})();
