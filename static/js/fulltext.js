/* The full text on the search page, where Pagefind made an index of it, as a function that `facets.js` asks: the articles
   that have some words, best first. The index cannot be read from file://, so a page opened as a file has no such function. */
(() => {
  'use strict';
  const root = new URL('../', document.querySelector('.search-link').href);
  if (root.protocol === 'file:') return;
  let engine, order;

  const start = () => (engine ||= import(`${root.href}pagefind/pagefind.js`).then(async (pagefind) => {
    await pagefind.options({ baseUrl: root.pathname, excerptLength: 25 });
    return pagefind;
  }));
  /* Which article a result is, by the name Pagefind has for it; without the list one can search but not filter. */
  const places = () => (order ||= fetch(`${root.href}pagefind/articles.json`).then((answer) => answer.json())
    .then((names) => new Map(names.map((name, place) => [name, place])), () => new Map()));
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
    const pieces = Array.from(excerpt.childNodes, (node) => node.nodeName === 'MARK'
      ? Object.assign(document.createElement('mark'), { textContent: node.textContent }) : node.textContent);
    return { href: new URL(found.raw_url.replace(/^\//, ''), root).href + fragment(excerpt), title: found.meta.title,
      date: found.meta.date || '', pieces };
  };

  /* Null when the reader has typed on meanwhile. `place` is the article's in the index of names, undefined when not known. */
  globalThis.fundstelleFullText = async (question) => {
    const [pagefind, known] = await Promise.all([start(), places()]);
    const found = await pagefind.debouncedSearch(question, {}, 250);
    return found && found.results.map((result) => ({ place: known.get(result.id), row: async () => row(await result.data()) }));
  };
})();
