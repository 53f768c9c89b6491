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
  /* Pagefind takes the longest beginning of a word that it knows: "de" finds "der", and "xqzv" finds "x". So much must be alike. */
  const alike = (word, wanted) => {
    let same = 0;
    while (same < word.length && word[same] === wanted[same]) same++;
    return wanted.length < 3 ? word === wanted : same >= Math.max(3, 0.6 * wanted.length);
  };
  const has = (content, wanted, fold) => {
    const text = fold(content).split(' ');
    return wanted.every((one) => text.some((word) => (one.length < 3 ? word.startsWith(one) : alike(word, one))));
  };
  const row = (found, wanted, fold) => {
    const excerpt = new DOMParser().parseFromString(found.excerpt, 'text/html').body;
    for (const mark of excerpt.querySelectorAll('mark')) {
      if (!fold(mark.textContent).split(' ').some((word) => wanted.some((one) => alike(word, one)))) mark.replaceWith(mark.textContent);
    }
    excerpt.normalize();
    const pieces = Array.from(excerpt.childNodes, (node) => node.nodeName === 'MARK'
      ? Object.assign(document.createElement('mark'), { textContent: node.textContent }) : node.textContent);
    if (!found.content.startsWith(excerpt.textContent.slice(0, 20))) pieces.unshift('… ');
    if (!/[.!?…]["“”’»«]?$/.test(excerpt.textContent.trim())) pieces.push(' …');
    return { href: new URL(found.raw_url.replace(/^\//, ''), root).href + fragment(excerpt), title: found.meta.title,
      date: found.meta.date || '', pieces };
  };

  /* Null when the reader has typed on meanwhile. `place` is the article's in the index of names, undefined when not known. */
  globalThis.fundstelleFullText = async (question) => {
    const [pagefind, known, { fold }] = await Promise.all([start(), places(), globalThis.fundstelleLookup()]);
    const found = await pagefind.debouncedSearch(question, {}, 250);
    if (!found) return found;
    /* The best come first: when not one of them has the words, none has. */
    const wanted = fold(question).split(' ').filter(Boolean);
    const best = await Promise.all(found.results.slice(0, 3).map((result) => result.data()));
    if (!best.some(({ content }) => has(content, wanted, fold))) return [];
    return found.results.map((result) => ({ place: known.get(result.id), row: async () => row(await result.data(), wanted, fold) }));
  };
})();
