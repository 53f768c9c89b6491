/* Search by name from every page: Ctrl-K, Cmd-K or / open it; without this script the link leads to the search page.
   The index is a script of its own, loaded when first needed, so that it works from file:// too.
   A combobox with a listbox as the ARIA Authoring Practices describe it: focus stays in the field. */
(() => {
  'use strict';
  const link = document.querySelector('.search-link');
  if (!link) return;
  const root = new URL('../', link.href).href;
  const page = document.getElementById('search');
  const make = (name, attributes, ...children) => {
    const element = document.createElement(name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    element.append(...children);
    return element;
  };

  /* Letters as a reader may type them: ü = ue = u, ß = ss, no accents, no case. */
  const LETTERS = { 'ß': 'ss', 'æ': 'a', 'œ': 'o', 'ø': 'o', 'ł': 'l', 'đ': 'd', 'ð': 'd', 'þ': 'th', 'ı': 'i' };
  const fold = (text) => text.toLowerCase().replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter]).normalize('NFD')
    .replace(/\p{M}/gu, '').replace(/([aou])e/g, '$1').replace(/['’`]/g, '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  /* The address that follows from a name; the same rule as `plain_address` in generator/search.py. */
  const UMLAUTS = { 'ä': 'ae', 'ö': 'oe', 'ü': 'ue', 'ß': 'ss' };
  const address = (name) => name.toLowerCase().replace(/[äöüß]/g, (letter) => UMLAUTS[letter])
    .replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

  const FOLDERS = { p: ['people', 'Person'], o: ['organisations', 'Organisation'], l: ['places', 'Place'] };
  let phrases = {}, entities = [], articles = [], mark = '', loading;
  const say = (phrase) => phrases[phrase] || phrase;

  globalThis.fundstelleIndex = (words, names, titles, made) => {
    phrases = words;
    mark = made;
    entities = names.split('\n').filter(Boolean).map((line) => {
      const [kind, name, rest, count, others, description] = line.split('\t');
      const [folder, word] = FOLDERS[kind];
      const folded = fold(name), also = others ? others.split(';') : [];
      return { name, href: `${folder}/${rest || address(name)}.html`, count: +count, folded, also: also.map(fold), aliases: also,
        hay: ` ${folded}`, more: also.map((other) => ` ${fold(other)}`).join('|'), note: say(word) + (description ? ` · ${description}` : ''), kind: folder };
    });
    articles = titles.split('\n').filter(Boolean).map((line) => {
      const [name, rest, date] = line.split('\t');
      const folded = fold(name);
      return { name, href: `articles/${rest || address(name)}.html`, folded, also: [], aliases: [], hay: ` ${folded}`, more: '',
        date: date || '', note: date ? new Date(`${date}T12:00`).toLocaleDateString(document.documentElement.lang, { dateStyle: 'long' }) : '', kind: 'articles' };
    });
  };
  const load = () => (loading ||= new Promise((done, fail) => {
    const script = make('script', { src: `${root}static/search-index.js` });
    script.onload = done;
    script.onerror = () => { loading = undefined; fail(); };
    document.head.append(script);
  }));
  /* For the page of the search, which finds articles too. */
  globalThis.fundstelleLookup = () => load().then(() => ({ mark, entities, articles, fold }));

  /* Lower is better; NaN is no hit. Entries come most named first and the sort is stable. */
  const rank = (entry, query, words) => {
    if (entry.folded === query) return 0;
    if (entry.also.includes(query)) return 1;
    if (words.every((word) => entry.hay.includes(` ${word}`))) return 2;
    if (words.every((word) => entry.hay.includes(` ${word}`) || entry.more.includes(` ${word}`))) return 3;
    return query.length > 2 && (entry.folded.includes(query) || entry.more.includes(query)) ? 4 : NaN;
  };
  const find = (entries, query, limit) => {
    const words = query.split(' ');
    return entries.map((entry) => [rank(entry, query, words), entry]).filter(([points]) => points >= 0)
      .sort((a, b) => a[0] - b[0]).slice(0, limit).map(([, entry]) => entry);
  };
  /* Edits between two words, neighbours swapped count once; gives up above the limit. */
  const edits = (a, b, limit) => {
    if (Math.abs(a.length - b.length) > limit) return limit + 1;
    let before = [], above = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] !== b[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > limit) return limit + 1;
      [before, above] = [above, row];
    }
    return above[b.length];
  };
  const similar = (query) => {
    const limit = query.length > 7 ? 3 : query.length > 4 ? 2 : 1;
    if (query.length < 3) return [];
    return entities.map((entry) => [Math.min(...[entry.folded, ...entry.folded.split(' '), ...entry.also]
      .map((word) => edits(query, word, limit))), entry])
      .filter(([distance]) => distance <= limit).sort((a, b) => a[0] - b[0]).slice(0, 5).map(([, entry]) => entry);
  };

  /* The name with the letters one typed in bold, where they can be found as typed. */
  const marked = (name, typed) => {
    const at = typed ? name.toLowerCase().indexOf(typed.toLowerCase()) : -1;
    return at < 0 ? [name] : [name.slice(0, at), make('mark', {}, name.slice(at, at + typed.length)), name.slice(at + typed.length)];
  };

  const mount = (place, { id, limit: few, whole }) => {
    const field = make('input', { id: `${id}-field`, class: 'search-field', type: whole ? 'search' : 'text', role: 'combobox', autocomplete: 'off', autocapitalize: 'off',
      spellcheck: 'false', 'aria-expanded': 'false', 'aria-controls': `${id}-list`, 'aria-autocomplete': 'list', enterkeyhint: 'go' });
    const list = make('div', { id: `${id}-list`, class: 'search-list', role: 'listbox' });
    const status = make('p', { class: 'search-status', role: 'status' });
    let options = [], active = -1, limit = few;
    const waiting = place.querySelector('.search-waiting');
    waiting?.querySelector('.search-field').remove();
    place.prepend(field, status, list);

    const point = (index) => {
      options[active]?.setAttribute('aria-selected', 'false');
      active = index;
      if (active < 0) { field.removeAttribute('aria-activedescendant'); return; }
      options[active].setAttribute('aria-selected', 'true');
      options[active].scrollIntoView({ block: 'nearest' });
      field.setAttribute('aria-activedescendant', options[active].id);
    };
    const group = (heading, entries, typed) => {
      if (!entries.length) return;
      const title = make('p', { class: 'search-group', id: `${id}-group-${list.childElementCount}`, role: 'presentation' }, heading);
      const rows = entries.map((entry) => {
        const alias = typed && !fold(entry.name).includes(fold(typed)) && entry.aliases.find((other) => fold(other).includes(fold(typed)));
        const option = make('a', { id: `${id}-option-${options.length}`, role: 'option', 'aria-selected': 'false', tabindex: '-1', class: 'search-option', href: root + entry.href, 'data-kind': entry.kind },
          make('span', { class: 'search-name' }, ...marked(entry.name, typed), ...(alias ? [make('span', { class: 'search-alias' }, ' (', ...marked(alias, typed), ')')] : [])),
          make('span', { class: 'search-note' }, entry.note));
        if (entry.count) option.append(make('span', { class: 'search-count' }, entry.count.toLocaleString(document.documentElement.lang)));
        options.push(option);
        return option;
      });
      if (heading) list.append(make('div', { role: 'group', 'aria-labelledby': title.id }, title, ...rows)); else list.append(...rows);
    };
    const show = () => {
      const typed = field.value.trim(), query = fold(typed);
      list.replaceChildren();
      options = [];
      active = -1;
      let said = '';
      if (!query) group(say('Most named'), entities.slice(0, Math.min(limit, 8)), '');
      else {
        const found = [entities, articles].map((entries) => find(entries, query, limit + 1));
        group(say('People, places, organisations'), found[0].slice(0, limit), typed);
        group(say('Articles'), found[1].slice(0, limit), typed);
        if (!options.length) {
          group(say('Nothing is written like this. Did you mean:'), similar(query), '');
          if (!options.length) said = say('Nothing has this name.');
        }
        /* In the dialog the page of the search is always the next step; there, the names left out are. */
        const on = whole ? found.some((some) => some.length > limit) && say('All hits') : say('Look for “{words}” on the search page').replace('{words}', typed);
        if (on) group('', [{ name: on, note: '', href: `search/index.html?q=${encodeURIComponent(typed)}`, aliases: [], kind: 'all' }], '');
      }
      status.textContent = said;
      status.hidden = !said;
      field.setAttribute('aria-expanded', String(options.length > 0));
      if (query && options.length) point(0); else point(-1);
    };
    field.addEventListener('input', () => { limit = few; show(); });
    if (whole) {
      /* Few names leave the articles in sight; the rest is one step away. */
      list.addEventListener('click', (event) => {
        if (!event.target.closest('[data-kind=all]') || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        limit = Infinity;
        show();
        field.focus();
      });
    }
    field.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && options.length) {
        event.preventDefault();
        point(active < 0 ? (step > 0 ? 0 : options.length - 1) : (active + step + options.length) % options.length);
      } else if (event.key === 'Enter' && options.length) {
        event.preventDefault();
        options[Math.max(active, 0)].click();
      }
    });
    const ready = () => {
      waiting?.remove();
      field.placeholder = say('Name, place, organisation, title …');
      field.setAttribute('aria-label', say('Search'));
      list.setAttribute('aria-label', say('Search'));
      show();
    };
    load().then(ready, () => { waiting?.remove(); status.hidden = false; status.textContent = say('The index of names could not be loaded.'); });
    return field;
  };

  let dialog, asked;
  const open = () => {
    if (page) { page.querySelector('input').select(); page.querySelector('input').focus(); return; }
    if (!dialog) {
      const close = make('button', { type: 'button', class: 'tool search-close' }, '×');
      const box = make('div', { class: 'search-box' });
      dialog = make('dialog', { class: 'search-dialog', 'aria-label': link.getAttribute('aria-label') }, box, close);
      document.body.append(dialog);
      asked = mount(box, { id: 'lookup', limit: 8, whole: false });
      load().then(() => close.setAttribute('aria-label', say('Close')), () => {});
      close.addEventListener('click', () => dialog.close());
      dialog.addEventListener('click', (event) => { if (event.target === dialog || event.target.closest('[role=option]')) dialog.close(); });
    }
    if (!dialog.open) dialog.showModal();
    asked.focus();
    asked.select();
  };
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || page) return;
    event.preventDefault();
    open();
  });
  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest?.('input, textarea, select, [contenteditable]');
    const slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const key = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (slash || key) { event.preventDefault(); open(); }
  });
  if (page) {
    const field = mount(page, { id: 'page', limit: 6, whole: true });
    field.value = new URLSearchParams(location.search).get('q') || '';
    /* Asked in its address, the page shows what stands below once the answer has its room (`facets.js`), or after three seconds. */
    if (location.search) {
      document.documentElement.classList.add('asked');
      setTimeout(() => document.documentElement.classList.remove('asked'), 3000);
    }
    field.focus({ preventScroll: true });
  }
})();
